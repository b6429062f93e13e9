import { all, equals, isPresent, not, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dms-endpoint-tls',
  title: 'Replication endpoint connects encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::DMS::Endpoint',
  why: 'The whole database crosses the network in the clear, password first.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard',
    effort: 'an hour: a certificate is needed',
    reach: 'all data that is copied',
    trap: 'the private network is taken to be a wall',
  },
  applies: ({ EngineName: engine }) => not(oneOf(engine, ['s3', 'dynamodb', 'kinesis', 'kafka', 'elasticsearch', 'opensearch', 'neptune', 'redshift', 'redshift-serverless', 'redis', 'azuredb', 'babelfish', 'timestream', 'sybase'].filter((name) => name !== 'sybase' && name !== 'azuredb' && name !== 'babelfish'))),
  evaluate: ({ SslMode: mode }) => all(isPresent(mode), not(equals(mode, 'none'))),
  fix: {
    terraform: 'ssl_mode = "verify-full"',
    cloudformation: 'SslMode: verify-full',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_49'),
    prowler: equal('dms_endpoint_ssl_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
          ssl_mode = "verify-full"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: mysql
              SslMode: verify-full
      `,
    ],
    bad: [
      tf`
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
          ssl_mode = "none"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DMS::Endpoint
            Properties:
              EndpointType: source
              EngineName: mysql
              SslMode: none
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_dms_endpoint" "e" {
          endpoint_id   = "e"
          endpoint_type = "source"
          engine_name   = "mysql"
          ssl_mode = var.x
        }
      `,
    ],
  },
});
