import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-transfer-not-public',
  title: 'Transfer server has its endpoint in a VPC',
  row: 'network',
  severity: 'medium',
  on: 'AWS::Transfer::Server',
  why: 'A public endpoint answers the whole internet, without a security group before it: passwords are tried all day.',
  cwe: ['CWE-284', 'CWE-668'],
  judgement: {
    detection: 'easy for scanners',
    effort: 'hours: an endpoint in a VPC, and the partners told',
    reach: 'every folder that the server shows',
    trap: 'users have keys, so who connects does not matter',
  },
  evaluate: ({ EndpointType: type }) => oneOf(type, ['VPC', 'VPC_ENDPOINT']),
  fix: {
    terraform: `resource "aws_transfer_server" "s" {
  endpoint_type = "VPC"
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::Transfer::Server
    Properties:
      EndpointType: VPC`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_164'),
  },
  examples: {
    good: [
      tf`
        resource "aws_transfer_server" "s" {
          endpoint_type = "VPC"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: VPC
      `,
    ],
    bad: [
      tf`
        resource "aws_transfer_server" "s" {
          endpoint_type = "PUBLIC"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: PUBLIC
      `,
    ],
    unknown: [
      tf`
        variable "type" {}
        resource "aws_transfer_server" "s" {
          endpoint_type = var.type
        }
      `,
      cfn`
        Parameters:
          PType:
            Type: String
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: !Ref PType
      `,
    ],
  },
});
