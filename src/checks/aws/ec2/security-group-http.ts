import { TCP, touches } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-http',
  title: 'Security group keeps plain HTTP from the internet',
  row: 'network',
  severity: 'low',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Whatever answers on port 80 answers in the clear: passwords and sessions can be read and pages changed on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: scanners find an open port within minutes, and the log fills with attempts',
    effort: 'minutes, once it is known who connects and from where',
    reach: 'every server that wears the group',
    trap: 'the redirect to HTTPS is taken to need the port on the servers too, when only the load balancer does',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) => closedToInternet(rules, resource, touches(80, TCP), 'port 80 (plain HTTP) is open to the internet'),
  fix: {
    terraform: `ingress {
  protocol    = "tcp"
  from_port   = 80
  to_port     = 80
  cidr_blocks = ["10.0.0.0/8"]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 80
    ToPort: 80
    CidrIp: 10.0.0.0/8`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    checkov: equal('CKV_AWS_260'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 80
            to_port     = 80
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
          from_port         = 79
          to_port           = 81
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
                  FromPort: 80
                  ToPort: 80
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 79
            to_port     = 81
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
          from_port         = 80
          to_port           = 80
          cidr_ipv6         = "::/0"
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 80
            to_port     = 80
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
                  FromPort: 79
                  ToPort: 81
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
              FromPort: 80
              ToPort: 80
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
            from_port       = 80
            to_port         = 80
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
