import { all, any, isNotEmpty, isPresent, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-authenticates',
  title: 'Cache asks its clients who they are',
  row: 'identity',
  severity: 'high',
  on: 'AWS::ElastiCache::ReplicationGroup',
  why: 'Without a token or users whoever reaches the port reads and writes everything: one compromised container is enough.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'hard: clients work all the same',
    effort: 'hours: clients must be told',
    reach: 'everything that is cached',
    trap: 'the security group lets in only our own',
  },
  evaluate: ({ TransitEncryptionEnabled: encrypted, AuthToken: token, UserGroupIds: users }) => all(isTrue(encrypted), any(isPresent(token), isNotEmpty(users))),
  fix: {
    terraform: `resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "sessions"
  description                = "sessions"
  transit_encryption_enabled = true
  user_group_ids             = ["app"]
}`,
    cloudformation: `Resources:
  C:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      TransitEncryptionEnabled: true
      UserGroupIds: [app]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html'],
  equivalents: {
    checkov: equal('CKV_AWS_31'),
    prowler: broader('elasticache_redis_replication_group_auth_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = true
          user_group_ids             = ["app"]
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              TransitEncryptionEnabled: true
              UserGroupIds: [app]
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = true
          user_group_ids             = []
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::ReplicationGroup
            Properties:
              ReplicationGroupDescription: sessions
              TransitEncryptionEnabled: false
              UserGroupIds: [app]
      `,
    ],
    unknown: [
      tf`
        variable "users" {}
        resource "aws_elasticache_replication_group" "c" {
          replication_group_id       = "sessions"
          description                = "sessions"
          transit_encryption_enabled = true
          user_group_ids             = var.users
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
              UserGroupIds: [app]
      `,
    ],
  },
});
