import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-emr-kerberos-realm',
  title: 'Hadoop cluster with Kerberos names a realm',
  row: 'identity',
  severity: 'low',
  on: 'AWS::EMR::Cluster',
  why: 'Without a realm nobody is told apart.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the cluster',
    trap: 'the block alone is taken to turn it on',
  },
  applies: ({ KerberosAttributes: kerberos }) => isPresent(kerberos),
  evaluate: ({ KerberosAttributes: kerberos }) => isPresent(kerberos.Realm),
  fix: {
    terraform: `kerberos_attributes {
  realm = "EC2.INTERNAL"
}`,
    cloudformation: `KerberosAttributes:
  Realm: EC2.INTERNAL`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html'],
  equivalents: {
    checkov: equal('CKV_AWS_114'),
  },
  examples: {
    good: [
      tf`
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          kerberos_attributes {
            kdc_admin_password = "x"
            realm              = "EC2.INTERNAL"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EMR::Cluster
            Properties:
              Name: c
              ReleaseLabel: emr-7.0.0
              ServiceRole: r
              JobFlowRole: j
              Instances: {}
              KerberosAttributes:
                Realm: EC2.INTERNAL
                KdcAdminPassword: "{{resolve:ssm:x}}"
      `,
    ],
    bad: [
      tf`
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          kerberos_attributes {
            kdc_admin_password = "x"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EMR::Cluster
            Properties:
              Name: c
              ReleaseLabel: emr-7.0.0
              ServiceRole: r
              JobFlowRole: j
              Instances: {}
              KerberosAttributes:
                KdcAdminPassword: "{{resolve:ssm:x}}"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          kerberos_attributes {
            kdc_admin_password = "x"
            realm              = var.x
          }
        }
      `,
    ],
  },
});
