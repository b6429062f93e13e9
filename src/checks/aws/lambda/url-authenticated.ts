import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-url-authenticated',
  title: 'Function URL asks for a signature',
  row: 'network',
  severity: 'critical',
  on: 'AWS::Lambda::Url',
  why: 'A function URL without authorization is an open door on the internet to the code and whatever its role can do.',
  cwe: ['CWE-306', 'CWE-862'],
  judgement: {
    detection: 'hard: the URL is not guessable, but it leaks',
    effort: 'minutes, callers must sign',
    reach: 'the function and its role',
    trap: 'a long random URL is taken for a secret',
  },
  evaluate: ({ AuthType }) => equals(AuthType, 'AWS_IAM'),
  fix: {
    terraform: `authorization_type = "AWS_IAM"`,
    cloudformation: `AuthType: AWS_IAM`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  equivalents: {
    checkov: equal('CKV_AWS_258'),
    prowler: equal('awslambda_function_url_public'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function_url" "u" {
          function_name      = "f"
          authorization_type = "AWS_IAM"
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: f
              AuthType: AWS_IAM
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function_url" "u" {
          function_name      = "f"
          authorization_type = "NONE"
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: f
              AuthType: NONE
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_lambda_function_url" "u" {
          function_name      = "f"
          authorization_type = var.v
        }
      `,
    ],
  },
});
