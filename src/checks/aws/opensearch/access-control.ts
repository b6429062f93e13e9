import { all, child, isPresent, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-access-control',
  title: 'Search domain knows who may see what',
  row: 'identity',
  severity: 'high',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'Without fine-grained access control whoever gets in sees every index.',
  cwe: ['CWE-862'],
  judgement: {
    detection: 'hard',
    effort: 'hours',
    reach: 'all data of the domain',
    trap: 'the access policy is taken to separate users',
  },
  evaluate: (properties) => all(isTrue(child<boolean>(child(properties, 'AdvancedSecurityOptions'), 'Enabled')), isPresent(child(properties, 'AdvancedSecurityOptions'))),
  fix: {
    terraform: `advanced_security_options {
  enabled                        = true
  internal_user_database_enabled = false
}`,
    cloudformation: `AdvancedSecurityOptions:
  Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
  equivalents: {
    checkov: narrower('CKV2_AWS_52'),
    prowler: equal('opensearch_service_domains_access_control_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          advanced_security_options {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              AdvancedSecurityOptions:
                Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          advanced_security_options {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              AdvancedSecurityOptions:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          advanced_security_options {
            enabled = var.x
          }
        }
      `,
    ],
  },
});
