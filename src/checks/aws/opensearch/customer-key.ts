import { child } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-customer-key',
  title: 'Search domain is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: (properties) => customerKey(child<string>(child(properties, 'EncryptionAtRestOptions'), 'KmsKeyId')),
  fix: {
    terraform: `encrypt_at_rest {
  enabled    = true
  kms_key_id = aws_kms_key.this.arn
}`,
    cloudformation: `EncryptionAtRestOptions:
  Enabled: true
  KmsKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_247'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          encrypt_at_rest {
            enabled    = true
            kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
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
                KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
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
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          encrypt_at_rest {
            enabled    = true
            kms_key_id = var.x
          }
        }
      `,
    ],
  },
});
