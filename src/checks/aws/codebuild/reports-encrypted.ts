import { equals, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-reports-encrypted',
  title: 'Exported test reports are encrypted',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::CodeBuild::ReportGroup',
  why: 'Reports tell which tests fail and where; unencrypted they can be read by anyone who gets at the bucket.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  applies: ({ ExportConfig: to }) => equals(to.ExportConfigType, 'S3'),
  evaluate: ({ ExportConfig: { S3Destination: to } }) => not(isTrue(to.EncryptionDisabled)),
  fix: {
    terraform: `export_config {
  type = "S3"
  s3_destination {
    bucket              = "reports"
    encryption_disabled = false
    encryption_key      = "arn:aws:kms:eu-west-1:111122223333:key/k"
  }
}`,
    cloudformation: `ExportConfig:
  ExportConfigType: S3
  S3Destination:
    Bucket: reports`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/report-group-export-settings.html'],
  equivalents: {
    prowler: equal('codebuild_report_group_export_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_report_group" "r" {
          name = "r"
          type = "TEST"
          export_config {
            type = "S3"
            s3_destination {
              bucket              = "reports"
              encryption_disabled = false
              encryption_key      = "arn:aws:kms:eu-west-1:111122223333:key/k"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::ReportGroup
            Properties:
              Type: TEST
              ExportConfig:
                ExportConfigType: S3
                S3Destination:
                  Bucket: reports
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_report_group" "r" {
          name = "r"
          type = "TEST"
          export_config {
            type = "S3"
            s3_destination {
              bucket              = "reports"
              encryption_disabled = true
              encryption_key      = "arn:aws:kms:eu-west-1:111122223333:key/k"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::ReportGroup
            Properties:
              Type: TEST
              ExportConfig:
                ExportConfigType: S3
                S3Destination:
                  Bucket: reports
                  EncryptionDisabled: true
      `,
    ],
    unknown: [],
  },
});
