import { child, fails, isNotEmpty, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticache-no-classic',
  title: 'No cache security groups of the retired network',
  row: 'network',
  severity: 'medium',
  on: ['AWS::ElastiCache::SecurityGroup', 'AWS::ElastiCache::CacheCluster'],
  why: 'They belong to EC2-Classic, which is gone: what they were to guard is guarded by nothing.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the type says it',
    effort: 'an hour',
    reach: 'the caches that name them',
    trap: 'the code still applies in part, so the group is taken to work',
  },
  evaluate: (properties, { resource }) =>
    resource.type === 'AWS::ElastiCache::SecurityGroup' ? fails([{ path: 'Description', state: 'set', at: resource.at }], 'a security group of EC2-Classic guards nothing') : not(isNotEmpty(child(properties, 'CacheSecurityGroupNames'))),
  fix: {
    terraform: 'security_group_ids = [aws_security_group.this.id]',
    cloudformation: 'VpcSecurityGroupIds: [!GetAtt Group.GroupId]',
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VPCs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_196'),
    trivy: broader('AVD-AWS-0049'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elasticache_cluster" "c" {
          cluster_id         = "c"
          engine             = "memcached"
          security_group_ids = ["sg-1"]
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ElastiCache::CacheCluster
            Properties:
              Engine: memcached
              VpcSecurityGroupIds: [sg-1]
      `,
    ],
    bad: [
      tf`
        resource "aws_elasticache_security_group" "g" {
          name                 = "g"
          security_group_names = ["web"]
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::ElastiCache::SecurityGroup
            Properties:
              Description: web
      `,
    ],
    unknown: [],
  },
});
