import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-tls',
  title: 'Cache speaks TLS',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElastiCache::ReplicationGroup',
  why: 'Without TLS sessions, tokens and the password itself cross the network in the clear.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients work all the same',
    effort: 'hours: clients must be told',
    reach: 'everything that is cached',
    trap: 'it is inside the VPC',
  },
  evaluate: ({ TransitEncryptionEnabled: encrypted }) => isTrue(encrypted),
  fix: {
    terraform: `resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "sessions"
  description                = "sessions"
  transit_encryption_enabled = true
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      TransitEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_30'),
    trivy: equal('AVD-AWS-0051'),
    prowler: equal('elasticache_redis_cluster_in_transit_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = true
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              TransitEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = false
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              TransitEncryptionEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = var.encrypt
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
              TransitEncryptionEnabled: !Ref PEncrypt
      `,
    ],
  },
});
