import { all } from '../../../model/index.js';
import { TCP, touches } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

/** FTP, Telnet, mail relay, portmapper, RPC, NetBIOS, SMB, LDAP, NFS, Docker, WinRM, VNC, etcd, kubelet. */
const PORTS = [20, 21, 23, 25, 110, 111, 135, 137, 139, 389, 445, 2049, 2375, 2376, 2379, 4333, 5500, 5900, 5985, 5986, 10250, 10255];

export default defineCheck({
  id: 'aws-ec2-security-group-risky-ports',
  title: 'Security group keeps file sharing, remote control and cluster ports from the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Old and powerful protocols (FTP, Telnet, SMB, VNC, WinRM, the Docker and kubelet interfaces) give files or a shell to whoever finds them.',
  cwe: ['CWE-284', 'CWE-668'],
  judgement: {
    detection: 'easy: internet-wide indexes list such ports by the million',
    effort: 'minutes to close; longer if someone depends on it',
    reach: 'the machine itself, and through it its network',
    trap: 'the protocol is thought too old for anyone to look for',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) =>
    all(PORTS.map((port) => closedToInternet(rules, resource, touches(port, TCP), `port ${port} is open to the internet`))),
  fix: {
    terraform: `ingress {
  protocol        = "tcp"
  from_port       = 445
  to_port         = 445
  security_groups = [aws_security_group.app.id]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 445
    ToPort: 445
    SourceSecurityGroupId: !GetAtt App.GroupId`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    prowler: broader('ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23', 'ec2_instance_port_ftp_exposed_to_internet', 'ec2_instance_port_telnet_exposed_to_internet', 'ec2_instance_port_cifs_exposed_to_internet', 'ec2_instance_port_ldap_exposed_to_internet'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 445
            to_port     = 445
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            cidr_blocks = ["0.0.0.0/0"]
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
                  FromPort: 445
                  ToPort: 445
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 445
            to_port     = 445
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
          protocol          = "tcp"
          from_port         = 400
          to_port           = 500
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
          from_port         = 445
          to_port           = 445
          cidr_ipv6         = "::/0"
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
                  FromPort: 445
                  ToPort: 445
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
              FromPort: 445
              ToPort: 445
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
            from_port       = 445
            to_port         = 445
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
