import { equals, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-nat-instance',
  title: 'The default route goes through a managed gateway',
  row: 'network',
  severity: 'low',
  on: 'AWS::EC2::Route',
  why: 'A machine that forwards all traffic must be patched and watched, and sees everything.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'all outbound traffic',
    trap: 'it was cheaper once',
  },
  applies: ({ DestinationCidrBlock: block }) => equals(block, '0.0.0.0/0'),
  evaluate: ({ InstanceId: instance }) => isAbsent(instance),
  fix: {
    terraform: 'nat_gateway_id = aws_nat_gateway.this.id',
    cloudformation: 'NatGatewayId: !Ref Gateway',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_35'),
  },
  examples: {
    good: [
      tf`
        resource "aws_route" "r" {
          route_table_id         = "rtb-1"
          destination_cidr_block = "0.0.0.0/0"
          nat_gateway_id         = "nat-1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-1
              DestinationCidrBlock: 0.0.0.0/0
              NatGatewayId: nat-1
      `,
    ],
    bad: [
      tf`
        resource "aws_route" "r" {
          route_table_id         = "rtb-1"
          destination_cidr_block = "0.0.0.0/0"
          instance_id            = "i-1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-1
              DestinationCidrBlock: 0.0.0.0/0
              InstanceId: i-1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_route" "r" {
          route_table_id         = "rtb-1"
          destination_cidr_block = "0.0.0.0/0"
          instance_id            = var.x
        }
      `,
    ],
  },
});
