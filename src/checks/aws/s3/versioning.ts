import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-versioning',
  title: 'Bucket keeps versions of its objects',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::S3::Bucket',
  why: 'Without versions an overwrite or a delete is final. Ransomware that gets at a bucket overwrites objects; versions are what brings them back.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on the bucket; its lack is noticed when something is gone',
    effort: 'minutes, plus a lifecycle rule so that old versions do not pile up',
    reach: 'every object of the bucket',
    trap: 'S3 is durable, so it needs no backup; durability keeps what the last writer wrote',
  },
  evaluate: ({ VersioningConfiguration: versioning }) => equals(versioning.Status, 'Enabled'),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = aws_s3_bucket.b.id
  versioning_configuration {
    status = "Enabled"
  }
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  equivalents: {
    checkov: equal('CKV_AWS_21'),
    trivy: equal('AVD-AWS-0090'),
    prowler: equal('s3_bucket_object_versioning'),
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
            status = "Enabled"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Enabled
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
            status = "Suspended"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: Suspended
      `,
    ],
    unknown: [
      tf`
        variable "status" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_versioning" "b" {
          bucket = aws_s3_bucket.b.id
          versioning_configuration {
            status = var.status
          }
        }
      `,
      cfn`
        Parameters:
          PStatus:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration:
                Status: !Ref PStatus
      `,
    ],
  },
});
