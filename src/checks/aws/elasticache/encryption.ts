import { all, any, equals, isAbsent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-encryption',
  title: 'Cache is encrypted at rest',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElastiCache::ReplicationGroup',
  why: 'Snapshots and swap write the contents of the cache, sessions and tokens among them, to disk. In the clear they are readable to whoever gets at the storage.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the group',
    effort: 'hours: the group must be made anew',
    reach: 'everything that was ever cached',
    trap: 'a cache is only memory',
  },
  evaluate: ({ AtRestEncryptionEnabled: encrypted, Engine: engine }) => any(isTrue(encrypted), all(isAbsent(encrypted), equals(engine, 'valkey'))),
  fix: {
    terraform: `resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "sessions"
  description                = "sessions"
  at_rest_encryption_enabled = true
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      AtRestEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_29'),
    trivy: equal('AVD-AWS-0045'),
    prowler: equal('elasticache_redis_cluster_rest_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          at_rest_encryption_enabled = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AtRestEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          at_rest_encryption_enabled = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AtRestEncryptionEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          at_rest_encryption_enabled = var.encrypt
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              AtRestEncryptionEnabled: !Ref PEncrypt
      `,
    ],
  },
});
