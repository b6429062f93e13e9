import { all, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-failover',
  title: 'Cache fails over to another zone',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::ElastiCache::ReplicationGroup',
  why: 'With one node, or all in one zone, an outage of the zone takes the cache and what depends on it.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'minutes, and a second node',
    reach: 'everything that depends on the cache',
    trap: 'AWS moves nodes by itself; it makes a new, empty one',
  },
  evaluate: ({ AutomaticFailoverEnabled: failover, MultiAZEnabled: zones }) => all(isTrue(failover), isTrue(zones)),
  fix: {
    terraform: `resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "sessions"
  description                = "sessions"
  automatic_failover_enabled = true
  multi_az_enabled           = true
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      AutomaticFailoverEnabled: true
      MultiAZEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_50'),
    prowler: broader('elasticache_redis_cluster_multi_az_enabled', 'elasticache_redis_cluster_automatic_failover_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          automatic_failover_enabled = true
          multi_az_enabled           = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AutomaticFailoverEnabled: true
              MultiAZEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          automatic_failover_enabled = false
          multi_az_enabled           = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AutomaticFailoverEnabled: true
              MultiAZEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "failover" {}
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          automatic_failover_enabled = var.failover
          multi_az_enabled           = true
        }
      `,
      cfn`
        Parameters:
          PZones:
            Type: String
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AutomaticFailoverEnabled: true
              MultiAZEnabled: !Ref PZones
      `,
    ],
  },
});
