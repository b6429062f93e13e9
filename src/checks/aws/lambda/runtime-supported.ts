import { all, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { patched } from '../../aws/end-of-life.js';

export default defineCheck({
  id: 'aws-lambda-runtime-supported',
  title: 'Function runs on a runtime that still gets patches',
  row: 'runtime',
  severity: 'high',
  on: 'AWS::Lambda::Function',
  why: 'A runtime past its deprecation gets no security patches: every published flaw in the language stays open in your function.',
  cwe: ['CWE-1104', 'CWE-1395'],
  judgement: {
    detection: 'easy: AWS announces it',
    effort: 'hours to days: the code may need changes',
    reach: 'the function and its role',
    trap: '"serverless" is read as "AWS patches everything"; the runtime version is yours',
  },
  applies: ({ Runtime, PackageType }) => all(not(equals(PackageType, 'Image')), isPresent(Runtime)),
  evaluate: ({ Runtime }, { now }) => patched('aws-lambda', Runtime, now),
  fix: {
    terraform: `runtime = "nodejs24.x"`,
    cloudformation: `Runtime: nodejs24.x`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  equivalents: {
    checkov: equal('CKV_AWS_363'),
    prowler: equal('awslambda_function_using_supported_runtimes'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          runtime = "nodejs22.x"
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
              Runtime: python3.13
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          runtime = "nodejs14.x"
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
              Runtime: python3.7
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
          runtime = var.v
        }
      `,
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          runtime = "cobol85.x"
        }
      `,
    ],
  },
});
