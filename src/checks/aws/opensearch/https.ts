import { child, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-https',
  title: 'Search domain answers over HTTPS only',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'Queries and answers in the clear can be read and changed on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard',
    effort: 'one line',
    reach: 'all who ask',
    trap: 'the endpoint speaks HTTPS too, so it is taken to be used',
  },
  evaluate: (properties) => isTrue(child<boolean>(child(properties, 'DomainEndpointOptions'), 'EnforceHTTPS')),
  fix: {
    terraform: `domain_endpoint_options {
  enforce_https = true
}`,
    cloudformation: `DomainEndpointOptions:
  EnforceHTTPS: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  equivalents: {
    checkov: equal('CKV_AWS_83'),
    trivy: equal('AVD-AWS-0046'),
    prowler: equal('opensearch_service_domains_https_communications_enforced'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            enforce_https = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              DomainEndpointOptions:
                EnforceHTTPS: true
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            enforce_https = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              DomainEndpointOptions:
                EnforceHTTPS: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            enforce_https = var.x
          }
        }
      `,
    ],
  },
});
