import { someStatement } from '../../../iam/index.js';
import { any, child } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { policiesOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-iam-group-demands-mfa',
  title: 'Group demands a second factor',
  row: 'identity',
  severity: 'low',
  on: 'AWS::IAM::Group',
  why: 'Without the demand in a policy, keys and passwords of its members work without their second factor.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy: the condition is missing',
    effort: 'an hour: one Deny statement',
    reach: 'all that the members may do',
    trap: 'a registered device is taken to be asked for',
  },
  evaluate: (properties) => any(policiesOf({ Policies: child(properties, 'Policies') }, ({ policy, place }) => someStatement(policy, place, ({ conditions }) => conditions.some(({ key }) => key === 'aws:multifactorauthpresent' || key === 'aws:multifactorauthage')))),
  fix: {
    terraform: `Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }`,
    cloudformation: `Condition:
  BoolIfExists:
    aws:MultiFactorAuthPresent: "false"`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0123'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_group" "r" {
          name = "g"
        }
        resource "aws_iam_group_policy" "m" {
          group = aws_iam_group.r.name
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Deny", NotAction = "iam:*", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Group
            Properties:
              GroupName: g
              Policies:
                - PolicyName: mfa
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Deny
                        NotAction: iam:*
                        Resource: "*"
                        Condition:
                          BoolIfExists:
                            aws:MultiFactorAuthPresent: "false"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_group" "r" {
          name = "g"
        }
        resource "aws_iam_group_policy" "m" {
          group = aws_iam_group.r.name
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Deny", NotAction = "iam:*", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Group
            Properties:
              GroupName: g
              Policies:
                - PolicyName: all
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: s3:GetObject
                        Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_iam_group" "r" {
          name = "g"
        }
        resource "aws_iam_group_policy" "m" {
          group  = aws_iam_group.r.name
          policy = var.policy
        }
      `,
    ],
  },
});
