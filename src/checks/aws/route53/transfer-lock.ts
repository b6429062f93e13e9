import { isFalse, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-route53-transfer-lock',
  title: 'Domain cannot be moved away',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::Route53::RegisteredDomain',
  why: 'Whoever gets into the account takes the domain, and with it mail and visitors.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'all that uses the name',
    trap: 'the registrar is taken to ask back',
  },
  evaluate: ({ TransferLock: on }) => not(isFalse(on)),
  fix: {
    terraform: 'transfer_lock = true',
    cloudformation: '# registered domains are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html'],
  equivalents: {
    checkov: equal('CKV_AWS_377'),
    prowler: equal('route53_domains_transferlock_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_route53domains_registered_domain" "d" {
          domain_name = "example.org"
          transfer_lock = true
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_route53domains_registered_domain" "d" {
          domain_name = "example.org"
          transfer_lock = false
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_route53domains_registered_domain" "d" {
          domain_name = "example.org"
          transfer_lock = var.x
        }
      `,
    ],
  },
});
