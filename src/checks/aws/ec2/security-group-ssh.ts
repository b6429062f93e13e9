import { TCP, touches } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-ssh',
  title: 'Security group keeps SSH from the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EC2::SecurityGroup',
  why: 'SSH that anyone can reach is tried with stolen and guessed keys around the clock; one weak account is a shell inside the network.',
  cwe: ['CWE-284', 'CWE-732'],
  judgement: {
    detection: 'easy: scanners find an open port within minutes, and the log fills with attempts',
    effort: 'minutes, once it is known who connects and from where',
    reach: 'every instance and container that wears the group',
    trap: 'a rule for a range of ports, or for all protocols, is not seen to hold port 22',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) => closedToInternet(rules, resource, touches(22, TCP), 'port 22 (SSH) is open to the internet'),
  fix: {
    terraform: `ingress {
  protocol    = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_blocks = ["10.0.0.0/8"]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 22
    ToPort: 22
    CidrIp: 10.0.0.0/8`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    checkov: equal('CKV_AWS_24'),
    trivy: narrower('AVD-AWS-0107'),
    prowler: [...equal('ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22'), ...broader('ec2_instance_port_ssh_exposed_to_internet')],
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 22
            to_port     = 22
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
          from_port         = 20
          to_port           = 25
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
                  FromPort: 22
                  ToPort: 22
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 20
            to_port     = 25
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
          from_port         = 22
          to_port           = 22
          cidr_ipv6         = "::/0"
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 22
            to_port     = 22
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
                  FromPort: 20
                  ToPort: 25
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
              FromPort: 22
              ToPort: 22
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
            from_port       = 22
            to_port         = 22
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
