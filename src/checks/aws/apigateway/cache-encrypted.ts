import { every, implies, isNotEmpty, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-cache-encrypted',
  title: 'Cached answers are encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::ApiGateway::Stage',
  why: 'Answers hold what their callers may see; in the cache they lie unencrypted, for all callers together.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'every cached answer',
    trap: 'the cache is taken to be encrypted like the rest',
  },
  applies: ({ MethodSettings: settings }) => isNotEmpty(settings),
  evaluate: ({ MethodSettings: settings }) => every(settings, ({ CachingEnabled: on, CacheDataEncrypted: encrypted }) => implies(isTrue(on), isTrue(encrypted))),
  fix: {
    terraform: `settings {
  caching_enabled      = true
  cache_data_encrypted = true
}`,
    cloudformation: `MethodSettings:
  - ResourcePath: /*
    HttpMethod: "*"
    CachingEnabled: true
    CacheDataEncrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: {
    checkov: equal('CKV_AWS_308'),
    trivy: equal('AVD-AWS-0002'),
    prowler: equal('apigateway_restapi_cache_encrypted'),
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
                  CacheDataEncrypted: true
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
            caching_enabled      = true
            cache_data_encrypted = true
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
                  CachingEnabled: true
                  CacheDataEncrypted: false
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
            caching_enabled      = true
            cache_data_encrypted = false
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
            caching_enabled      = true
            cache_data_encrypted = var.x
          }
        }
      `,
    ],
  },
});
