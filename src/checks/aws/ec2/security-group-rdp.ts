import { TCP, touches } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-rdp',
  title: 'Security group keeps remote desktop from the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Remote desktop that anyone can reach is the usual first step of ransomware.',
  cwe: ['CWE-284', 'CWE-732'],
  judgement: {
    detection: 'easy: scanners find an open port within minutes, and the log fills with attempts',
    effort: 'minutes, once it is known who connects and from where',
    reach: 'every Windows machine that wears the group',
    trap: 'it was opened for one afternoon of setting up, and nobody closed it',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) => closedToInternet(rules, resource, touches(3389, TCP), 'port 3389 (RDP) is open to the internet'),
  fix: {
    terraform: `ingress {
  protocol    = "tcp"
  from_port   = 3389
  to_port     = 3389
  cidr_blocks = ["10.0.0.0/8"]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 3389
    ToPort: 3389
    CidrIp: 10.0.0.0/8`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    checkov: equal('CKV_AWS_25'),
    trivy: narrower('AVD-AWS-0107'),
    prowler: [...equal('ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389'), ...broader('ec2_instance_port_rdp_exposed_to_internet')],
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 3389
            to_port     = 3389
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_security_group_rule" "r" {
          type              = "ingress"
          security_group_id = aws_security_group.s.id
          protocol          = "tcp"
          from_port         = 3000
          to_port           = 4000
          cidr_blocks       = ["10.0.0.0/8"]
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 3389
                  ToPort: 3389
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 3000
            to_port     = 4000
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_security_group_rule" "r" {
          type              = "ingress"
          security_group_id = aws_security_group.s.id
          protocol          = "-1"
          from_port         = 0
          to_port           = 0
          cidr_blocks       = ["0.0.0.0/0"]
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_vpc_security_group_ingress_rule" "r" {
          security_group_id = aws_security_group.s.id
          ip_protocol       = "tcp"
          from_port         = 3389
          to_port           = 3389
          cidr_ipv6         = "::/0"
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 3389
            to_port     = 3389
            cidr_blocks = ["0.0.0.0/1"]
          }
          ingress {
            protocol    = "-1"
            from_port   = 0
            to_port     = 0
            cidr_blocks = ["128.0.0.0/1"]
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 3000
                  ToPort: 4000
                  CidrIp: 0.0.0.0/0
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
          R:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !GetAtt S.GroupId
              IpProtocol: tcp
              FromPort: 3389
              ToPort: 3389
              CidrIpv6: 2000::/3
      `,
    ],
    unknown: [
      tf`
        variable "office" {}
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol        = "tcp"
            from_port       = 3389
            to_port         = 3389
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
