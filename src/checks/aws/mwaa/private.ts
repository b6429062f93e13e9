import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-mwaa-private',
  title: 'Airflow is reached from its network only',
  row: 'network',
  severity: 'high',
  on: 'AWS::MWAA::Environment',
  why: 'The web server of Airflow starts code that reads your data; in public only a login stands before it.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'an hour: a way into the network',
    reach: 'all that Airflow may read and start',
    trap: 'the login is taken to be enough',
  },
  evaluate: ({ WebserverAccessMode: mode }) => not(equals(mode, 'PUBLIC_ONLY')),
  fix: {
    terraform: `webserver_access_mode = "PRIVATE_ONLY"`,
    cloudformation: `WebserverAccessMode: PRIVATE_ONLY`,
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_66'),
  },
  examples: {
    good: [
      tf`
        resource "aws_mwaa_environment" "r" {
          name                  = "m"
          dag_s3_path           = "dags"
          execution_role_arn    = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn     = "arn:aws:s3:::dags"
          webserver_access_mode = "PRIVATE_ONLY"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MWAA::Environment
            Properties:
              Name: m
              WebserverAccessMode: PRIVATE_ONLY
      `,
    ],
    bad: [
      tf`
        resource "aws_mwaa_environment" "r" {
          name                  = "m"
          dag_s3_path           = "dags"
          execution_role_arn    = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn     = "arn:aws:s3:::dags"
          webserver_access_mode = "PUBLIC_ONLY"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MWAA::Environment
            Properties:
              Name: m
              WebserverAccessMode: PUBLIC_ONLY
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_mwaa_environment" "r" {
          name                  = "m"
          dag_s3_path           = "dags"
          execution_role_arn    = "arn:aws:iam::111122223333:role/m"
          source_bucket_arn     = "arn:aws:s3:::dags"
          webserver_access_mode = var.x
        }
      `,
    ],
  },
});
