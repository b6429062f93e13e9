import { type Field, decide, isAbsent, matches } from '../../../model/index.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-mfa-delete',
  title: 'Bucket asks for a second factor to delete versions',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::S3::Bucket',
  why: 'Stolen keys are enough to delete every version of every object. MFA delete asks the root user for a code as well, which the thief of a key does not have.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy: the setting is shown beside versioning',
    effort: 'an hour: only the root user can turn it on, and lifecycle rules exclude it',
    reach: 'every version of the bucket',
    trap: 'versioning is on, so nothing can be lost; versions can be deleted like anything else',
  },
  applies: ({ LifecycleConfiguration: lifecycle }, { resource }) => (resource.dialect === 'cloudformation' ? decide(false) : isAbsent(lifecycle)),
  evaluate: (_, { facts }) => matches(facts.MFADelete as Field<string>, /^enabled$/i),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}`,
    cloudformation: `# CloudFormation cannot turn it on. The root user does, with a code of its device:
# aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "SERIAL CODE"`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0170'),
    prowler: [...equal('s3_bucket_no_mfa_delete'), ...broader('cloudtrail_bucket_requires_mfa_delete')],
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_versioning" "b" {
          bucket = aws_s3_bucket.b.id
          versioning_configuration {
            status     = "Enabled"
            mfa_delete = "Enabled"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_versioning" "b" {
          bucket = aws_s3_bucket.b.id
          versioning_configuration {
            status     = "Enabled"
            mfa_delete = "Disabled"
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "mfa" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_versioning" "b" {
          bucket = aws_s3_bucket.b.id
          versioning_configuration {
            status     = "Enabled"
            mfa_delete = var.mfa
          }
        }
      `,
    ],
  },
});
