import { any, cursor, decide, isPresent, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-certificate-authority',
  title: 'Database shows a certificate of a current authority',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'Certificates of the retired authorities have expired: clients that check fail, and others learn not to check.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy',
    effort: 'minutes, and a restart on some engines',
    reach: 'every encrypted connection',
    trap: 'the service is taken to replace certificates itself',
  },
  applies: ({ CACertificateIdentifier: authority }) => any(isPresent(authority), decide(cursor(authority).state === 'unknown')),
  evaluate: ({ CACertificateIdentifier: authority }) => matches(authority, /^rds-ca-(?:rsa2048|rsa4096|ecc384)-/),
  fix: {
    terraform: 'ca_cert_identifier = "rds-ca-rsa2048-g1"',
    cloudformation: 'CACertificateIdentifier: rds-ca-rsa2048-g1',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html'],
  equivalents: {
    checkov: equal('CKV_AWS_211'),
    prowler: equal('rds_instance_certificate_expiration'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          ca_cert_identifier = "rds-ca-rsa2048-g1"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              CACertificateIdentifier: rds-ca-rsa2048-g1
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          ca_cert_identifier = "rds-ca-2019"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              CACertificateIdentifier: rds-ca-2019
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          ca_cert_identifier = var.x
        }
      `,
    ],
  },
});
