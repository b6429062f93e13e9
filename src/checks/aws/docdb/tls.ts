import { child, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-docdb-tls',
  title: 'DocumentDB accepts encrypted connections only',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::DocDB::DBClusterParameterGroup',
  why: 'Passwords and documents that cross the network in the clear can be read on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients connect either way',
    effort: 'minutes, and a restart',
    reach: 'every connection',
    trap: 'the server offers encryption, so it is taken to be used',
  },
  evaluate: ({ Parameters: parameters }) => not(matches(child<string>(parameters, 'tls'), /^disabled$/i)),
  fix: {
    terraform: `parameter {
  name  = "tls"
  value = "enabled"
}`,
    cloudformation: `Parameters:
  tls: enabled`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html'],
  equivalents: {
    checkov: equal('CKV_AWS_90'),
  },
  examples: {
    good: [
      tf`
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "tls"
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
                tls: enabled
      `,
    ],
    bad: [
      tf`
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "tls"
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
                tls: disabled
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_docdb_cluster_parameter_group" "p" {
          family = "docdb5.0"
          parameter {
            name  = "tls"
            value = var.x
          }
        }
      `,
    ],
  },
});
