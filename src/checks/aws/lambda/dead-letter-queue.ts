import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-dead-letter-queue',
  title: 'Function keeps the events that it failed on',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'Events that fail are dropped after their retries; without a queue nobody knows what was lost.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'minutes to hours',
    reach: 'one function',
    trap: 'the default is believed to be the safe choice',
  },
  evaluate: ({ DeadLetterConfig }) => isPresent(DeadLetterConfig.TargetArn),
  fix: {
    terraform: `dead_letter_config {
  target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed"
}`,
    cloudformation: `DeadLetterConfig:
  TargetArn: arn:aws:sqs:eu-west-1:111122223333:failed`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
  equivalents: {
    checkov: equal('CKV_AWS_116'),
    prowler: equal('awslambda_function_no_dead_letter_queue'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          dead_letter_config {
            target_arn = "arn:aws:sqs:eu-west-1:111122223333:failed"
          }
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
              DeadLetterConfig:
                TargetArn: arn:aws:sqs:eu-west-1:111122223333:failed
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
          dead_letter_config {
            target_arn = var.v
          }
        }
      `,
    ],
  },
});
