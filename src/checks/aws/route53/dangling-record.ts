import { all, cursor, equals, every, isAbsent, isPresent, test, undecided, type Condition, type View } from '../../../model/index.js';
import { account, broader, cfn, defineCheck, equal, tf, type CheckContext } from '../../define.js';

/** Addresses that nobody is given on the internet: https://www.rfc-editor.org/rfc/rfc1918, rfc6598, rfc3927, rfc1122. */
const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|127\.)/;

/** An account knows its own addresses. Whose another one is, here or with another provider, it does not tell. */
function heldIn({ all: every, from }: CheckContext, record: View<string>): Condition {
  const holders = [every('AWS::EC2::EIP'), every('AWS::EC2::NetworkInterface')];
  const held = new Set(
    holders.flatMap(({ members }) =>
      members.map(({ resource }) => {
        const { tree } = cursor(from(resource).facts['PublicIp']!);
        return tree?.kind === 'scalar' ? String(tree.value) : '';
      }),
    ),
  );
  const known = test(record, (address) => PRIVATE.test(String(address)) || held.has(String(address)));
  if (known.truth !== false) return known;
  const unread = holders.flatMap(({ open }) => open ?? []);
  return undecided(unread.length > 0 ? unread : [{ kind: 'not-collected', detail: 'it is no address of this account, and whose it is an account does not tell' }], known.evidence);
}

export default defineCheck({
  id: 'aws-route53-dangling-record',
  title: 'Address records point at addresses that are held here',
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
  evaluate: ({ ResourceRecords: records }, context) =>
    every(records, (record) => (context.resource.dialect === 'api' ? heldIn(context, record) : test(record, () => false, { partial: (parts) => (parts.some((part) => part !== null && typeof part === 'object') ? true : undefined) }))),
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
      account`{"route53": {"ListHostedZonesCommand {}": {"HostedZones": [{"Id": "/hostedzone/Z1", "Name": "example.org."}]}, "ListResourceRecordSetsCommand {\"HostedZoneId\":\"Z1\"}": {"ResourceRecordSets": [{"Name": "www.example.org.", "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "52.1.2.3"}]}]}}, "ec2": {"DescribeAddressesCommand {}": {"Addresses": [{"AllocationId": "eipalloc-1", "PublicIp": "52.1.2.3"}]}, "DescribeNetworkInterfacesCommand {}": {"NetworkInterfaces": []}}}`,
      account`{"route53": {"ListHostedZonesCommand {}": {"HostedZones": [{"Id": "/hostedzone/Z1", "Name": "example.org."}]}, "ListResourceRecordSetsCommand {\"HostedZoneId\":\"Z1\"}": {"ResourceRecordSets": [{"Name": "www.example.org.", "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "10.1.2.3"}]}]}}}`,
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
      account`{"route53": {"ListHostedZonesCommand {}": {"HostedZones": [{"Id": "/hostedzone/Z1", "Name": "example.org."}]}, "ListResourceRecordSetsCommand {\"HostedZoneId\":\"Z1\"}": {"ResourceRecordSets": [{"Name": "www.example.org.", "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "52.9.9.9"}]}]}}, "ec2": {"DescribeAddressesCommand {}": {"Addresses": [{"AllocationId": "eipalloc-1", "PublicIp": "52.1.2.3"}]}, "DescribeNetworkInterfacesCommand {}": {"NetworkInterfaces": []}}}`,
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
