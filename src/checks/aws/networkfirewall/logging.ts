import { isPresent } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-networkfirewall-logging',
  title: 'Network firewall keeps a log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::NetworkFirewall::Firewall',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::NetworkFirewall::LoggingConfiguration'), (logging) => isPresent(logging.FirewallArn)), resource, 'LoggingConfiguration', 'no logging configuration belongs to it'),
  fix: {
    terraform: `resource "aws_networkfirewall_logging_configuration" "this" {
  firewall_arn = aws_networkfirewall_firewall.this.arn
  …
}`,
    cloudformation: `Logging:
  Type: AWS::NetworkFirewall::LoggingConfiguration
  Properties:
    FirewallArn: !Ref Firewall`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_63'),
    prowler: equal('networkfirewall_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"

        }
        resource "aws_networkfirewall_logging_configuration" "l" {
          firewall_arn = aws_networkfirewall_firewall.f.arn
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: f
              FirewallPolicyArn: arn:1
              VpcId: vpc-1
              SubnetMappings: []
              DeleteProtection: true
          L:
            Type: AWS::NetworkFirewall::LoggingConfiguration
            Properties:
              FirewallArn: !Ref R
      `,
    ],
    bad: [
      tf`
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"

        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::NetworkFirewall::Firewall
            Properties:
              FirewallName: f
              FirewallPolicyArn: arn:1
              VpcId: vpc-1
              SubnetMappings: []
              DeleteProtection: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"

        }
        resource "aws_networkfirewall_logging_configuration" "l" {
          firewall_arn = var.x
        }
      `,
    ],
  },
});
