import { knownText, restricts, someStatement } from '../../../iam/index.js';
import { because, holds, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { documentOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-iam-trust-not-whole-account',
  title: 'Role trusts named principals, not a whole account',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::IAM::Role',
  why: 'Trusting the root of an account trusts every principal in it that may call AssumeRole, now and later: one phished user there is enough.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the role',
    trap: '"root" is read as the root user instead of the whole account',
  },
  evaluate: ({ AssumeRolePolicyDocument }) => {
    const trust = documentOf(AssumeRolePolicyDocument);
    if (trust === undefined) return holds();
    return because(
      not(someStatement(trust.policy, trust.place, (statement) => {
        if (statement.effect === 'Deny' || restricts(statement) === true || statement.conditions.length > 0) return false;
        if (statement.principals === undefined) return false;
        const wide = statement.principals.values.some(({ kind, text }) => kind === '*' || (kind === 'AWS' && /^(\*|\d{12}|arn:aws[a-z-]*:iam::(\d{12}|\*):root)$/.test(knownText(text) ?? '')));
        return wide ? true : statement.principals.open === undefined ? false : 'unknown';
      })),
      (truth) => (truth === false ? 'the trust policy lets in every principal of an account' : undefined),
    );
  },
  fix: {
    terraform: `identifiers = ["arn:aws:iam::111122223333:role/deploy"]`,
    cloudformation: `Principal:
  AWS: arn:aws:iam::111122223333:role/deploy`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts'],
  equivalents: {
    checkov: equal('CKV_AWS_61'),
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
              Principal = { AWS = "arn:aws:iam::111122223333:root" }
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
                      AWS: "111122223333"
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
