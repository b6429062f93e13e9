import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appsync-cache-tls',
  title: 'GraphQL cache is spoken to encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::AppSync::ApiCache',
  why: 'Between the API and its cache answers travel in the clear, where they can be read on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ TransitEncryptionEnabled: on }) => isTrue(on),
  fix: {
    terraform: `transit_encryption_enabled = true`,
    cloudformation: `TransitEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
  equivalents: {
    checkov: equal('CKV_AWS_215'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appsync_api_cache" "r" {
          api_id                     = "a1"
          type                       = "SMALL"
          ttl                        = 60
          api_caching_behavior       = "FULL_REQUEST_CACHING"
          transit_encryption_enabled = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppSync::ApiCache
            Properties:
              ApiId: a1
              Type: SMALL
              Ttl: 60
              ApiCachingBehavior: FULL_REQUEST_CACHING
              TransitEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_appsync_api_cache" "r" {
          api_id                     = "a1"
          type                       = "SMALL"
          ttl                        = 60
          api_caching_behavior       = "FULL_REQUEST_CACHING"
          transit_encryption_enabled = false
        }
      `,
      tf`
        resource "aws_appsync_api_cache" "r" {
          api_id               = "a1"
          type                 = "SMALL"
          ttl                  = 60
          api_caching_behavior = "FULL_REQUEST_CACHING"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppSync::ApiCache
            Properties:
              ApiId: a1
              Type: SMALL
              Ttl: 60
              ApiCachingBehavior: FULL_REQUEST_CACHING
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_appsync_api_cache" "r" {
          api_id                     = "a1"
          type                       = "SMALL"
          ttl                        = 60
          api_caching_behavior       = "FULL_REQUEST_CACHING"
          transit_encryption_enabled = var.x
        }
      `,
    ],
  },
});
