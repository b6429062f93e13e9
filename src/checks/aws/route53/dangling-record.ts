import { all, equals, every, isAbsent, isPresent, test } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-route53-dangling-record',
  title: 'Address records point at something of this code',
  row: 'network',
  severity: 'low',
  on: 'AWS::Route53::RecordSet',
  why: 'An address that was given back belongs to the next customer, who then answers in your name.',
  cwe: ['CWE-350'],
  judgement: {
    detection: 'hard: the name still answers',
    effort: 'minutes',
    reach: 'visitors of the name',
    trap: 'the record is taken to go with the machine',
  },
  applies: ({ Type: type, AliasTarget: alias, ResourceRecords: records }) => all(equals(type, 'A'), isAbsent(alias), isPresent(records)),
  evaluate: ({ ResourceRecords: records }) => every(records, (record) => test(record, () => false, { partial: (parts) => (parts.some((part) => part !== null && typeof part === 'object') ? true : undefined) })),
  fix: {
    terraform: 'records = [aws_eip.this.public_ip]',
    cloudformation: 'ResourceRecords: [!Ref Address]',
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_23'),
    prowler: broader('route53_dangling_ip_subdomain_takeover'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eip" "e" {
        }
        resource "aws_route53_record" "r" {
          zone_id = "Z1"
          name    = "www"
          type    = "A"
          ttl     = 300
          records = [aws_eip.e.public_ip]
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::EC2::EIP
          R:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.org
              Type: A
              ResourceRecords: [!Ref E]
      `,
    ],
    bad: [
      tf`
        resource "aws_route53_record" "r" {
          zone_id = "Z1"
          name    = "www"
          type    = "A"
          ttl     = 300
          records = ["52.1.2.3"]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.org
              Type: A
              ResourceRecords: [52.1.2.3]
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_route53_record" "r" {
          zone_id = "Z1"
          name    = "www"
          type    = "A"
          ttl     = 300
          records = [var.x]
        }
      `,
    ],
  },
});
