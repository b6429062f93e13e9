import { atLeast, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-cluster-backtrack',
  title: 'MySQL cluster can be wound back',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::RDS::DBCluster',
  why: 'A wrong statement is undone in minutes instead of restored in hours.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'it must be chosen when the cluster is made',
    reach: 'the data of the cluster',
    trap: 'a backup is taken to be as fast',
  },
  applies: ({ Engine: engine }) => matches(engine, /^aurora(?:-mysql)?$/),
  evaluate: ({ BacktrackWindow: window }) => atLeast(window, 1),
  fix: {
    terraform: 'backtrack_window = 86400',
    cloudformation: 'BacktrackWindow: 86400',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_326'),
    prowler: equal('rds_cluster_backtrack_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          backtrack_window = 86400
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: 86400
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          backtrack_window = 0
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              BacktrackWindow: 0
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-mysql"
          backtrack_window = var.x
        }
      `,
    ],
  },
});
