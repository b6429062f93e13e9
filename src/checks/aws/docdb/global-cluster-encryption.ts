import { cursor, evidenceOf, isPresent, isTrue, undecided } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-docdb-global-cluster-encryption',
  title: 'DocumentDB global cluster is encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::DocDB::GlobalCluster',
  why: 'Snapshots of unencrypted storage can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'a new cluster from a snapshot: it cannot be turned on later',
    reach: 'all data, and its snapshots',
    trap: 'encryption is taken to be something to add when needed',
  },
  evaluate: ({ StorageEncrypted: encrypted, SourceDBClusterIdentifier: source }) =>
    cursor(encrypted).state !== 'set' && isPresent(source).truth === true
      ? undecided([{ kind: 'not-collected', detail: 'it is encrypted as its first cluster is' }], [evidenceOf(source)])
      : isTrue(encrypted),
  fix: {
    terraform: 'storage_encrypted = true',
    cloudformation: 'StorageEncrypted: true',
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html'],
  equivalents: {
    checkov: equal('CKV_AWS_292'),
  },
  examples: {
    good: [
      tf`
        resource "aws_docdb_global_cluster" "c" {
          global_cluster_identifier = "c"
          storage_encrypted = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::GlobalCluster
            Properties:
              GlobalClusterIdentifier: c
              StorageEncrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_docdb_global_cluster" "c" {
          global_cluster_identifier = "c"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DocDB::GlobalCluster
            Properties:
              GlobalClusterIdentifier: c
              StorageEncrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_docdb_global_cluster" "c" {
          global_cluster_identifier = "c"
          storage_encrypted = var.x
        }
      `,
    ],
  },
});
