import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-client-vpn-logging',
  title: 'Client VPN keeps a log of connections',
  row: 'logging',
  severity: 'low',
  on: 'AWS::EC2::ClientVpnEndpoint',
  why: 'Without it nobody can tell who came in, and from where.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the network behind the VPN',
    trap: 'the login is taken to be logged elsewhere',
  },
  evaluate: ({ ConnectionLogOptions: log }) => isTrue(log.Enabled),
  fix: {
    terraform: `connection_log_options {
  enabled              = true
  cloudwatch_log_group = aws_cloudwatch_log_group.vpn.name
}`,
    cloudformation: `ConnectionLogOptions:
  Enabled: true
  CloudwatchLogGroup: !Ref Group`,
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html'],
  equivalents: {
    prowler: equal('ec2_client_vpn_endpoint_connection_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ec2_client_vpn_endpoint" "v" {
          client_cidr_block = "10.0.0.0/22"
          connection_log_options {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.0.0.0/22
              ConnectionLogOptions:
                Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ec2_client_vpn_endpoint" "v" {
          client_cidr_block = "10.0.0.0/22"
          connection_log_options {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.0.0.0/22
              ConnectionLogOptions:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ec2_client_vpn_endpoint" "v" {
          client_cidr_block = "10.0.0.0/22"
          connection_log_options {
            enabled = var.x
          }
        }
      `,
    ],
  },
});
