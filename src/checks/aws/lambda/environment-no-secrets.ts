import { all, entries, evidenceOf, holds, undecided } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../secrets.js';

export default defineCheck({
  id: 'aws-lambda-environment-no-secrets',
  title: 'Function keeps no credential in its environment',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::Lambda::Function',
  why: 'Environment values are shown to everyone who may read the function, and land in logs and state files; a credential there is leaked already.',
  cwe: ['CWE-798', 'CWE-526'],
  judgement: {
    detection: 'hard: the console shows them to every reader',
    effort: 'hours: put the value into Secrets Manager',
    reach: 'whatever the credential opens',
    trap: 'encrypted at rest is taken for hidden',
  },
  evaluate: ({ Environment }) => {
    const { entries: variables, open } = entries(Environment.Variables);
    const more = open === undefined ? [] : [undecided([open], [evidenceOf(Environment.Variables)])];
    return variables.length + more.length === 0 ? holds([evidenceOf(Environment.Variables)]) : all(variables.map(([name, value]) => noSecretIn(value, name)), more);
  },
  fix: {
    terraform: `environment {
  variables = {
    SECRET_ARN = aws_secretsmanager_secret.database.arn
  }
}`,
    cloudformation: `Environment:
  Variables:
    SECRET_ARN: !Ref DatabaseSecret`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_45'),
    prowler: equal('awslambda_function_no_secrets_in_variables'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          environment {
            variables = {
              SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"
              STAGE      = "prod"
            }
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
                  PASSWORD: "{{resolve:secretsmanager:db:SecretString:password}}"
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
            variables = {
              DATABASE_PASSWORD = "correct-horse-battery"
            }
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
                  KEY: AKIAIOSFODNN7EXAMPLE
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
          environment {
            variables = {
              DATABASE_PASSWORD = var.v
            }
          }
        }
      `,
    ],
  },
});
