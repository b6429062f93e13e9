import { equals, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-replication',
  title: 'Bucket is replicated to another bucket',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::S3::Bucket',
  why: 'A copy in another region or account outlives a regional outage, a deleted bucket and a compromised account.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'hours: a second bucket, a role, and the cost of the copy',
    reach: 'all objects that are written from now on',
    trap: 'S3 keeps copies in three zones; all of them are deleted together',
  },
  evaluate: ({ ReplicationConfiguration: replication }) => some(replication.Rules, (rule) => equals(rule.Status, 'Enabled')),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_replication_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::photos-copy"
    }
  }
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules:
          - Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::photos-copy`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  equivalents: {
    checkov: broader('CKV_AWS_144'),
    prowler: broader('s3_bucket_cross_region_replication'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_replication_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          role   = "arn:aws:iam::111122223333:role/replication"
          rule {
            status = "Enabled"
            destination {
              bucket = "arn:aws:s3:::photos-copy"
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replication
                Rules:
                  - Status: Enabled
                    Destination:
                      Bucket: arn:aws:s3:::photos-copy
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_replication_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          role   = "arn:aws:iam::111122223333:role/replication"
          rule {
            status = "Disabled"
            destination {
              bucket = "arn:aws:s3:::photos-copy"
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replication
                Rules:
                  - Status: Disabled
                    Destination:
                      Bucket: arn:aws:s3:::photos-copy
      `,
    ],
    unknown: [
      tf`
        variable "status" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_replication_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          role   = "arn:aws:iam::111122223333:role/replication"
          rule {
            status = var.status
            destination {
              bucket = "arn:aws:s3:::photos-copy"
            }
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
              ReplicationConfiguration:
                Role: arn:aws:iam::111122223333:role/replication
                Rules:
                  - Status: !Ref PStatus
                    Destination:
                      Bucket: arn:aws:s3:::photos-copy
      `,
    ],
  },
});
