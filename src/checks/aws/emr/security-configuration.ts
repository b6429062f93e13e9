import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-emr-security-configuration',
  title: 'Hadoop cluster has a security configuration',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::EMR::Cluster',
  why: 'Without one, disks and traffic are in the clear.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'all data of the cluster',
    trap: 'storage in S3 is encrypted, so the disks are taken to be',
  },
  evaluate: ({ SecurityConfiguration: configuration }) => isPresent(configuration),
  fix: {
    terraform: 'security_configuration = aws_emr_security_configuration.this.name',
    cloudformation: 'SecurityConfiguration: !Ref Configuration',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_55'),
  },
  examples: {
    good: [
      tf`
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          security_configuration = "s"
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
              SecurityConfiguration: s
      `,
    ],
    bad: [
      tf`
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
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
              LogUri: s3://logs
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          security_configuration = var.x
        }
      `,
    ],
  },
});
