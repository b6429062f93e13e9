import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-deletion-protection',
  title: 'Neptune cluster cannot be deleted by one call',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::Neptune::DBCluster',
  why: 'One wrong apply, or one intruder with the right to delete, and the cluster is gone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the data of the graph',
    trap: 'backups are taken to survive the cluster',
  },
  evaluate: ({ DeletionProtection: on }) => isTrue(on),
  fix: {
    terraform: 'deletion_protection = true',
    cloudformation: 'DeletionProtection: true',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
  equivalents: {
    prowler: equal('neptune_cluster_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBCluster
            Properties:
              DBClusterIdentifier: c
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster" "c" {
          cluster_identifier = "c"
          deletion_protection = var.x
        }
      `,
    ],
  },
});
