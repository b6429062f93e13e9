import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appsync-cache-encrypted',
  title: 'Cached GraphQL answers are encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::AppSync::ApiCache',
  why: 'Answers hold what their callers may see; in the cache they lie unencrypted, for all callers together.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ AtRestEncryptionEnabled: on }) => isTrue(on),
  fix: {
    terraform: `at_rest_encryption_enabled = true`,
    cloudformation: `AtRestEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
  equivalents: {
    checkov: equal('CKV_AWS_214'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appsync_api_cache" "r" {
          api_id                     = "a1"
          type                       = "SMALL"
          ttl                        = 60
          api_caching_behavior       = "FULL_REQUEST_CACHING"
          at_rest_encryption_enabled = true
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
              AtRestEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_appsync_api_cache" "r" {
          api_id                     = "a1"
          type                       = "SMALL"
          ttl                        = 60
          api_caching_behavior       = "FULL_REQUEST_CACHING"
          at_rest_encryption_enabled = false
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
          at_rest_encryption_enabled = var.x
        }
      `,
    ],
  },
});
