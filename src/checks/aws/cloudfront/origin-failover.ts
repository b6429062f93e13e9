import { all, isNotEmpty, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudfront-origin-failover',
  title: 'Distribution has an origin to fall back on',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::CloudFront::Distribution',
  why: 'With one origin the site is down when it is. A group of two keeps it up.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'hours: a second origin',
    reach: 'every viewer',
    trap: 'CloudFront is everywhere, so the site is',
  },
  evaluate: ({ DistributionConfig: { OriginGroups: groups } }) => some(groups.Items, (group) => all(isNotEmpty(group.Members.Items), isNotEmpty(group.FailoverCriteria.StatusCodes.Items))),
  fix: {
    terraform: `resource "aws_cloudfront_distribution" "d" {
  enabled = true
  origin_group {
    origin_id = "both"
    failover_criteria {
      status_codes = [500, 503]
    }
    member {
      origin_id = "first"
    }
    member {
      origin_id = "second"
    }
  }
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        OriginGroups:
          Quantity: 1
          Items:
            - Id: both
              Members:
                Quantity: 2
                Items: [{ OriginId: first }, { OriginId: second }]
              FailoverCriteria:
                StatusCodes:
                  Quantity: 1
                  Items: [500]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html'],
  equivalents: {
    checkov: equal('CKV_AWS_310'),
    prowler: equal('cloudfront_distributions_multiple_origin_failover_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
          origin_group {
            origin_id = "both"
            failover_criteria {
              status_codes = [500, 503]
            }
            member {
              origin_id = "first"
            }
            member {
              origin_id = "second"
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
                OriginGroups:
                  Quantity: 1
                  Items:
                    - Id: both
                      Members:
                        Quantity: 2
                        Items: [{ OriginId: first }, { OriginId: second }]
                      FailoverCriteria:
                        StatusCodes:
                          Quantity: 1
                          Items: [500]
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudfront_distribution" "d" {
          enabled = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                OriginGroups:
                  Quantity: 1
                  Items:
                    - Id: both
                      Members:
                        Quantity: 2
                        Items: [{ OriginId: first }, { OriginId: second }]
                      FailoverCriteria:
                        StatusCodes:
                          Quantity: 1
                          Items: []
      `,
    ],
    unknown: [
      cfn`
        Parameters:
          PCodes:
            Type: String
        Resources:
          D:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                OriginGroups:
                  Quantity: 1
                  Items:
                    - Id: both
                      Members:
                        Quantity: 2
                        Items: [{ OriginId: first }, { OriginId: second }]
                      FailoverCriteria:
                        StatusCodes:
                          Quantity: 1
                          Items: !Ref PCodes
      `,
    ],
  },
});
