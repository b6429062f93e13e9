import { letsInAnyone } from '../../../iam/index.js';
import { because, holds, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';
import { documentOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-iam-trust-not-anyone',
  title: 'Role is not assumable by anyone',
  row: 'identity',
  severity: 'critical',
  on: 'AWS::IAM::Role',
  why: 'A role that trusts * can be assumed from any AWS account in the world; its rights are public.',
  cwe: ['CWE-284', 'CWE-287'],
  judgement: {
    detection: 'hard: the role looks like any other',
    effort: 'minutes: name the account or service',
    reach: 'everything that the role may do',
    trap: 'an external id or a long name is taken for a lock',
  },
  evaluate: ({ AssumeRolePolicyDocument }) => {
    const trust = documentOf(AssumeRolePolicyDocument);
    return trust === undefined ? holds() : because(not(letsInAnyone(trust.policy, trust.place)), (truth) => (truth === false ? 'the trust policy lets in every AWS account' : undefined));
  },
  fix: {
    terraform: `principals {
  type        = "AWS"
  identifiers = ["arn:aws:iam::111122223333:role/deploy"]
}`,
    cloudformation: `Principal:
  AWS: arn:aws:iam::111122223333:role/deploy`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  equivalents: {
    checkov: equal('CKV_AWS_60'),
    prowler: broader('iam_role_cross_service_confused_deputy_prevention'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { Service = "ec2.amazonaws.com" }
              Action    = "sts:AssumeRole"
            }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      Service: ec2.amazonaws.com
                    Action: sts:AssumeRole
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "r" {
          name = "app"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "*" }
              Action    = "sts:AssumeRole"
            }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      AWS: "*"
                    Action: sts:AssumeRole
      `,
    ],
    unknown: [
      tf`
        variable "trust" {
          type = string
        }
        resource "aws_iam_role" "r" {
          name               = "app"
          assume_role_policy = var.trust
        }
      `,
    ],
  },
});
