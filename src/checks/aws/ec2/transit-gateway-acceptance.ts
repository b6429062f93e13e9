import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-transit-gateway-acceptance',
  title: 'Transit gateways accept attachments by hand',
  row: 'network',
  severity: 'medium',
  on: 'AWS::EC2::TransitGateway',
  why: 'Any account that the gateway is shared with joins its network without a question.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard',
    effort: 'one line',
    reach: 'all networks on the gateway',
    trap: 'sharing is taken to be the decision',
  },
  evaluate: ({ AutoAcceptSharedAttachments: auto }) => not(equals(auto, 'enable')),
  fix: {
    terraform: 'auto_accept_shared_attachments = "disable"',
    cloudformation: 'AutoAcceptSharedAttachments: disable',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html'],
  equivalents: {
    checkov: equal('CKV_AWS_331'),
    prowler: equal('ec2_transitgateway_auto_accept_vpc_attachments'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ec2_transit_gateway" "g" {
          auto_accept_shared_attachments = "disable"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: disable
      `,
    ],
    bad: [
      tf`
        resource "aws_ec2_transit_gateway" "g" {
          auto_accept_shared_attachments = "enable"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::EC2::TransitGateway
            Properties:
              AutoAcceptSharedAttachments: enable
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ec2_transit_gateway" "g" {
          auto_accept_shared_attachments = var.x
        }
      `,
    ],
  },
});
