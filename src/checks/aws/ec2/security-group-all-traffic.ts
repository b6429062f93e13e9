import { everyPort } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-all-traffic',
  title: 'Security group does not let the internet reach every port',
  row: 'network',
  severity: 'critical',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Every service on the machine is published, those that nobody remembers too: databases, admin consoles, agents.',
  cwe: ['CWE-284', 'CWE-732'],
  judgement: {
    detection: 'easy: scanners find an open port within minutes, and the log fills with attempts',
    effort: 'minutes, once it is known who connects and from where',
    reach: 'everything that wears the group, now and later',
    trap: '1 to 65535 is not called "all", so nobody counts it as such',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) => closedToInternet(rules, resource, everyPort, 'every port is open to the internet'),
  fix: {
    terraform: `ingress {
  protocol    = "tcp"
  from_port   = 443
  to_port     = 443
  cidr_blocks = ["10.0.0.0/8"]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 443
    ToPort: 443
    CidrIp: 10.0.0.0/8`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    checkov: broader('CKV_AWS_277'),
    prowler: [...equal('ec2_securitygroup_allow_ingress_from_internet_to_all_ports'), ...broader('ec2_securitygroup_allow_wide_open_public_ipv4')],
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
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
          from_port         = 1
          to_port           = 65535
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
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 1
            to_port     = 65535
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
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 1
                  ToPort: 65535
                  CidrIp: 0.0.0.0/0
      `,
    ],
    unknown: [
      tf`
        variable "office" {}
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol        = "-1"
            from_port       = 0
            to_port         = 0
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
