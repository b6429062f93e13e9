import { all, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-peering-routes',
  title: 'Routes to a peered network name what they need',
  row: 'network',
  severity: 'low',
  on: 'AWS::EC2::Route',
  why: 'A route of everything to a neighbour hands it your traffic, and a break-in there becomes one here.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard',
    effort: 'an hour',
    reach: 'both networks',
    trap: 'peering is taken to be a wall with a door',
  },
  applies: ({ VpcPeeringConnectionId: peering }) => isPresent(peering),
  evaluate: ({ DestinationCidrBlock: v4, DestinationIpv6CidrBlock: v6 }) => all(not(equals(v4, '0.0.0.0/0')), not(equals(v6, '::/0'))),
  fix: {
    terraform: 'destination_cidr_block = "10.1.2.0/24"',
    cloudformation: 'DestinationCidrBlock: 10.1.2.0/24',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_44'),
    prowler: equal('vpc_peering_routing_tables_with_least_privilege'),
  },
  examples: {
    good: [
      tf`
        resource "aws_route" "r" {
          route_table_id            = "rtb-1"
          vpc_peering_connection_id = "pcx-1"
          destination_cidr_block    = "10.1.2.0/24"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-1
              VpcPeeringConnectionId: pcx-1
              DestinationCidrBlock: 10.1.2.0/24
      `,
    ],
    bad: [
      tf`
        resource "aws_route" "r" {
          route_table_id            = "rtb-1"
          vpc_peering_connection_id = "pcx-1"
          destination_cidr_block    = "0.0.0.0/0"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-1
              VpcPeeringConnectionId: pcx-1
              DestinationCidrBlock: 0.0.0.0/0
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_route" "r" {
          route_table_id            = "rtb-1"
          vpc_peering_connection_id = "pcx-1"
          destination_cidr_block    = var.x
        }
      `,
    ],
  },
});
