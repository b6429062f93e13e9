import { isNotEmpty, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-environment-encrypted',
  title: 'Function encrypts its environment with your key',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'With a key of your own you decide, and see, who can read the environment.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'one function',
    trap: 'the default encryption is believed to keep readers of the function out',
  },
  applies: ({ Environment }) => isNotEmpty(Environment.Variables),
  evaluate: ({ KmsKeyArn }) => isPresent(KmsKeyArn),
  fix: {
    terraform: `kms_key_arn = aws_kms_key.main.arn`,
    cloudformation: `KmsKeyArn: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_173'),
    prowler: equal('awslambda_function_env_vars_not_encrypted_with_cmk'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
          environment {
            variables = { A = "b" }
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
              KmsKeyArn: arn:aws:kms:eu-west-1:111122223333:key/1
              Environment:
                Variables:
                  A: b
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          environment {
            variables = { A = "b" }
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
              Environment:
                Variables:
                  A: b
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
          kms_key_arn = var.v
          environment {
            variables = { A = "b" }
          }
        }
      `,
    ],
  },
});
