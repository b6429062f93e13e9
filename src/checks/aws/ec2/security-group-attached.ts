import { any, holds, isPresent, isTrue, not, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

/** Types that put a group on a network interface. */
const WEARERS = [
  'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::EC2::NetworkInterface', 'AWS::EC2::VPCEndpoint', 'AWS::EC2::ClientVpnEndpoint', 'AWS::AutoScaling::LaunchConfiguration',
  'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::DBProxy', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster', 'AWS::Redshift::Cluster', 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain', 'AWS::MSK::Cluster', 'AWS::AmazonMQ::Broker', 'AWS::DMS::ReplicationInstance',
  'AWS::EMR::Cluster', 'AWS::Transfer::Server', 'AWS::Lambda::Function', 'AWS::ECS::Service', 'AWS::EKS::Cluster', 'AWS::EKS::Nodegroup', 'AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster',
  'AWS::EFS::MountTarget', 'AWS::DAX::Cluster', 'AWS::CodeBuild::Project', 'AWS::SageMaker::NotebookInstance', 'AWS::MWAA::Environment', 'AWS::Batch::ComputeEnvironment', 'AWS::Glue::Connection',
  'AWS::FSx::FileSystem', 'AWS::ApiGatewayV2::VpcLink', 'AWS::Events::Rule',
] as const;

export default defineCheck({
  id: 'aws-ec2-security-group-attached',
  title: 'Security group is worn by something',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::SecurityGroup',
  why: 'A group that nothing wears is a door waiting for a house: the next one who needs a group takes it as it is.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy: nothing refers to it',
    effort: 'minutes: delete it',
    reach: 'nothing today',
    trap: 'a spare group is taken for harmless because it guards nothing yet',
  },
  applies: (_, { facts }) => not(isTrue(facts.IsDefault as Field<boolean>)),
  evaluate: (_, { resource, facts, pointingHere }) =>
    lacking(
      any(isPresent(facts.MentionedBy as Field<string>), WEARERS.map((type) => someLinked(pointingHere(type), (_properties, member) => holds([{ path: 'SecurityGroups', state: 'set', at: member.resource.at, address: member.resource.address }])))),
      resource,
      'GroupId',
      'nothing in this code wears the group',
    ),
  fix: {
    terraform: 'vpc_security_group_ids = [aws_security_group.this.id]',
    cloudformation: 'SecurityGroupIds: [!GetAtt Group.GroupId]',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_5'),
    prowler: equal('ec2_securitygroup_not_used'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_instance" "i" {
          ami                    = "ami-1"
          vpc_security_group_ids = [aws_security_group.s.id]
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
          L:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              SecurityGroups: [!Ref S]
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
      `,
    ],
    unknown: [
      tf`
        variable "groups" {
          type = list(string)
        }
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_instance" "i" {
          ami                    = "ami-1"
          vpc_security_group_ids = var.groups
        }
      `,
    ],
  },
});
