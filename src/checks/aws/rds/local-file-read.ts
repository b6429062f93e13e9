import { all, child, cursor, decide, equals, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-local-file-read',
  title: 'Aurora PostgreSQL is past the versions that let users read files',
  row: 'runtime',
  severity: 'high',
  on: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  why: 'In these versions a user could read files of the host through an extension.',
  cwe: ['CWE-1104', 'CWE-200'],
  judgement: {
    detection: 'hard',
    effort: 'a minor upgrade',
    reach: 'the database and its host',
    trap: 'minor versions are taken to be interchangeable',
  },
  applies: (properties) => all(equals(child<string>(properties, 'Engine'), 'aurora-postgresql'), decide(cursor(child(properties, 'EngineVersion')).tree !== undefined)),
  evaluate: (properties) => not(matches(child<string>(properties, 'EngineVersion'), /^(?:10\.1[1-3]|11\.[6-8])$/)),
  fix: {
    terraform: 'engine_version = "16.3"',
    cloudformation: 'EngineVersion: "16.3"',
  },
  references: ['https://aws.amazon.com/security/security-bulletins/AWS-2022-004/'],
  equivalents: {
    checkov: equal('CKV_AWS_388'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          engine_version = "16.3"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              EngineVersion: "16.3"
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          engine_version = "11.8"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              EngineVersion: "11.8"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster" "c" {
          engine = "aurora-postgresql"
          engine_version = var.x
        }
      `,
    ],
  },
});
