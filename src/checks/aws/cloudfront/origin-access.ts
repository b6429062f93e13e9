import { type Condition, type Field, type TextPart, any, every, isPresent, not, test } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

/** The domain is that of a bucket (its website endpoint is no bucket to CloudFront, and cannot check a signature). */
const isBucket = (domain: Field<string>): Condition =>
  test(domain, (value) => /\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$/.test(String(value)) && !/s3-website/.test(String(value)), {
    partial: (parts: readonly TextPart[]) => {
      const [first] = parts;
      if (parts.length !== 1 || first === null || typeof first !== 'object') return undefined;
      return /(^|\.)aws_s3_bucket\.[^.]+$/.test(first.address.replace(/\[[^\]]*\]$/, '')) ? /bucket_(regional_)?domain_name$/.test(first.attribute) : /DomainName$/.test(first.attribute) || undefined;
    },
  });

export default defineCheck({
  id: 'aws-cloudfront-origin-access',
  title: 'Distribution signs its requests to buckets',
  row: 'data',
  severity: 'medium',
  on: 'AWS::CloudFront::Distribution',
  why: 'A bucket behind a distribution that does not sign must be readable to everyone, so that anyone goes around the distribution, its firewall and its logs.',
  cwe: ['CWE-284', 'CWE-441'],
  judgement: {
    detection: 'hard: the site works',
    effort: 'an hour: origin access control and a bucket policy',
    reach: 'every object of the bucket',
    trap: 'nobody knows the name of the bucket',
  },
  evaluate: ({ DistributionConfig: { Origins: origins } }) =>
      every(origins, (origin) => any(not(isBucket(origin.DomainName)), isPresent(origin.OriginAccessControlId), isPresent(origin.S3OriginConfig.OriginAccessIdentity))),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "site"
}
resource "aws_cloudfront_distribution" "d" {
  enabled = true
  origin {
    domain_name              = aws_s3_bucket.b.bucket_regional_domain_name
    origin_id                = "site"
    origin_access_control_id = "E1"
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: site
            DomainName: site.s3.eu-west-1.amazonaws.com
            S3OriginConfig: {}
            OriginAccessControlId: E1`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_46'),
    prowler: broader('cloudfront_distributions_s3_origin_access_control'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "site"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name              = aws_s3_bucket.b.bucket_regional_domain_name
            origin_id                = "site"
            origin_access_control_id = "E1"
          }
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: site
                    DomainName: site.s3.eu-west-1.amazonaws.com
                    S3OriginConfig: {}
                    OriginAccessControlId: E1
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "site"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name              = aws_s3_bucket.b.bucket_regional_domain_name
            origin_id                = "site"
            origin_access_control_id = null
          }
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: site
                    DomainName: site.s3.eu-west-1.amazonaws.com
                    S3OriginConfig: {}
                    OriginAccessControlId: ""
      `,
    ],
    unknown: [
      tf`
        variable "control" {}
        resource "aws_s3_bucket" "b" {
          bucket = "site"
        }
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin {
            domain_name              = aws_s3_bucket.b.bucket_regional_domain_name
            origin_id                = "site"
            origin_access_control_id = var.control
          }
        }
      `,
      cfn`
        Parameters:
          PControl:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: site
                    DomainName: site.s3.eu-west-1.amazonaws.com
                    S3OriginConfig: {}
                    OriginAccessControlId: !Ref PControl
      `,
    ],
  },
});
