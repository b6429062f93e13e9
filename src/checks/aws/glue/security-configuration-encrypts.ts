import { all, equals, every, isNotEmpty, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-glue-security-configuration-encrypts',
  title: 'Security configuration encrypts results, logs and bookmarks',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::Glue::SecurityConfiguration',
  why: 'Jobs write data to S3, to logs and to bookmarks. Each of the three is encrypted only where its mode says so.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: one page of settings',
    effort: 'an hour: a new configuration, named by the jobs',
    reach: 'all output of the jobs that use it',
    trap: 'a job with a security configuration is encrypted; the configuration may have it off',
  },
  evaluate: ({ EncryptionConfiguration: { CloudWatchEncryption: logs, JobBookmarksEncryption: bookmarks, S3Encryptions: results } }) =>
      all(
        equals(logs.CloudWatchEncryptionMode, 'SSE-KMS'),
        equals(bookmarks.JobBookmarksEncryptionMode, 'CSE-KMS'),
        isNotEmpty(results),
        every(results, (result) => oneOf(result.S3EncryptionMode, ['SSE-KMS', 'SSE-S3'])),
      ),
  fix: {
    terraform: `resource "aws_glue_security_configuration" "c" {
  name = "jobs"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
    }
  }
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: jobs
      EncryptionConfiguration:
        CloudWatchEncryption: { CloudWatchEncryptionMode: SSE-KMS }
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: CSE-KMS }
        S3Encryptions: [{ S3EncryptionMode: SSE-KMS }]`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  equivalents: {
    checkov: equal('CKV_AWS_99'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_security_configuration" "c" {
          name = "jobs"
          encryption_configuration {
            cloudwatch_encryption {
              cloudwatch_encryption_mode = "SSE-KMS"
            }
            job_bookmarks_encryption {
              job_bookmarks_encryption_mode = "CSE-KMS"
            }
            s3_encryption {
              s3_encryption_mode = "SSE-KMS"
            }
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: jobs
              EncryptionConfiguration:
                CloudWatchEncryption: { CloudWatchEncryptionMode: SSE-KMS }
                JobBookmarksEncryption: { JobBookmarksEncryptionMode: CSE-KMS }
                S3Encryptions: [{ S3EncryptionMode: SSE-KMS }]
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_security_configuration" "c" {
          name = "jobs"
          encryption_configuration {
            cloudwatch_encryption {
              cloudwatch_encryption_mode = "DISABLED"
            }
            job_bookmarks_encryption {
              job_bookmarks_encryption_mode = "CSE-KMS"
            }
            s3_encryption {
              s3_encryption_mode = "SSE-KMS"
            }
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: jobs
              EncryptionConfiguration:
                CloudWatchEncryption: { CloudWatchEncryptionMode: SSE-KMS }
                JobBookmarksEncryption: { JobBookmarksEncryptionMode: DISABLED }
                S3Encryptions: [{ S3EncryptionMode: SSE-KMS }]
      `,
    ],
    unknown: [
      tf`
        variable "mode" {}
        resource "aws_glue_security_configuration" "c" {
          name = "jobs"
          encryption_configuration {
            cloudwatch_encryption {
              cloudwatch_encryption_mode = var.mode
            }
            job_bookmarks_encryption {
              job_bookmarks_encryption_mode = "CSE-KMS"
            }
            s3_encryption {
              s3_encryption_mode = "SSE-KMS"
            }
          }
        }
      `,
      cfn`
        Parameters:
          PMode:
            Type: String
        Resources:
          C:
            Type: AWS::Glue::SecurityConfiguration
            Properties:
              Name: jobs
              EncryptionConfiguration:
                CloudWatchEncryption: { CloudWatchEncryptionMode: SSE-KMS }
                JobBookmarksEncryption: { JobBookmarksEncryptionMode: !Ref PMode }
                S3Encryptions: [{ S3EncryptionMode: SSE-KMS }]
      `,
    ],
  },
});
