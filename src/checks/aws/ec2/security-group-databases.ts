import { all } from '../../../model/index.js';
import { TCP, touches } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

/** Ports of databases, caches, queues and search engines that have no business with strangers. */
const PORTS = [1433, 1434, 1521, 2483, 2484, 3306, 5432, 5439, 5601, 6379, 7199, 8182, 8888, 9042, 9092, 9160, 9200, 9300, 11211, 27017, 27018, 50000];

export default defineCheck({
  id: 'aws-ec2-security-group-databases',
  title: 'Security group keeps databases, caches and search engines from the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EC2::SecurityGroup',
  why: 'A database that strangers can reach is copied or held to ransom, often within hours, and many of these products ask for no password by default.',
  cwe: ['CWE-284', 'CWE-668'],
  judgement: {
    detection: 'easy: internet-wide indexes list such ports by the million',
    effort: 'minutes to close; longer if someone depends on it',
    reach: 'all data that the database holds',
    trap: 'the database has a password, so the open port is taken for harmless',
  },
  evaluate: ({ SecurityGroupIngress: rules }, { resource }) =>
    all(PORTS.map((port) => closedToInternet(rules, resource, touches(port, TCP), `port ${port} is open to the internet`))),
  fix: {
    terraform: `ingress {
  protocol        = "tcp"
  from_port       = 5432
  to_port         = 5432
  security_groups = [aws_security_group.app.id]
}`,
    cloudformation: `SecurityGroupIngress:
  - IpProtocol: tcp
    FromPort: 5432
    ToPort: 5432
    SourceSecurityGroupId: !GetAtt App.GroupId`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    prowler: broader('ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379', 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434', 'ec2_instance_port_cassandra_exposed_to_internet', 'ec2_instance_port_elasticsearch_kibana_exposed_to_internet', 'ec2_instance_port_kafka_exposed_to_internet', 'ec2_instance_port_memcached_exposed_to_internet', 'ec2_instance_port_mongodb_exposed_to_internet', 'ec2_instance_port_mysql_exposed_to_internet', 'ec2_instance_port_oracle_exposed_to_internet', 'ec2_instance_port_postgresql_exposed_to_internet', 'ec2_instance_port_redis_exposed_to_internet', 'ec2_instance_port_sqlserver_exposed_to_internet'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 5432
            to_port     = 5432
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
                  FromPort: 5432
                  ToPort: 5432
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 5432
            to_port     = 5432
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
          from_port         = 5000
          to_port           = 6000
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
          from_port         = 5432
          to_port           = 5432
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
                  FromPort: 5432
                  ToPort: 5432
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
              FromPort: 5432
              ToPort: 5432
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
            from_port       = 5432
            to_port         = 5432
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
