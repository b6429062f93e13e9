import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-cache-enabled',
  title: 'API stage caches answers',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::ApiGateway::Stage',
  why: 'Without a cache each request reaches the back end; a flood of cheap requests becomes a flood of dear ones.',
  cwe: ['CWE-770'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line, and the price of the cache',
    reach: 'the back end under load',
    trap: 'the back end is taken to scale by itself',
  },
  evaluate: ({ CacheClusterEnabled: on }) => isTrue(on),
  fix: {
    terraform: `cache_cluster_enabled = true
cache_cluster_size    = "0.5"`,
    cloudformation: `CacheClusterEnabled: true
CacheClusterSize: "0.5"`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: {
    checkov: equal('CKV_AWS_120'),
    trivy: equal('AVD-AWS-0110'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id           = "a1"
          deployment_id         = "d1"
          stage_name            = "prod"
          cache_cluster_enabled = true
          cache_cluster_size    = "0.5"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              CacheClusterEnabled: true
              CacheClusterSize: "0.5"
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              CacheClusterEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id           = "a1"
          deployment_id         = "d1"
          stage_name            = "prod"
          cache_cluster_enabled = var.x
        }
      `,
    ],
  },
});
