import { all, child, isFalse, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-audit-log',
  title: 'Search domain publishes its audit log',
  row: 'logging',
  severity: 'medium',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: (properties) => all(isPresent(child(child(properties, 'LogPublishingOptions'), 'AUDIT_LOGS')), not(isFalse(child<boolean>(child(child(properties, 'LogPublishingOptions'), 'AUDIT_LOGS'), 'Enabled')))),
  fix: {
    terraform: `log_publishing_options {
  log_type                 = "AUDIT_LOGS"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.this.arn
}`,
    cloudformation: `LogPublishingOptions:
  AUDIT_LOGS:
    Enabled: true
    CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_317'),
    trivy: equal('AVD-AWS-0042'),
    prowler: equal('opensearch_service_domains_audit_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          log_publishing_options {
            log_type                 = "AUDIT_LOGS"
            cloudwatch_log_group_arn = "arn:1"
            enabled                  = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              LogPublishingOptions:
                AUDIT_LOGS:
                  Enabled: true
                  CloudWatchLogsLogGroupArn: arn:1
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          log_publishing_options {
            log_type                 = "INDEX_SLOW_LOGS"
            cloudwatch_log_group_arn = "arn:1"
            enabled                  = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              LogPublishingOptions:
                AUDIT_LOGS:
                  Enabled: false
                  CloudWatchLogsLogGroupArn: arn:1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          log_publishing_options {
            log_type                 = "AUDIT_LOGS"
            cloudwatch_log_group_arn = "arn:1"
            enabled                  = var.x
          }
        }
      `,
    ],
  },
});
