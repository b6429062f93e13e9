import { matches } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudsearch-tls-version',
  title: 'Search domain demands TLS 1.2',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::CloudSearch::Domain',
  why: 'TLS 1.0 and 1.1 have known weaknesses; whoever stands between can use them.',
  cwe: ['CWE-326'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DomainEndpointOptions: { TLSSecurityPolicy: policy } }) => matches(policy, /TLS-1-2/),
  fix: {
    terraform: `endpoint_options {
  enforce_https       = true
  tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
}`,
    cloudformation: `# CloudFormation has no CloudSearch domains: change it with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html'],
  equivalents: {
    checkov: equal('CKV_AWS_218'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            enforce_https       = true
            tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            tls_security_policy = var.x
          }
        }
      `,
    ],
  },
});
