import { child, cursor, evidenceOf, isAbsent, isTrue, matches, not, undecided } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

const SOURCES = ['SourceDBInstanceIdentifier', 'DBSnapshotIdentifier', 'SnapshotIdentifier', 'SourceDBClusterIdentifier', 'GlobalClusterIdentifier', 'ReplicationSourceIdentifier'];

export default defineCheck({
  id: 'aws-rds-encryption-at-rest',
  title: 'Database storage is encrypted',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Snapshots of an unencrypted database can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag of the database',
    effort: 'a snapshot, an encrypted copy and a restore: it cannot be turned on later',
    reach: 'all data, and its snapshots and replicas',
    trap: 'encryption is taken to be something to add when needed',
  },
  applies: (properties, { resource }) => (resource.type === 'AWS::RDS::DBInstance' ? isAbsent(child(properties, 'DBClusterIdentifier')) : not(matches(child<string>(properties, 'EngineMode'), /^serverless$/))),
  evaluate: (properties, { resource }) => {
    const stored = isTrue(child<boolean>(properties, 'StorageEncrypted'));
    if (stored.truth !== false || cursor(child(properties, 'StorageEncrypted')).state === 'set') return stored;
    // A replica or a restored database takes it from its source.
    const source = SOURCES.map((name) => child(properties, name)).find((field) => cursor(field).tree !== undefined);
    if (source !== undefined) return undecided([{ kind: 'not-collected', detail: `\`${resource.address}\` takes encryption from its source` }], [evidenceOf(source)]);
    return stored;
  },
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: 'StorageEncrypted: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_16', 'CKV_AWS_96'),
    trivy: broader('AVD-AWS-0079', 'AVD-AWS-0080'),
    prowler: broader('rds_instance_storage_encrypted', 'rds_cluster_storage_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          storage_encrypted = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              StorageEncrypted: true
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          storage_encrypted = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              StorageEncrypted: false
      `,
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"

        }
      `,
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          storage_encrypted = false
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          storage_encrypted = var.x
        }
      `,
    ],
  },
});
