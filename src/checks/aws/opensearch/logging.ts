import { any, child, entries, evidenceOf, isFalse, not, undecided } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-logging',
  title: 'Search domain publishes a log',
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
  evaluate: (properties) => {
    const { entries: logs, open } = entries(child(properties, 'LogPublishingOptions'));
    const published = any(logs.map(([, log]) => not(isFalse(child<boolean>(log, 'Enabled')))), open === undefined ? [] : [undecided([open])]);
    return published.evidence.length > 0 ? published : { ...published, evidence: [evidenceOf(child(properties, 'LogPublishingOptions'))] };
  },
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
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_84'),
    trivy: narrower('AVD-AWS-0042'),
    prowler: equal('opensearch_service_domains_cloudwatch_logging_enabled'),
  },
  examples: {
    good: [
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
                INDEX_SLOW_LOGS:
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
            enabled                  = false
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
                INDEX_SLOW_LOGS:
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
            log_type                 = "INDEX_SLOW_LOGS"
            cloudwatch_log_group_arn = "arn:1"
            enabled                  = var.x
          }
        }
      `,
    ],
  },
});
