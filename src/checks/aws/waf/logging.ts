import { because, isNotEmpty } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-waf-logging',
  title: 'Web firewall logs the requests that it judges',
  row: 'logging',
  severity: 'low',
  on: 'AWS::WAFv2::WebACL',
  why: 'Without the log nobody sees which attacks come, or which customers a rule turns away.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the firewall',
    effort: 'minutes: a destination for the log',
    reach: 'every request',
    trap: 'the counters in the console are enough; they keep samples of three hours',
  },
  evaluate: (_, { pointingHere, resource }) => {
      const logged = someLinked(pointingHere('AWS::WAFv2::LoggingConfiguration'), ({ LogDestinationConfigs: to }) => isNotEmpty(to));
      const seen = logged.evidence.length > 0 || logged.truth === 'unknown' ? logged : { ...logged, evidence: [{ path: 'LoggingConfiguration', state: 'absent' as const, at: resource.at }] };
      return because(seen, (truth) => (truth === false ? 'no logging configuration is for it' : undefined));
    },
  fix: {
    terraform: `resource "aws_wafv2_web_acl" "w" {
  name  = "site"
  scope = "REGIONAL"
}
resource "aws_wafv2_web_acl_logging_configuration" "l" {
  resource_arn            = aws_wafv2_web_acl.w.arn
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs"]
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
  L:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties:
      ResourceArn: !GetAtt W.Arn
      LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs"]`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_31'),
    prowler: equal('wafv2_webacl_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
        }
        resource "aws_wafv2_web_acl_logging_configuration" "l" {
          resource_arn            = aws_wafv2_web_acl.w.arn
          log_destination_configs = ["arn:aws:s3:::aws-waf-logs"]
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
          L:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: !GetAtt W.Arn
              LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs"]
      `,
    ],
    bad: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
        }
        resource "aws_wafv2_web_acl_logging_configuration" "l" {
          resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/1"
          log_destination_configs = ["arn:aws:s3:::aws-waf-logs"]
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
          L:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/1
              LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs"]
      `,
    ],
    unknown: [
      tf`
        variable "acl" {}
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
        }
        resource "aws_wafv2_web_acl_logging_configuration" "l" {
          resource_arn            = var.acl
          log_destination_configs = ["arn:aws:s3:::aws-waf-logs"]
        }
      `,
      cfn`
        Parameters:
          PAcl:
            Type: String
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
          L:
            Type: AWS::WAFv2::LoggingConfiguration
            Properties:
              ResourceArn: !Ref PAcl
              LogDestinationConfigs: ["arn:aws:s3:::aws-waf-logs"]
      `,
    ],
  },
});
