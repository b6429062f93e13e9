import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-deletion-protection',
  title: 'Aurora cluster cannot be deleted by one call',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::RDS::DBCluster',
  why: 'One wrong apply, or one intruder with the right to delete, and the cluster is gone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the data of the cluster',
    trap: 'backups are taken to survive the cluster',
  },
  evaluate: ({ DeletionProtection: on }) => isTrue(on),
  fix: {
    terraform: 'deletion_protection = true',
    cloudformation: 'DeletionProtection: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html'],
  equivalents: {
    checkov: equal('CKV_AWS_139'),
    trivy: equal('AVD-AWS-0343'),
    prowler: equal('rds_cluster_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          deletion_protection = var.x
        }
      `,
    ],
  },
});
