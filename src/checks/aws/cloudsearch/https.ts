import { isTrue } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cloudsearch-https',
  title: 'Search domain answers over HTTPS only',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::CloudSearch::Domain',
  why: 'Over HTTP queries and results can be read and changed on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DomainEndpointOptions: { EnforceHTTPS: on } }) => isTrue(on),
  fix: {
    terraform: `endpoint_options {
  enforce_https = true
}`,
    cloudformation: `# CloudFormation has no CloudSearch domains: change it with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html'],
  equivalents: {
    checkov: equal('CKV_AWS_220'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            enforce_https = true
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
        }
      `,
      tf`
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            enforce_https = false
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_cloudsearch_domain" "r" {
          name = "d"
          endpoint_options {
            enforce_https = var.x
          }
        }
      `,
    ],
  },
});
