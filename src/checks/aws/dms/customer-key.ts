import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-customer-key',
  title: 'Replication instance is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::DMS::ReplicationInstance',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_arn = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html'],
  equivalents: {
    checkov: equal('CKV_AWS_212'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              MultiAZ: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          kms_key_arn = var.x
        }
      `,
    ],
  },
});
