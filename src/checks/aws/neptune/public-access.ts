import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-neptune-public-access',
  title: 'Neptune instance has no public address',
  row: 'network',
  severity: 'critical',
  on: 'AWS::Neptune::DBInstance',
  why: 'A public address puts the service one guessed password, or one hole, from the whole internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag, and scanners see the port',
    effort: 'minutes; those who connect from outside need a tunnel',
    reach: 'all data of the service',
    trap: 'the security group is trusted to stay closed',
  },
  evaluate: ({ PubliclyAccessible: open }) => not(isTrue(open)),
  fix: {
    terraform: 'publicly_accessible = false',
    cloudformation: 'PubliclyAccessible: false',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/security-vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_102'),
  },
  examples: {
    good: [
      tf`
        resource "aws_neptune_cluster_instance" "i" {
          cluster_identifier = "c"
          instance_class     = "db.r5.large"
          publicly_accessible = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r5.large
              PubliclyAccessible: false
      `,
    ],
    bad: [
      tf`
        resource "aws_neptune_cluster_instance" "i" {
          cluster_identifier = "c"
          instance_class     = "db.r5.large"
          publicly_accessible = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Neptune::DBInstance
            Properties:
              DBInstanceClass: db.r5.large
              PubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_neptune_cluster_instance" "i" {
          cluster_identifier = "c"
          instance_class     = "db.r5.large"
          publicly_accessible = var.x
        }
      `,
    ],
  },
});
