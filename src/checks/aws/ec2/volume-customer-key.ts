import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-volume-customer-key',
  title: 'Volumes are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::EC2::Volume',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a copy of the volume',
    reach: 'the volume and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html', 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  equivalents: {
    checkov: equal('CKV_AWS_189'),
    trivy: equal('AVD-AWS-0027'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          encrypted         = true
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          encrypted         = true
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Encrypted: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          encrypted         = true
          kms_key_id = var.x
        }
      `,
    ],
  },
});
