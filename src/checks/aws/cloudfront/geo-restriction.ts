import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-geo-restriction',
  title: 'Distribution serves the countries that it means to',
  row: 'network',
  severity: 'info',
  on: 'AWS::CloudFront::Distribution',
  why: 'A service for a few countries need not answer the rest; that takes away part of the attacks and meets some duties of export and licence.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: the setting is on the distribution',
    effort: 'minutes, if the business is in a few countries',
    reach: 'every viewer',
    trap: 'attackers sit abroad; they rent machines at home',
  },
  evaluate: ({ DistributionConfig: { Restrictions: restrictions } }) => oneOf(restrictions.GeoRestriction.RestrictionType, ['whitelist', 'blacklist']),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["CH"]
    }
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Restrictions:
          GeoRestriction:
            RestrictionType: whitelist`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html'],
  equivalents: {
    checkov: equal('CKV_AWS_374'),
    prowler: equal('cloudfront_distributions_geo_restrictions_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          restrictions {
            geo_restriction {
              restriction_type = "whitelist"
              locations        = ["CH"]
            }
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
                Restrictions:
                  GeoRestriction:
                    RestrictionType: whitelist
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          restrictions {
            geo_restriction {
              restriction_type = "none"
              locations        = ["CH"]
            }
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
                Restrictions:
                  GeoRestriction:
                    RestrictionType: none
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          restrictions {
            geo_restriction {
              restriction_type = var.type
              locations        = ["CH"]
            }
          }
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Restrictions:
                  GeoRestriction:
                    RestrictionType: !Ref PType
      `,
    ],
  },
});
