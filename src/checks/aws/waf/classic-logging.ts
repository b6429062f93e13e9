import { type Field, decide, isPresent } from '../../../model/index.js';
import { broader, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-waf-classic-logging',
  title: 'Classic web firewall logs the requests that it judges',
  row: 'logging',
  severity: 'low',
  on: ['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  why: 'Without the log nobody sees which attacks come, or which customers a rule turns away.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the firewall',
    effort: 'minutes: a destination for the log',
    reach: 'every request',
    trap: 'the counters in the console are enough',
  },
  applies: (_, { resource }) => decide(resource.dialect !== 'cloudformation'),
  evaluate: (_, { facts }) => isPresent(facts.LogDestination as Field<string>),
  fix: {
    terraform: `resource "aws_waf_web_acl" "w" {
  name        = "site"
  metric_name = "site"
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs"
  }
}`,
    cloudformation: `# CloudFormation has no property for it; move to AWS::WAFv2::WebACL and AWS::WAFv2::LoggingConfiguration.`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_176'),
    prowler: broader('waf_global_webacl_logging_enabled', 'waf_regional_webacl_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_waf_web_acl" "w" {
          name        = "site"
          metric_name = "site"
          logging_configuration {
            log_destination = "arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_waf_web_acl" "w" {
          name        = "site"
          metric_name = "site"
        }
      `,
    ],
    unknown: [
      tf`
        variable "destination" {}
        resource "aws_waf_web_acl" "w" {
          name        = "site"
          metric_name = "site"
          logging_configuration {
            log_destination = var.destination
          } 
        }
      `,
    ],
  },
});
