import { all, child, holds, isAbsent, matches } from '../../../model/index.js';
import { forcesTls } from './transport.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-transport-encryption',
  title: 'Database accepts encrypted connections only',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Passwords and rows that cross the network in the clear can be read on the way, and nobody sees it.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: clients connect either way',
    effort: 'minutes to set; clients that cannot encrypt must be found first',
    reach: 'every connection to the database',
    trap: 'the server offers encryption, so it is taken to be used',
  },
  applies: (properties, { resource }) => all(resource.type === 'AWS::RDS::DBInstance' ? isAbsent(child(properties, 'DBClusterIdentifier')) : holds(), matches(child<string>(properties, 'Engine'), /^(?:aurora-)?(?:postgres|mysql|mariadb|sqlserver)/i)),
  evaluate: (properties, context) => forcesTls(properties, context),
  fix: {
    terraform: `parameter {
  name  = "rds.force_ssl"
  value = "1"
}`,
    cloudformation: `Parameters:
  rds.force_ssl: "1"`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html', 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_69'),
    prowler: broader('rds_instance_transport_encrypted'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_parameter_group" "p" {
          family = "postgres14"
          parameter {
            name  = "rds.force_ssl"
            value = "1"
          }
        }
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          parameter_group_name = aws_db_parameter_group.p.name
        }
      `,
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = "16.3"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Family: mysql8.0
              Description: tls
              Parameters:
                require_secure_transport: "1"
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: mysql
              EngineVersion: "8.0"
              DBParameterGroupName: !Ref P
      `,
    ],
    bad: [
      tf`
        resource "aws_db_parameter_group" "p" {
          family = "postgres16"
          parameter {
            name  = "rds.force_ssl"
            value = "0"
          }
        }
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          parameter_group_name = aws_db_parameter_group.p.name
        }
      `,
      tf`
        resource "aws_db_instance" "d" {
          engine         = "mysql"
          instance_class = "db.t3.micro"
          engine_version = "8.0"
        }
      `,
      tf`
        resource "aws_db_parameter_group" "p" {
          family = "mysql8.0"
        }
        resource "aws_db_instance" "d" {
          engine         = "mysql"
          instance_class = "db.t3.micro"
          engine_version = "8.0"
          parameter_group_name = aws_db_parameter_group.p.name
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::RDS::DBClusterParameterGroup
            Properties:
              Family: aurora-mysql8.0
              Description: tls
              Parameters:
                require_secure_transport: "OFF"
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-mysql
              DBClusterParameterGroupName: !Ref P
      `,
    ],
    unknown: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          parameter_group_name = "elsewhere"
        }
      `,
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = var.x
        }
      `,
    ],
  },
});
