import { isFalse, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-auto-minor-upgrade',
  title: 'Cache takes minor versions automatically',
  row: 'runtime',
  severity: 'low',
  on: ['AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup'],
  why: 'Minor versions carry the security fixes. Switched off, they wait for someone to remember.',
  cwe: ['CWE-1104', 'CWE-1329'],
  judgement: {
    detection: 'easy: the version is shown',
    effort: 'seconds',
    reach: 'this cache',
    trap: 'AWS patches managed services; this switch says whether',
  },
  evaluate: ({ AutoMinorVersionUpgrade: upgrade }) => not(isFalse(upgrade)),
  fix: {
    terraform: `resource "aws_elasticache_cluster" "c" {
  cluster_id                 = "sessions"
  engine                     = "redis"
  auto_minor_version_upgrade = true
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      Engine: redis
      AutoMinorVersionUpgrade: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html'],
  equivalents: {
    checkov: broader('CKV_AWS_322'),
    prowler: equal('elasticache_redis_cluster_auto_minor_version_upgrades'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_cluster" "c" {
          cluster_id                 = "sessions"
          engine                     = "redis"
          auto_minor_version_upgrade = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: redis
              AutoMinorVersionUpgrade: true
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_cluster" "c" {
          cluster_id                 = "sessions"
          engine                     = "redis"
          auto_minor_version_upgrade = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: redis
              AutoMinorVersionUpgrade: false
      `,
    ],
    unknown: [
      tf`
        variable "upgrade" {}
        resource "aws_elasticache_cluster" "c" {
          cluster_id                 = "sessions"
          engine                     = "redis"
          auto_minor_version_upgrade = var.upgrade
        }
      `,
      cfn`
        Parameters:
          PUpgrade:
            Type: String
        Resources:
          C:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: redis
              AutoMinorVersionUpgrade: !Ref PUpgrade
      `,
    ],
  },
});
