import { any, equals, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-object-lock',
  title: 'Bucket locks its objects against deletion',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::S3::Bucket',
  why: 'Object lock keeps a version from being deleted or overwritten before its time, by anyone, also by an administrator whose keys were stolen: the last line against ransomware.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on the bucket',
    effort: 'hours: a retention that fits the data; in compliance mode it cannot be undone',
    reach: 'every object of the bucket',
    trap: 'versioning protects against deletion; who may delete versions may still delete all',
  },
  evaluate: ({ ObjectLockConfiguration: lock, ObjectLockEnabled: enabled }) => any(equals(lock.ObjectLockEnabled, 'Enabled'), isTrue(enabled)),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket              = "photos"
  object_lock_enabled = true
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      ObjectLockEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  equivalents: {
    checkov: broader('CKV_AWS_143'),
    prowler: equal('s3_bucket_object_lock'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket              = "photos"
          object_lock_enabled = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket              = "photos"
          object_lock_enabled = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "locked" {}
        resource "aws_s3_bucket" "b" {
          bucket              = "photos"
          object_lock_enabled = var.locked
        }
      `,
      cfn`
        Parameters:
          PLocked:
            Type: String
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              ObjectLockEnabled: !Ref PLocked
      `,
    ],
  },
});
