import { type Field, any, atLeast, equals, isPresent, not, startsWith } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-backup',
  title: 'Cache keeps snapshots',
  row: 'resilience',
  severity: 'low',
  on: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  why: 'What is only in the cache (sessions, queues, counters) is gone with its last node, unless a snapshot is kept.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'seconds, and a little storage',
    reach: 'everything that is only in the cache',
    trap: 'a cache can always be filled again',
  },
  applies: (properties, { facts }) =>
      // Memcached and the oldest nodes cannot make snapshots; a member of a group takes the group's.
      not(any(equals(properties.Engine, 'memcached'), startsWith(properties.CacheNodeType, 'cache.t1.'), isPresent(facts.ReplicationGroupId as Field<unknown>))),
  evaluate: ({ SnapshotRetentionLimit: days }) => atLeast(days, 1),
  fix: {
    terraform: `resource "aws_elasticache_replication_group" "c" {
  replication_group_id     = "sessions"
  description              = "sessions"
  snapshot_retention_limit = 7
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      SnapshotRetentionLimit: 7`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html'],
  equivalents: {
    checkov: equal('CKV_AWS_134'),
    trivy: equal('AVD-AWS-0050'),
    prowler: broader('elasticache_redis_cluster_backup_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id     = "sessions"
          description              = "sessions"
          snapshot_retention_limit = 7
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              SnapshotRetentionLimit: 7
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id     = "sessions"
          description              = "sessions"
          snapshot_retention_limit = 0
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              SnapshotRetentionLimit: 0
      `,
    ],
    unknown: [
      tf`
        variable "days" {}
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id     = "sessions"
          description              = "sessions"
          snapshot_retention_limit = var.days
        }
      `,
      cfn`
        Parameters:
          PDays:
            Type: String
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              SnapshotRetentionLimit: !Ref PDays
      `,
    ],
  },
});
