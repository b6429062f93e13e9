import { all, any, isAbsent, isPresent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-access-point-public-access-block',
  title: 'Access point turns on all four public access blocks',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::AccessPoint',
  why: 'An access point has a policy of its own and its own block, fixed when it is made. With the block off, its policy can let strangers in by another door.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'hard: the setting is shown only on the access point',
    effort: 'an hour: the access point must be made anew',
    reach: 'every object that the access point reaches',
    trap: 'the bucket blocks public access, so its access points do',
  },
  evaluate: ({ PublicAccessBlockConfiguration: block, VpcConfiguration: vpc }) =>
      any(isPresent(vpc.VpcId), isAbsent(block), all(isTrue(block.BlockPublicAcls), isTrue(block.IgnorePublicAcls), isTrue(block.BlockPublicPolicy), isTrue(block.RestrictPublicBuckets))),
  fix: {
    terraform: `resource "aws_s3_access_point" "a" {
  name   = "readers"
  bucket = "photos"
  public_access_block_configuration {
    block_public_acls       = true
    ignore_public_acls      = true
    block_public_policy     = true
    restrict_public_buckets = true
  }
}`,
    cloudformation: `Resources:
  A:
    Type: AWS::S3::AccessPoint
    Properties:
      Bucket: photos
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html'],
  equivalents: {
    checkov: equal('CKV_AWS_392'),
    prowler: equal('s3_access_point_public_access_block'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "readers"
          bucket = "photos"
          public_access_block_configuration {
            block_public_acls       = true
            ignore_public_acls      = true
            block_public_policy     = true
            restrict_public_buckets = true
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: photos
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
                BlockPublicPolicy: true
                RestrictPublicBuckets: true
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_access_point" "a" {
          name   = "readers"
          bucket = "photos"
          public_access_block_configuration {
            block_public_acls       = true
            ignore_public_acls      = true
            block_public_policy     = false
            restrict_public_buckets = true
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: photos
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
                BlockPublicPolicy: true
                RestrictPublicBuckets: false
      `,
    ],
    unknown: [
      tf`
        variable "block" {}
        resource "aws_s3_access_point" "a" {
          name   = "readers"
          bucket = "photos"
          public_access_block_configuration {
            block_public_acls       = true
            ignore_public_acls      = true
            block_public_policy     = var.block
            restrict_public_buckets = true
          }
        }
      `,
      cfn`
        Parameters:
          PBlock:
            Type: String
        Resources:
          A:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: photos
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                IgnorePublicAcls: true
                BlockPublicPolicy: true
                RestrictPublicBuckets: !Ref PBlock
      `,
    ],
  },
});
