import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-memorydb-minor-upgrades',
  title: 'MemoryDB takes minor versions by itself',
  row: 'runtime',
  severity: 'low',
  on: 'AWS::MemoryDB::Cluster',
  why: 'Minor versions hold the fixes of known holes.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ AutoMinorVersionUpgrade: on }) => not(isFalse(on)),
  fix: {
    terraform: `auto_minor_version_upgrade = true`,
    cloudformation: `AutoMinorVersionUpgrade: true`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/engine-versions.html'],
  equivalents: {
    prowler: equal('memorydb_cluster_auto_minor_version_upgrades'),
  },
  examples: {
    good: [
      tf`
        resource "aws_memorydb_cluster" "r" {
          name                       = "c"
          node_type                  = "db.t4g.small"
          acl_name                   = "open-access"
          auto_minor_version_upgrade = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: c
              NodeType: db.t4g.small
              ACLName: open-access
              AutoMinorVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_memorydb_cluster" "r" {
          name                       = "c"
          node_type                  = "db.t4g.small"
          acl_name                   = "open-access"
          auto_minor_version_upgrade = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: c
              NodeType: db.t4g.small
              ACLName: open-access
              AutoMinorVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_memorydb_cluster" "r" {
          name                       = "c"
          node_type                  = "db.t4g.small"
          acl_name                   = "open-access"
          auto_minor_version_upgrade = var.x
        }
      `,
    ],
  },
});
