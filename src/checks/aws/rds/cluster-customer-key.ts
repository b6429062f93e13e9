import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-customer-key',
  title: 'Aurora cluster is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::RDS::DBCluster',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data of the cluster and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_327'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          storage_encrypted = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
