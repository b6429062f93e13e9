import { isNotEmpty, isPresent, not } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-route53-dnssec',
  title: 'Public zone signs its answers',
  row: 'network',
  severity: 'low',
  on: 'AWS::Route53::HostedZone',
  why: 'Unsigned answers can be forged on the way, and send visitors elsewhere.',
  cwe: ['CWE-345'],
  judgement: {
    detection: 'hard',
    effort: 'an hour, with care: a wrong key takes the zone down',
    reach: 'all names of the zone',
    trap: 'HTTPS is taken to make it needless; mail does not use it',
  },
  applies: ({ VPCs: networks }) => not(isNotEmpty(networks)),
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::Route53::DNSSEC'), (signing) => isPresent(signing.HostedZoneId)), resource, 'DNSSEC', 'the zone is not signed'),
  fix: {
    terraform: `resource "aws_route53_hosted_zone_dnssec" "this" {
  hosted_zone_id = aws_route53_zone.this.id
}`,
    cloudformation: `Signing:
  Type: AWS::Route53::DNSSEC
  Properties:
    HostedZoneId: !Ref Zone`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_38'),
  },
  examples: {
    good: [
      tf`
        resource "aws_route53_zone" "z" {
          name = "example.org"

        }
        resource "aws_route53_hosted_zone_dnssec" "d" {
          hosted_zone_id = aws_route53_zone.z.id
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
          D:
            Type: AWS::Route53::DNSSEC
            Properties:
              HostedZoneId: !Ref R
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
        resource "aws_route53_hosted_zone_dnssec" "d" {
          hosted_zone_id = var.x
        }
      `,
    ],
  },
});
