import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-minor-upgrades',
  title: 'Replication instance takes minor upgrades by itself',
  row: 'runtime',
  severity: 'low',
  on: 'AWS::DMS::ReplicationInstance',
  why: 'Minor versions carry the security fixes.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the instance',
    trap: 'the service is taken to patch everything anyway',
  },
  evaluate: ({ AutoMinorVersionUpgrade: on }) => isTrue(on),
  fix: {
    terraform: 'auto_minor_version_upgrade = true',
    cloudformation: 'AutoMinorVersionUpgrade: true',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.EngineVersions.html'],
  equivalents: {
    checkov: equal('CKV_AWS_222'),
    prowler: equal('dms_instance_minor_version_upgrade_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          auto_minor_version_upgrade = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              AutoMinorVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          auto_minor_version_upgrade = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::ReplicationInstance
            Properties:
              ReplicationInstanceClass: dms.t3.micro
              AutoMinorVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_replication_instance" "i" {
          replication_instance_id    = "i"
          replication_instance_class = "dms.t3.micro"
          auto_minor_version_upgrade = var.x
        }
      `,
    ],
  },
});
