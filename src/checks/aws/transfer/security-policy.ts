import { matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-transfer-security-policy',
  title: 'Transfer server uses a current security policy',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::Transfer::Server',
  why: 'Old policies offer ciphers and key exchanges that are broken.',
  cwe: ['CWE-327'],
  judgement: {
    detection: 'hard',
    effort: 'one line; old clients',
    reach: 'all connections',
    trap: 'the default is taken to be current',
  },
  evaluate: ({ SecurityPolicyName: policy }) => matches(policy, /-(?:202[4-9])-\d{2}$|PQ-SSH|^TransferSecurityPolicy-(?:FIPS-)?202[4-9]/),
  fix: {
    terraform: 'security_policy_name = "TransferSecurityPolicy-2024-01"',
    cloudformation: 'SecurityPolicyName: TransferSecurityPolicy-2024-01',
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html'],
  equivalents: {
    checkov: equal('CKV_AWS_380'),
  },
  examples: {
    good: [
      tf`
        resource "aws_transfer_server" "t" {
          security_policy_name = "TransferSecurityPolicy-2024-01"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Transfer::Server
            Properties:
              SecurityPolicyName: TransferSecurityPolicy-2024-01
      `,
    ],
    bad: [
      tf`
        resource "aws_transfer_server" "t" {
          security_policy_name = "TransferSecurityPolicy-2018-11"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Transfer::Server
            Properties:
              SecurityPolicyName: TransferSecurityPolicy-2018-11
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_transfer_server" "t" {
          security_policy_name = var.x
        }
      `,
    ],
  },
});
