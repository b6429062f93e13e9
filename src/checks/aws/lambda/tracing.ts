import { equals } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-tracing',
  title: 'Function traces its calls',
  row: 'logging',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'Without traces nobody can tell which call did what during an incident.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'a minute',
    reach: 'one function',
    trap: 'logs are believed to tell the whole story',
  },
  evaluate: ({ TracingConfig }) => equals(TracingConfig.Mode, 'Active'),
  fix: {
    terraform: `tracing_config {
  mode = "Active"
}`,
    cloudformation: `TracingConfig:
  Mode: Active`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  equivalents: {
    checkov: broader('CKV_AWS_50'),
    trivy: equal('AVD-AWS-0066', 'AVD-AWS-0125'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          tracing_config {
            mode = "Active"
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
              TracingConfig:
                Mode: Active
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          tracing_config {
            mode = "PassThrough"
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
              Handler: i.h
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          tracing_config {
            mode = var.v
          }
        }
      `,
    ],
  },
});
