import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-docdb-deletion-protection',
  title: 'DocumentDB cluster cannot be deleted by one call',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::DocDB::DBCluster',
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
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html'],
  equivalents: {
    prowler: equal('documentdb_cluster_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::DBCluster
            Properties:
              DBClusterIdentifier: c
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::DBCluster
            Properties:
              DBClusterIdentifier: c
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_docdb_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = var.x
        }
      `,
    ],
  },
});
