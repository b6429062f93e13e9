import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kms-policy-names-callers',
  title: 'Key policy lets in only callers that it names',
  row: 'identity',
  severity: 'high',
  on: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  why: 'Whoever may use the key may decrypt what it protects. A statement for everyone gives that to every AWS account of the world, and the lock is no lock.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'hard: key policies are read by few',
    effort: 'an hour: name the accounts and roles that use the key',
    reach: 'everything that is encrypted with the key',
    trap: 'the policy is only about the key, so the data is safe behind its own policy',
  },
  evaluate: ({ KeyPolicy: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}`,
    cloudformation: `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:root
            Action: kms:*
            Resource: "*"`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html'],
  equivalents: {
    checkov: equal('CKV_AWS_33'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:root" }
              Action    = "kms:*"
              Resource  = "*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: arn:aws:iam::111122223333:root
                    Action: kms:*
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "*" }
              Action    = "kms:*"
              Resource  = "*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: "*"
                    Action: kms:*
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_kms_key" "k" {
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = var.who }
              Action    = "kms:*"
              Resource  = "*"
            }]
          })
        }
      `,
      cfn`
        Parameters:
          PWho:
            Type: String
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: !Ref PWho
                    Action: kms:*
                    Resource: "*"
      `,
    ],
  },
});
