import { test } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-security-group-description',
  title: 'Redshift security group says what it is for',
  row: 'network',
  severity: 'info',
  on: 'AWS::Redshift::ClusterSecurityGroup',
  why: 'A group whose purpose nobody wrote down is a group that nobody dares to close.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'those who review it',
    trap: 'a name is taken for a reason',
  },
  evaluate: ({ Description: text }) => test(text, (value) => /\S/.test(String(value)) && value !== 'Managed by Terraform'),
  fix: {
    terraform: 'description = "analysts"',
    cloudformation: 'Description: analysts',
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0083'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_security_group" "g" {
          name = "g"
          description = "analysts"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::Redshift::ClusterSecurityGroup
            Properties:
              Description: analysts
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_security_group" "g" {
          name = "g"
          description = ""
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::Redshift::ClusterSecurityGroup
            Properties:
              Description: ""
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_security_group" "g" {
          name = "g"
          description = var.x
        }
      `,
    ],
  },
});
