import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-efs-encryption',
  title: 'File system is encrypted at rest',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::EFS::FileSystem',
  why: 'Files that are stored in the clear are readable to whoever gets at the storage, and no key can be withdrawn to stop it.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the file system',
    effort: 'hours: encryption is chosen at creation; files must be copied over',
    reach: 'every file',
    trap: 'AWS encrypts its disks; file systems made through the API are not encrypted unless asked for',
  },
  evaluate: ({ Encrypted: encrypted }) => isTrue(encrypted),
  fix: {
    terraform: `resource "aws_efs_file_system" "f" {
  encrypted = true
}`,
    cloudformation: `Resources:
  F:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_42'),
    trivy: equal('AVD-AWS-0037'),
    prowler: equal('efs_encryption_at_rest_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = false
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_efs_file_system" "f" {
          encrypted = var.encrypt
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: !Ref PEncrypt
      `,
    ],
  },
});
