import { isPresent, isTrue, not, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-network-acl-attached',
  title: 'Network ACL guards a subnet',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::NetworkAcl',
  why: 'A list that guards no subnet protects nothing, while its author thinks that it does.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy: nothing refers to it',
    effort: 'minutes',
    reach: 'the subnets that were meant to be guarded',
    trap: 'writing the list is taken for putting it in force',
  },
  applies: (_, { facts }) => not(isTrue(facts.IsDefault as Field<boolean>)),
  evaluate: (_, { resource, pointingHere }) =>
    lacking(someLinked(pointingHere('AWS::EC2::SubnetNetworkAclAssociation'), (association) => isPresent(association.SubnetId)), resource, 'NetworkAclId', 'no subnet in this code uses the list'),
  fix: {
    terraform: 'subnet_ids = [aws_subnet.this.id]',
    cloudformation: `Association:
  Type: AWS::EC2::SubnetNetworkAclAssociation
  Properties:
    SubnetId: !Ref Subnet
    NetworkAclId: !Ref Acl`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_1'),
    prowler: equal('ec2_networkacl_unused'),
  },
  examples: {
    good: [
      tf`
        resource "aws_subnet" "s" {
          vpc_id = "vpc-1"
        }
        resource "aws_network_acl" "a" {
          vpc_id     = "vpc-1"
          subnet_ids = [aws_subnet.s.id]
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-1
          B:
            Type: AWS::EC2::SubnetNetworkAclAssociation
            Properties:
              SubnetId: subnet-1
              NetworkAclId: !Ref A
      `,
    ],
    bad: [
      tf`
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
        }
        resource "aws_network_acl_association" "b" {
          subnet_id      = "subnet-1"
          network_acl_id = var.x
        }
      `,
    ],
  },
});
