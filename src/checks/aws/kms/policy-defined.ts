import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kms-policy-defined',
  title: 'Key has a policy of its own',
  row: 'identity',
  severity: 'low',
  on: 'AWS::KMS::Key',
  why: 'Without one, the default policy hands the decision to IAM: any principal of the account with kms rights in its own policy uses the key.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: the policy is on the key',
    effort: 'an hour: name administrators and users of the key',
    reach: 'everything that is encrypted with the key',
    trap: 'a key without a policy is closed; the default opens it to the account\'s IAM policies',
  },
  evaluate: ({ KeyPolicy: policy }) => isPresent(policy),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
}`,
    cloudformation: `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }] }`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_64'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
          policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }] })
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
              KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" }] }
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
      `,
    ],
    unknown: [
      tf`
        variable "policy" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
          policy = var.policy
        }
      `,
    ],
  },
});
