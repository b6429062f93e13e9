import { all, equals, isTrue, not, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kms-rotation',
  title: 'Symmetric key rotates each year',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::KMS::Key',
  why: 'A key that never changes decrypts everything that it ever encrypted. Rotation bounds what one leaked or broken key material opens, and costs nothing to the callers.',
  cwe: ['CWE-320', 'CWE-326'],
  judgement: {
    detection: 'easy: the setting is on the key',
    effort: 'seconds: one flag, nothing is encrypted anew',
    reach: 'everything that is encrypted with the key',
    trap: 'AWS rotates keys; it does so only for those it manages',
  },
  applies: ({ KeySpec: spec, Origin: origin, KeyUsage: usage }) => all(equals(spec, 'SYMMETRIC_DEFAULT'), not(oneOf(origin, ['EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'])), equals(usage, 'ENCRYPT_DECRYPT')),
  evaluate: ({ EnableKeyRotation: rotation }) => isTrue(rotation),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}`,
    cloudformation: `Resources:
  K:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  equivalents: {
    checkov: equal('CKV_AWS_7'),
    trivy: equal('AVD-AWS-0065'),
    prowler: equal('kms_cmk_rotation_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = false
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: false
      `,
    ],
    unknown: [
      tf`
        variable "rotate" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = var.rotate
        }
      `,
      cfn`
        Parameters:
          PRotate:
            Type: String
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: !Ref PRotate
      `,
    ],
  },
});
