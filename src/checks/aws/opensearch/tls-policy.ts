import { child, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-tls-policy',
  title: 'Search domain speaks TLS 1.2 or newer',
  row: 'encryption',
  severity: 'medium',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'TLS 1.0 and 1.1 have known breaks.',
  cwe: ['CWE-326'],
  judgement: {
    detection: 'hard',
    effort: 'one line',
    reach: 'all who ask',
    trap: 'HTTPS is taken to be safe whatever its version',
  },
  evaluate: (properties) => matches(child<string>(child(properties, 'DomainEndpointOptions'), 'TLSSecurityPolicy'), /^Policy-Min-TLS-1-2-/),
  fix: {
    terraform: `domain_endpoint_options {
  tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
}`,
    cloudformation: `DomainEndpointOptions:
  TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  equivalents: {
    checkov: equal('CKV_AWS_228'),
    trivy: equal('AVD-AWS-0126'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
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
                TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
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
                TLSSecurityPolicy: Policy-Min-TLS-1-0-2019-07
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          domain_endpoint_options {
            tls_security_policy = var.x
          }
        }
      `,
    ],
  },
});
