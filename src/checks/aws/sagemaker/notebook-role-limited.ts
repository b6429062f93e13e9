import { grantsAdmin } from '../../../iam/index.js';
import { not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { everyLinked } from '../../linked.js';
import { policiesOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-sagemaker-notebook-role-limited',
  title: 'Role of a notebook may not do everything',
  row: 'identity',
  severity: 'high',
  on: 'AWS::SageMaker::NotebookInstance',
  why: 'Code in a notebook runs as its role; a role that may do everything makes each pasted line an administrator.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'hard: the role looks like any other',
    effort: 'hours: find out what the notebook reads',
    reach: 'everything in the account',
    trap: 'the notebook is taken to be for trying things out',
  },
  evaluate: (_, { through }) => everyLinked(through('RoleArn', 'AWS::IAM::Role'), (role) => policiesOf(role, ({ policy, place }) => not(grantsAdmin(policy, place)))),
  fix: {
    terraform: `policy = jsonencode({
  Version   = "2012-10-17"
  Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::training/*" }]
})`,
    cloudformation: `- Effect: Allow
  Action: s3:GetObject
  Resource: arn:aws:s3:::training/*`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_68'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "n" {
          name               = "n"
          assume_role_policy = "{}"
        }
        resource "aws_iam_role_policy" "n" {
          role = aws_iam_role.n.name
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::training/*" }]
          })
        }
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          instance_type = "ml.t3.medium"
          role_arn      = aws_iam_role.n.arn
        }
      `,
      cfn`
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: n
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: "s3:GetObject"
                        Resource: "arn:aws:s3:::training/*"
          N:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !GetAtt Role.Arn
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_role" "n" {
          name               = "n"
          assume_role_policy = "{}"
        }
        resource "aws_iam_role_policy" "n" {
          role = aws_iam_role.n.name
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
          })
        }
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          instance_type = "ml.t3.medium"
          role_arn      = aws_iam_role.n.arn
        }
      `,
      cfn`
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              Policies:
                - PolicyName: n
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: "*"
                        Resource: "*"
          N:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              InstanceType: ml.t3.medium
              RoleArn: !GetAtt Role.Arn
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_iam_role" "n" {
          name               = "n"
          assume_role_policy = "{}"
        }
        resource "aws_iam_role_policy" "n" {
          role   = aws_iam_role.n.name
          policy = var.policy
        }
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          instance_type = "ml.t3.medium"
          role_arn      = aws_iam_role.n.arn
        }
      `,
    ],
  },
});
