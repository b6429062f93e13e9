import { isNotEmpty, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-route53-query-logging',
  title: 'Public zone logs queries',
  row: 'logging',
  severity: 'low',
  on: 'AWS::Route53::HostedZone',
  why: 'Without the log nobody can tell who asked for which name, or that data leaves through names.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the trace of queries',
    trap: 'CloudTrail is taken to show queries; it shows changes',
  },
  applies: ({ VPCs: networks }) => not(isNotEmpty(networks)),
  evaluate: ({ QueryLoggingConfig: log }) => isPresent(log.CloudWatchLogsLogGroupArn),
  fix: {
    terraform: `resource "aws_route53_query_log" "this" {
  zone_id                  = aws_route53_zone.this.zone_id
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.dns.arn
}`,
    cloudformation: `QueryLoggingConfig:
  CloudWatchLogsLogGroupArn: !GetAtt Dns.Arn`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_39'),
    prowler: equal('route53_public_hosted_zones_cloudwatch_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_route53_zone" "z" {
          name = "example.org"

        }
        resource "aws_route53_query_log" "q" {
          zone_id                  = aws_route53_zone.z.zone_id
          cloudwatch_log_group_arn = "arn:1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.org
              QueryLoggingConfig:
                CloudWatchLogsLogGroupArn: arn:1
      `,
    ],
    bad: [
      tf`
        resource "aws_route53_zone" "z" {
          name = "example.org"

        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.org
              HostedZoneConfig:
                Comment: c
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_route53_zone" "z" {
          name = "example.org"

        }
        resource "aws_route53_query_log" "q" {
          zone_id                  = var.x
          cloudwatch_log_group_arn = "arn:1"
        }
      `,
    ],
  },
});
