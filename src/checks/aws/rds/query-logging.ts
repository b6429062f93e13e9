import { all, child, evidenceOf, fails, holds, isAbsent, isPresent, matches, undecided, type Condition, type Field } from '../../../model/index.js';
import type { Linked } from '../../define.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

function logs(named: Field<unknown>, { members, open }: Linked<'AWS::RDS::DBParameterGroup'> | Linked<'AWS::RDS::DBClusterParameterGroup'>): Condition {
  if (isPresent(named).truth === false || matches(named as Field<string>, /^default\./).truth === true) return fails([evidenceOf(named)], 'the default parameter group logs no statements');
  if (members.length === 0) return undecided([open ?? { kind: 'not-collected', detail: 'its parameter group is not in this code' }], [evidenceOf(named)]);
  return all(members.map(({ properties: { Parameters: parameters } }) => all(isPresent(child(parameters, 'log_statement')), isPresent(child(parameters, 'log_min_duration_statement')))));
}

export default defineCheck({
  id: 'aws-rds-query-logging',
  title: 'PostgreSQL logs statements',
  row: 'logging',
  severity: 'low',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Without the statements in the log, what an intruder read cannot be told.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes; the log grows',
    reach: 'the trace of who asked what',
    trap: 'exporting the log is taken to fill it',
  },
  applies: (properties, { resource }) => all(resource.type === 'AWS::RDS::DBInstance' ? isAbsent(child(properties, 'DBClusterIdentifier')) : holds(), matches(child<string>(properties, 'Engine'), /^(?:aurora-)?postgres/)),
  evaluate: (properties, { resource, through }) =>
    resource.type === 'AWS::RDS::DBInstance'
      ? logs(child(properties, 'DBParameterGroupName'), through('DBParameterGroupName', 'AWS::RDS::DBParameterGroup'))
      : logs(child(properties, 'DBClusterParameterGroupName'), through('DBClusterParameterGroupName', 'AWS::RDS::DBClusterParameterGroup')),
  fix: {
    terraform: `parameter {
  name  = "log_statement"
  value = "all"
}
parameter {
  name  = "log_min_duration_statement"
  value = "1"
}`,
    cloudformation: `Parameters:
  log_statement: all
  log_min_duration_statement: "1"`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_27', 'CKV2_AWS_30'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_parameter_group" "p" {
          family = "postgres16"
          parameter {
            name  = "log_statement"
            value = "all"
          }
          parameter {
            name  = "log_min_duration_statement"
            value = "1"
          }
        }
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          parameter_group_name = aws_db_parameter_group.p.name
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::RDS::DBParameterGroup
            Properties:
              Family: postgres16
              Description: log
              Parameters:
                log_statement: all
                log_min_duration_statement: "1"
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBParameterGroupName: !Ref P
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine               = "postgres"
          instance_class       = "db.t3.micro"
          parameter_group_name = "default.postgres16"
        }
      `,
      tf`
        resource "aws_db_parameter_group" "p" {
          family = "postgres16"
          parameter {
            name  = "log_statement"
            value = "all"
          }
          parameter {
            name  = "work_mem"
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

        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              Port: 5432
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
    ],
  },
});
