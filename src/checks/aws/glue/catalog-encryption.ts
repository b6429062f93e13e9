import { all, isPresent, isTrue, oneOf } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-glue-catalog-encryption',
  title: 'Data catalog encrypts its metadata and connection passwords',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::Glue::DataCatalogEncryptionSettings',
  why: 'The catalog holds the layout of all data and the passwords of the databases it reads. In the clear, whoever may list connections has them.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: one page of settings',
    effort: 'minutes: a key, and the right to use it for the jobs',
    reach: 'every table definition and connection of the account and region',
    trap: 'the data is encrypted, so the catalog is',
  },
  evaluate: ({ DataCatalogEncryptionSettings: { EncryptionAtRest: rest, ConnectionPasswordEncryption: passwords } }) =>
      all(oneOf(rest.CatalogEncryptionMode, ['SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE']), isTrue(passwords.ReturnConnectionPasswordEncrypted), isPresent(passwords.KmsKeyId)),
  fix: {
    terraform: `resource "aws_glue_data_catalog_encryption_settings" "s" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      aws_kms_key_id                       = "alias/glue"
      return_connection_password_encrypted = true
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "alias/glue"
    }
  }
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: "111122223333"
      DataCatalogEncryptionSettings:
        ConnectionPasswordEncryption: { KmsKeyId: alias/glue, ReturnConnectionPasswordEncrypted: true }
        EncryptionAtRest:
          CatalogEncryptionMode: SSE-KMS`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html'],
  equivalents: {
    checkov: equal('CKV_AWS_94'),
    prowler: broader('glue_data_catalogs_connection_passwords_encryption_enabled', 'glue_data_catalogs_metadata_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glue_data_catalog_encryption_settings" "s" {
          data_catalog_encryption_settings {
            connection_password_encryption {
              aws_kms_key_id                       = "alias/glue"
              return_connection_password_encrypted = true
            }
            encryption_at_rest {
              catalog_encryption_mode = "SSE-KMS"
              sse_aws_kms_key_id      = "alias/glue"
            }
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              CatalogId: "111122223333"
              DataCatalogEncryptionSettings:
                ConnectionPasswordEncryption: { KmsKeyId: alias/glue, ReturnConnectionPasswordEncrypted: true }
                EncryptionAtRest:
                  CatalogEncryptionMode: SSE-KMS
      `,
    ],
    bad: [
      tf`
        resource "aws_glue_data_catalog_encryption_settings" "s" {
          data_catalog_encryption_settings {
            connection_password_encryption {
              aws_kms_key_id                       = "alias/glue"
              return_connection_password_encrypted = false
            }
            encryption_at_rest {
              catalog_encryption_mode = "SSE-KMS"
              sse_aws_kms_key_id      = "alias/glue"
            }
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              CatalogId: "111122223333"
              DataCatalogEncryptionSettings:
                ConnectionPasswordEncryption: { KmsKeyId: alias/glue, ReturnConnectionPasswordEncrypted: true }
                EncryptionAtRest:
                  CatalogEncryptionMode: DISABLED
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_glue_data_catalog_encryption_settings" "s" {
          data_catalog_encryption_settings {
            connection_password_encryption {
              aws_kms_key_id                       = "alias/glue"
              return_connection_password_encrypted = var.encrypt
            }
            encryption_at_rest {
              catalog_encryption_mode = "SSE-KMS"
              sse_aws_kms_key_id      = "alias/glue"
            }
          }
        }
      `,
      cfn`
        Parameters:
          PMode:
            Type: String
        Resources:
          S:
            Type: AWS::Glue::DataCatalogEncryptionSettings
            Properties:
              CatalogId: "111122223333"
              DataCatalogEncryptionSettings:
                ConnectionPasswordEncryption: { KmsKeyId: alias/glue, ReturnConnectionPasswordEncrypted: true }
                EncryptionAtRest:
                  CatalogEncryptionMode: !Ref PMode
      `,
    ],
  },
});
