import { child, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-encryption-at-rest',
  title: 'Search domain is encrypted at rest',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'Snapshots of unencrypted storage can be shared, copied and restored by anyone who gets at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'a new cluster from a snapshot: it cannot be turned on later',
    reach: 'all data, and its snapshots',
    trap: 'encryption is taken to be something to add when needed',
  },
  evaluate: (properties) => isTrue(child<boolean>(child(properties, 'EncryptionAtRestOptions'), 'Enabled')),
  fix: {
    terraform: `encrypt_at_rest {
  enabled = true
}`,
    cloudformation: `EncryptionAtRestOptions:
  Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_5'),
    trivy: equal('AVD-AWS-0048'),
    prowler: equal('opensearch_service_domains_encryption_at_rest_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          encrypt_at_rest {
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
              EncryptionAtRestOptions:
                Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          encrypt_at_rest {
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
              EncryptionAtRestOptions:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          encrypt_at_rest {
            enabled = var.x
          }
        }
      `,
    ],
  },
});
