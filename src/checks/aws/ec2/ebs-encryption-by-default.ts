import { isFalse, not } from '../../../model/index.js';
import { account, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-ebs-encryption-by-default',
  title: 'New volumes of the account are encrypted by default',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::EC2::EbsEncryptionByDefault',
  why: 'Turned off, each volume that forgets the flag is in the clear.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: one setting a region',
    effort: 'a minute',
    reach: 'every volume made from now on',
    trap: 'one region is set and the others are forgotten',
  },
  evaluate: ({ EbsEncryptionByDefault: on }) => not(isFalse(on)),
  fix: {
    terraform: `resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}`,
    cloudformation: '# a setting of the account: aws ec2 enable-ebs-encryption-by-default',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  equivalents: {
    checkov: equal('CKV_AWS_106'),
    prowler: equal('ec2_ebs_default_encryption'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_encryption_by_default" "e" {
          enabled = true
        }
      `,
      account`{"ec2": {"GetEbsEncryptionByDefaultCommand {}": {"EbsEncryptionByDefault": true}}}`,
    ],
    bad: [
      tf`
        resource "aws_ebs_encryption_by_default" "e" {
          enabled = false
        }
      `,
      account`{"ec2": {"GetEbsEncryptionByDefaultCommand {}": {"EbsEncryptionByDefault": false}}}`,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ebs_encryption_by_default" "e" {
          enabled = var.x
        }
      `,
      account`{"ec2": {"GetEbsEncryptionByDefaultCommand {}": {"error": ["UnauthorizedOperation"]}}}`,
    ],
  },
});
