import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kms-enabled',
  title: 'Key is enabled',
  row: 'encryption',
  severity: 'low',
  on: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  why: 'What a disabled key encrypted cannot be read: backups fail to restore, services stop. A key left disabled is an outage that waits.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'seconds',
    reach: 'everything that is encrypted with the key',
    trap: 'nobody uses that key any more',
  },
  evaluate: ({ Enabled: enabled }) => not(isFalse(enabled)),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  is_enabled = true
}`,
    cloudformation: `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html'],
  equivalents: {
    checkov: equal('CKV_AWS_227'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          is_enabled = true
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          is_enabled = false
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "enabled" {}
        resource "aws_kms_key" "k" {
          is_enabled = var.enabled
        }
      `,
      cfn`
        Parameters:
          PEnabled:
            Type: String
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              Enabled: !Ref PEnabled
      `,
    ],
  },
});
