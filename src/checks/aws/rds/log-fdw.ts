import { all, child, cursor, decide, matches, not, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

/** https://aws.amazon.com/security/security-bulletins/AWS-2022-004/ */
const RDS = /^(?:13\.[12]|12\.[2-6]|11\.(?:[1-9]|1[01])|10\.(?:[1-9]|1[0-6])|9\.6\.(?:[1-9]|1\d|2[01])|9\.5(?:\.|$)|9\.[34](?:\.|$))$/;
const AURORA = /^(?:11\.[6-8]|10\.1[1-3])$/;
const resource = (engine: Field<string>): RegExp => (matches(engine, /^aurora/).truth === true ? AURORA : RDS);

export default defineCheck({
  id: 'aws-rds-log-fdw',
  title: 'PostgreSQL is past the versions whose log extension lets users out',
  row: 'runtime',
  severity: 'high',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'In these versions an extension let a user read internal files and the credentials of the service.',
  cwe: ['CWE-1104', 'CWE-269'],
  judgement: {
    detection: 'hard',
    effort: 'a minor upgrade',
    reach: 'the database and its service account',
    trap: 'minor versions are taken to be interchangeable',
  },
  applies: (properties) => all(matches(child<string>(properties, 'Engine'), /^(?:aurora-)?postgres/), decide(cursor(child(properties, 'EngineVersion')).tree !== undefined)),
  evaluate: (properties) => not(matches(child<string>(properties, 'EngineVersion'), resource(child<string>(properties, 'Engine')))),
  fix: {
    terraform: 'engine_version = "16.3"',
    cloudformation: 'EngineVersion: "16.3"',
  },
  references: ['https://aws.amazon.com/security/security-bulletins/AWS-2022-004/'],
  equivalents: {
    checkov: equal('CKV_AWS_250'),
    prowler: narrower('rds_instance_deprecated_engine_version'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = "13.7"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EngineVersion: "13.7"
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = "13.2"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EngineVersion: "13.2"
      `,
    ],
    unknown: [
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
