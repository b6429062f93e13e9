import { type Policy, type PolicyPlace, forAnyone, includesAction, someStatement } from '../../../iam/index.js';
import { type Condition, type Truth, because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

/** Everything of the service, on everyone, with no condition that lets someone by. */
const locksOut = (policy: Policy, place: PolicyPlace): Condition =>
  someStatement(policy, place, (statement) => {
    const { effect, conditions, conditionsOpen, notPrincipals } = statement;
    if (effect === 'Allow' || notPrincipals !== undefined || conditions.length > 0) return false;
    const parts: readonly Truth[] = [effect === undefined || conditionsOpen !== undefined ? 'unknown' : true, forAnyone(statement), includesAction(statement, 's3:\u0001')];
    return parts.includes(false) ? false : !parts.includes('unknown') || 'unknown';
  });

export default defineCheck({
  id: 'aws-s3-policy-no-lockout',
  title: 'Bucket policy does not lock out everyone',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::S3::BucketPolicy',
  why: 'A Deny of all actions for every principal, without a condition, shuts out all but the root user: backups, audits and incident response stop, and root must be used to undo it.',
  cwe: ['CWE-284', 'CWE-693'],
  judgement: {
    detection: 'at once, by an outage',
    effort: 'minutes, but with root credentials',
    reach: 'the whole bucket and all that depends on it',
    trap: 'an explicit Allow in the same policy is thought to win; a Deny always does',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, locksOut)), (truth) => (truth === false ? 'a statement denies everything to everyone' : undefined)),
  fix: {
    terraform: `resource "aws_s3_bucket_policy" "b" {
  bucket = "photos"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:DeleteObject"
      Resource  = "arn:aws:s3:::photos/*"
    }]
  })
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: photos
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:DeleteBucket
            Resource: arn:aws:s3:::photos`,
  },
  references: ['https://repost.aws/knowledge-center/s3-accidentally-denied-access'],
  equivalents: {
    checkov: equal('CKV_AWS_93'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Deny"
              Principal = "*"
              Action    = "s3:DeleteObject"
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    Action: s3:DeleteBucket
                    Resource: arn:aws:s3:::photos
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Deny"
              Principal = "*"
              Action    = "s3:*"
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    Action: "*"
                    Resource: arn:aws:s3:::photos
      `,
    ],
    unknown: [
      tf`
        variable "action" {}
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Deny"
              Principal = "*"
              Action    = var.action
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Parameters:
          PAction:
            Type: String
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    Action: !Ref PAction
                    Resource: arn:aws:s3:::photos
      `,
    ],
  },
});
