import { all, isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-multi-region-access-block',
  title: 'Multi-region access point keeps all public access blocks',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::MultiRegionAccessPoint',
  why: 'One block that is off lets a policy or an ACL publish what the access point reaches.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ PublicAccessBlockConfiguration: block }) => all(not(isFalse(block.BlockPublicAcls)), not(isFalse(block.BlockPublicPolicy)), not(isFalse(block.IgnorePublicAcls)), not(isFalse(block.RestrictPublicBuckets))),
  fix: {
    terraform: `details {
  name = "m"
  public_access_block {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
  region {
    bucket = "photos"
  }
}`,
    cloudformation: `PublicAccessBlockConfiguration:
  BlockPublicAcls: true
  BlockPublicPolicy: true
  IgnorePublicAcls: true
  RestrictPublicBuckets: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html'],
  equivalents: {
    prowler: equal('s3_multi_region_access_point_public_access_block'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3control_multi_region_access_point" "r" {
          details {
            name = "m"
            public_access_block {
              block_public_acls       = true
              block_public_policy     = true
              ignore_public_acls      = true
              restrict_public_buckets = true
            }
            region {
              bucket = "photos"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::S3::MultiRegionAccessPoint
            Properties:
              Regions:
                - Bucket: photos
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
      `,
    ],
    bad: [
      tf`
        resource "aws_s3control_multi_region_access_point" "r" {
          details {
            name = "m"
            public_access_block {
              block_public_acls       = true
              block_public_policy     = true
              ignore_public_acls      = true
              restrict_public_buckets = false
            }
            region {
              bucket = "photos"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::S3::MultiRegionAccessPoint
            Properties:
              Regions:
                - Bucket: photos
              PublicAccessBlockConfiguration:
                RestrictPublicBuckets: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_s3control_multi_region_access_point" "r" {
          details {
            name = "m"
            public_access_block {
              block_public_acls       = true
              block_public_policy     = true
              ignore_public_acls      = true
              restrict_public_buckets = var.x
            }
            region {
              bucket = "photos"
            }
          }
        }
      `,
    ],
  },
});
