import { all, every, isNotEmpty, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-execution-logging',
  title: 'API stage logs errors of every method',
  row: 'logging',
  severity: 'low',
  on: 'AWS::ApiGateway::Stage',
  why: 'The execution log holds why a request failed and what the back end answered; without it an attack that probes for errors leaves no trace.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ MethodSettings: settings }) => all(isNotEmpty(settings), every(settings, ({ LoggingLevel: level }) => oneOf(level, ['ERROR', 'INFO']))),
  fix: {
    terraform: `resource "aws_api_gateway_method_settings" "r" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  stage_name  = aws_api_gateway_stage.r.stage_name
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
  }
}`,
    cloudformation: `MethodSettings:
  - ResourcePath: /*
    HttpMethod: "*"
    LoggingLevel: ERROR`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_4'),
    prowler: equal('apigateway_restapi_logging_enabled'),
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
                  LoggingLevel: ERROR
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
            logging_level = "ERROR"
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
                  LoggingLevel: "OFF"
      `,
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
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
            logging_level = var.x
          }
        }
      `,
    ],
  },
});
