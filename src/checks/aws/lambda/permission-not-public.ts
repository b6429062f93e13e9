import { any, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-permission-not-public',
  title: 'Function is not callable by anyone',
  row: 'identity',
  severity: 'critical',
  on: 'AWS::Lambda::Permission',
  why: 'A permission for * lets every AWS account call the function with any input.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard: it hides in the function policy',
    effort: 'minutes',
    reach: 'the function and its role',
    trap: 'calls through AWS are believed to come from your account',
  },
  evaluate: ({ Principal, PrincipalOrgID, SourceAccount, SourceArn, FunctionUrlAuthType }) =>
    any(not(equals(Principal, '*')), isPresent(PrincipalOrgID), isPresent(SourceAccount), isPresent(SourceArn), equals(FunctionUrlAuthType, 'AWS_IAM')),
  fix: {
    terraform: `principal = "arn:aws:iam::111122223333:role/caller"`,
    cloudformation: `Principal: arn:aws:iam::111122223333:role/caller`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  equivalents: {
    checkov: equal('CKV_AWS_301'),
    prowler: equal('awslambda_function_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal = "111122223333"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: f
              Principal: "111122223333"
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal = "*"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: f
              Principal: "*"
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal = var.v
        }
      `,
    ],
  },
});
