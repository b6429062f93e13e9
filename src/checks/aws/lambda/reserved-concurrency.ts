import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-reserved-concurrency',
  title: 'Function has a limit to its concurrency',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'One function under attack, or in a loop, takes the concurrency of all others in the account.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'minutes to hours',
    reach: 'one function',
    trap: 'the default is believed to be the safe choice',
  },
  evaluate: ({ ReservedConcurrentExecutions }) => isPresent(ReservedConcurrentExecutions),
  fix: {
    terraform: `reserved_concurrent_executions = 10`,
    cloudformation: `ReservedConcurrentExecutions: 10`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
  equivalents: {
    checkov: equal('CKV_AWS_115'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          reserved_concurrent_executions = 10
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Role: arn:aws:iam::111122223333:role/f
              Code:
                S3Bucket: code
                S3Key: f.zip
              ReservedConcurrentExecutions: 10
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          timeout = 3
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Role: arn:aws:iam::111122223333:role/f
              Code:
                S3Bucket: code
                S3Key: f.zip
              Timeout: 3
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          reserved_concurrent_executions = var.v
        }
      `,
    ],
  },
});
