import { all, isTrue, matches, some, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-tls',
  title: 'Redshift accepts encrypted connections only',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::Redshift::ClusterParameterGroup',
  why: 'Passwords and rows that cross the network in the clear can be read on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients connect either way',
    effort: 'minutes, and a restart',
    reach: 'every connection',
    trap: 'the server offers encryption, so it is taken to be used',
  },
  evaluate: ({ Parameters: parameters }) => some(parameters, ({ ParameterName: name, ParameterValue: value }) => all(matches(name, /^require_ssl$/i), isTrue(value as Field<never>))),
  fix: {
    terraform: `parameter {
  name  = "require_ssl"
  value = "true"
}`,
    cloudformation: `Parameters:
  - ParameterName: require_ssl
    ParameterValue: "true"`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html'],
  equivalents: {
    checkov: equal('CKV_AWS_105'),
    prowler: equal('redshift_cluster_in_transit_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_parameter_group" "p" {
          name   = "p"
          family = "redshift-1.0"
          parameter {
            name  = "require_ssl"
            value = "true"
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: p
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: require_ssl
                  ParameterValue: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_parameter_group" "p" {
          name   = "p"
          family = "redshift-1.0"
          parameter {
            name  = "require_ssl"
            value = "false"
          }
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Redshift::ClusterParameterGroup
            Properties:
              Description: p
              ParameterGroupFamily: redshift-1.0
              Parameters:
                - ParameterName: require_ssl
                  ParameterValue: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_parameter_group" "p" {
          name   = "p"
          family = "redshift-1.0"
          parameter {
            name  = "require_ssl"
            value = var.x
          }
        }
      `,
    ],
  },
});
