import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-code-signed',
  title: 'Function runs only signed code',
  row: 'application',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'Whoever can update the function can run anything with its role; signing binds the code to your pipeline.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'minutes to hours',
    reach: 'one function',
    trap: 'the default is believed to be the safe choice',
  },
  evaluate: ({ CodeSigningConfigArn }) => isPresent(CodeSigningConfigArn),
  fix: {
    terraform: `code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1"`,
    cloudformation: `CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  equivalents: {
    checkov: equal('CKV_AWS_272'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1"
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
              CodeSigningConfigArn: arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1
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
          code_signing_config_arn = var.v
        }
      `,
    ],
  },
});
