import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-networkfirewall-deletion-protection',
  title: 'Network firewall cannot be deleted by one call',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::NetworkFirewall::Firewall',
  why: 'One wrong apply, and the network stands open or still.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the networks behind it',
    trap: 'a firewall is taken to be quickly remade',
  },
  evaluate: ({ DeleteProtection: on }) => isTrue(on),
  fix: {
    terraform: 'delete_protection = true',
    cloudformation: 'DeleteProtection: true',
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html'],
  equivalents: {
    checkov: equal('CKV_AWS_344'),
    prowler: equal('networkfirewall_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"
          delete_protection = true
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
    bad: [
      tf`
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"
          delete_protection = false
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
              DeleteProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_networkfirewall_firewall" "f" {
          name                = "f"
          firewall_policy_arn = "arn:1"
          vpc_id              = "vpc-1"
          delete_protection = var.x
        }
      `,
    ],
  },
});
