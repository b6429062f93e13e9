import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-public-access',
  title: 'Replication instance has no public address',
  row: 'network',
  severity: 'high',
  on: 'AWS::DMS::ReplicationInstance',
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
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  equivalents: {
    checkov: equal('CKV_AWS_89'),
    prowler: equal('dms_instance_no_public_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          publicly_accessible = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              PubliclyAccessible: false
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          publicly_accessible = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              PubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          publicly_accessible = var.x
        }
      `,
    ],
  },
});
