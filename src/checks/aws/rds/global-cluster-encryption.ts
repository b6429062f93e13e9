import { any, fails, isPresent, isTrue } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-global-cluster-encryption',
  title: 'Global cluster is encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::RDS::GlobalCluster',
  why: 'Each copy of the data, in each region, is in the clear.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'a new cluster',
    reach: 'the data in every region',
    trap: 'encryption of the first cluster is taken to spread',
  },
  evaluate: ({ StorageEncrypted: encrypted, SourceDBClusterIdentifier: source }, { through }) =>
    any(
      isTrue(encrypted),
      isPresent(source).truth === false ? fails() : someLinked(through('SourceDBClusterIdentifier', 'AWS::RDS::DBCluster'), (cluster) => isTrue(cluster.StorageEncrypted)),
    ),
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: 'StorageEncrypted: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
  equivalents: {
    checkov: broader('CKV_AWS_140'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_global_cluster" "g" {
          global_cluster_identifier = "g"
          engine                    = "aurora-postgresql"
          storage_encrypted = true
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_global_cluster" "g" {
          global_cluster_identifier = "g"
          engine                    = "aurora-postgresql"
          storage_encrypted = false
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::RDS::GlobalCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_global_cluster" "g" {
          global_cluster_identifier = "g"
          engine                    = "aurora-postgresql"
          storage_encrypted = var.x
        }
      `,
    ],
  },
});
