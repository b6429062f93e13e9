import { everyPort } from '../../../network/index.js';
import { aclClosedToInternet, judgedHere } from './network-acl.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-network-acl-all-ports',
  title: 'Network ACL does not let the internet reach every port',
  row: 'network',
  severity: 'medium',
  on: ['AWS::EC2::NetworkAcl', 'AWS::EC2::NetworkAclEntry'],
  why: 'A list that lets everything through is no wall at all; the subnet hangs on its security groups alone.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: the entry says it',
    effort: 'minutes, but remember the ports of replies',
    reach: 'every subnet that the list guards',
    trap: 'the security group is taken to do all the work, until someone opens one',
  },
  applies: (_, context) => judgedHere(context),
  evaluate: (properties, context) => aclClosedToInternet(properties, context, everyPort, 'every port is open to the internet'),
  fix: {
    terraform: `ingress {
  protocol   = "tcp"
  rule_no    = 100
  action     = "allow"
  cidr_block = "10.0.0.0/8"
  from_port  = 443
  to_port    = 443
}`,
    cloudformation: `RuleAction: allow
Protocol: 6
CidrBlock: 10.0.0.0/8
PortRange: { From: 443, To: 443 }`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  equivalents: {
    checkov: broader('CKV_AWS_352'),
    trivy: broader('AVD-AWS-0102'),
    prowler: equal('ec2_networkacl_allow_ingress_any_port'),
  },
  examples: {
    good: [
      tf`
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
          ingress {
            protocol   = "tcp"
            rule_no    = 100
            action     = "allow"
            cidr_block = "10.0.0.0/8"
            from_port  = 443
            to_port    = 443
          }
        }
      `,
      tf`
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
        }
        resource "aws_network_acl_rule" "r" {
          network_acl_id = aws_network_acl.a.id
          rule_number    = 100
          rule_action    = "deny"
          protocol       = "tcp"
          cidr_block     = "0.0.0.0/0"
          from_port      = 443
          to_port        = 443
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-1
          E:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: !Ref A
              RuleNumber: 100
              RuleAction: allow
              Protocol: 6
              CidrBlock: 10.0.0.0/8
              PortRange:
                From: 443
                To: 443
      `,
    ],
    bad: [
      tf`
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
          ingress {
            protocol   = "tcp"
            rule_no    = 100
            action     = "allow"
            cidr_block = "0.0.0.0/0"
            from_port  = 1
            to_port    = 65535
          }
        }
      `,
      tf`
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
        }
        resource "aws_network_acl_rule" "r" {
          network_acl_id = aws_network_acl.a.id
          rule_number    = 100
          rule_action    = "allow"
          protocol       = "-1"
          cidr_block     = "0.0.0.0/0"
          from_port      = 0
          to_port        = 0
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-1
          E:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: !Ref A
              RuleNumber: 100
              RuleAction: allow
              Protocol: 6
              CidrBlock: 0.0.0.0/0
              PortRange:
                From: 1
                To: 65535
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_network_acl" "a" {
          vpc_id = "vpc-1"
          ingress {
            protocol   = "tcp"
            rule_no    = 100
            action     = "allow"
            cidr_block = var.x
            from_port  = 1
            to_port    = 65535
          }
        }
      `,
    ],
  },
});
