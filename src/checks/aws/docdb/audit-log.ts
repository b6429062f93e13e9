import { child, matches } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-docdb-audit-log',
  title: 'DocumentDB writes an audit log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::DocDB::DBClusterParameterGroup',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ Parameters: parameters }) => matches(child<string>(parameters, 'audit_logs'), /^(?:enabled|all|ddl|dml_read|dml_write)/i),
  fix: {
    terraform: `parameter {
  name  = "audit_logs"
  value = "enabled"
}`,
    cloudformation: `Parameters:
  audit_logs: enabled`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  equivalents: {
    checkov: broader('CKV_AWS_104'),
  },
  examples: {
    good: [
      tf`
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "audit_logs"
            value = "enabled"
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Family: docdb5.0
              Description: p
              Parameters:
                audit_logs: enabled
      `,
    ],
    bad: [
      tf`
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "audit_logs"
            value = "disabled"
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::DocDB::DBClusterParameterGroup
            Properties:
              Family: docdb5.0
              Description: p
              Parameters:
                audit_logs: disabled
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "audit_logs"
            value = var.x
          }
        }
      `,
    ],
  },
});
