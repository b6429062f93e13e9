import { equals, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-logs-encrypted',
  title: 'Build logs in S3 are encrypted',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CodeBuild::Project',
  why: 'Build logs hold names, addresses and now and then a secret that a tool printed.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  applies: ({ LogsConfig: { S3Logs: logs } }) => equals(logs.Status, 'ENABLED'),
  evaluate: ({ LogsConfig: { S3Logs: logs } }) => not(isTrue(logs.EncryptionDisabled)),
  fix: {
    terraform: `logs_config {
  s3_logs {
    status   = "ENABLED"
    location = "logs/build"
  }
}`,
    cloudformation: `LogsConfig:
  S3Logs:
    Status: ENABLED
    Location: logs/build`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_311'),
    prowler: equal('codebuild_project_s3_logs_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            s3_logs {
              status   = "ENABLED"
              location = "logs/build"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              LogsConfig:
                S3Logs:
                  Status: ENABLED
                  Location: logs/build
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            s3_logs {
              status              = "ENABLED"
              location            = "logs/build"
              encryption_disabled = true
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              LogsConfig:
                S3Logs:
                  Status: ENABLED
                  Location: logs/build
                  EncryptionDisabled: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          logs_config {
            s3_logs {
              status              = "ENABLED"
              location            = "logs/build"
              encryption_disabled = var.x
            }
          }
        }
      `,
    ],
  },
});
