import { type Field, child, isPresent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-glue-security-configuration-used',
  title: 'Job, crawler or endpoint runs with a security configuration',
  row: 'encryption',
  severity: 'medium',
  on: ['AWS::Glue::Job', 'AWS::Glue::Crawler', 'AWS::Glue::DevEndpoint'],
  why: 'Without one, logs, bookmarks and results of the run are not encrypted by Glue.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the name is missing on the job',
    effort: 'minutes: make one, name it',
    reach: 'the output of the run',
    trap: 'the account has a security configuration; each job must name it',
  },
  evaluate: (properties, { resource }) => isPresent(child(properties as Field<unknown>, resource.type === 'AWS::Glue::Crawler' ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration')),
  fix: {
    terraform: `resource "aws_glue_job" "j" {
  name                   = "load"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = "jobs"
}`,
    cloudformation: `Resources:
  J:
    Type: AWS::Glue::Crawler
    Properties:
      Role: glue
      CrawlerSecurityConfiguration: jobs`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_195'),
    prowler: broader('glue_etl_jobs_amazon_s3_encryption_enabled', 'glue_etl_jobs_cloudwatch_logs_encryption_enabled', 'glue_etl_jobs_job_bookmark_encryption_enabled', 'glue_development_endpoints_cloudwatch_logs_encryption_enabled', 'glue_development_endpoints_job_bookmark_encryption_enabled', 'glue_development_endpoints_s3_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_job" "j" {
          name                   = "load"
          role_arn               = "arn:aws:iam::111122223333:role/glue"
          security_configuration = "jobs"
        }
      `,
      cfn`
        Resources:
          J:
            Type: AWS::Glue::Crawler
            Properties:
              Role: glue
              CrawlerSecurityConfiguration: jobs
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_job" "j" {
          name                   = "load"
          role_arn               = "arn:aws:iam::111122223333:role/glue"
          security_configuration = null
        }
      `,
      cfn`
        Resources:
          J:
            Type: AWS::Glue::Crawler
            Properties:
              Role: glue
      `,
    ],
    unknown: [
      tf`
        variable "configuration" {}
        resource "aws_glue_job" "j" {
          name                   = "load"
          role_arn               = "arn:aws:iam::111122223333:role/glue"
          security_configuration = var.configuration
        }
      `,
      cfn`
        Parameters:
          PConfiguration:
            Type: String
        Resources:
          J:
            Type: AWS::Glue::Crawler
            Properties:
              Role: glue
              CrawlerSecurityConfiguration: !Ref PConfiguration
      `,
    ],
  },
});
