import { every, isNotEmpty, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-no-data-trace',
  title: 'API stage does not write whole requests to its log',
  row: 'secrets',
  severity: 'medium',
  on: 'AWS::ApiGateway::Stage',
  why: 'With the data trace each request and answer stands in the log in full, with passwords, tokens and personal data.',
  cwe: ['CWE-532'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'whoever can read the log',
    trap: 'the trace is turned on to find a bug and stays',
  },
  applies: ({ MethodSettings: settings }) => isNotEmpty(settings),
  evaluate: ({ MethodSettings: settings }) => every(settings, ({ DataTraceEnabled: on }) => not(isTrue(on))),
  fix: {
    terraform: `settings {
  data_trace_enabled = false
}`,
    cloudformation: `MethodSettings:
  - ResourcePath: /*
    HttpMethod: "*"
    DataTraceEnabled: false`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_276'),
  },
  examples: {
    good: [
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              MethodSettings:
                - ResourcePath: /*
                  HttpMethod: "*"
                  DataTraceEnabled: false
      `,
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
        resource "aws_api_gateway_method_settings" "r" {
          rest_api_id = "a1"
          stage_name  = aws_api_gateway_stage.r.stage_name
          method_path = "*/*"
          settings {
            data_trace_enabled = false
          }
        }
      `,
    ],
    bad: [
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              MethodSettings:
                - ResourcePath: /*
                  HttpMethod: "*"
                  DataTraceEnabled: true
      `,
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
        resource "aws_api_gateway_method_settings" "r" {
          rest_api_id = "a1"
          stage_name  = aws_api_gateway_stage.r.stage_name
          method_path = "*/*"
          settings {
            data_trace_enabled = true
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
        resource "aws_api_gateway_method_settings" "r" {
          rest_api_id = "a1"
          stage_name  = aws_api_gateway_stage.r.stage_name
          method_path = "*/*"
          settings {
            data_trace_enabled = var.x
          }
        }
      `,
    ],
  },
});
