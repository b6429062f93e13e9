import { every, isNotEmpty, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-methods-cached',
  title: 'API methods cache their answers',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::ApiGateway::Stage',
  why: 'A cache that is paid for and not used leaves every request to the back end.',
  cwe: ['CWE-770'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line a method',
    reach: 'the back end under load',
    trap: 'the cache of the stage is taken to serve its methods',
  },
  applies: ({ MethodSettings: settings }) => isNotEmpty(settings),
  evaluate: ({ MethodSettings: settings }) => every(settings, ({ CachingEnabled: on }) => isTrue(on)),
  fix: {
    terraform: `settings {
  caching_enabled = true
}`,
    cloudformation: `MethodSettings:
  - ResourcePath: /*
    HttpMethod: "*"
    CachingEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: {
    checkov: equal('CKV_AWS_225'),
    trivy: equal('AVD-AWS-0190'),
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
                  CachingEnabled: true
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
            caching_enabled = true
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
                  CachingEnabled: false
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
            caching_enabled = false
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
            caching_enabled = var.x
          }
        }
      `,
    ],
  },
});
