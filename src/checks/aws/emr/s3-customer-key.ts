import { child, matches } from '../../../model/index.js';
import { encryption } from './configuration.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-emr-s3-customer-key',
  title: 'Hadoop security configuration encrypts S3 with a key',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::EMR::SecurityConfiguration',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'hard',
    effort: 'a new cluster',
    reach: 'all data of the clusters that use it',
    trap: 'a security configuration is taken to turn everything on',
  },
  evaluate: ({ SecurityConfiguration: document }) => matches(child<string>(child(child(encryption(document), 'AtRestEncryptionConfiguration'), 'S3EncryptionConfiguration'), 'EncryptionMode'), /^(?:SSE-KMS|CSE-KMS|CSE-Custom)$/),
  fix: {
    terraform: 'configuration = jsonencode({ EncryptionConfiguration = { … } })',
    cloudformation: `SecurityConfiguration:
  EncryptionConfiguration: { … }`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
  equivalents: {
    checkov: equal('CKV_AWS_171'),
  },
  examples: {
    good: [
      tf`
        resource "aws_emr_security_configuration" "s" {
          name          = "s"
          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableAtRestEncryption = true
              EnableInTransitEncryption = true
              AtRestEncryptionConfiguration = {
                S3EncryptionConfiguration = {
                  EncryptionMode = "SSE-KMS"
                  AwsKmsKey = "arn:aws:kms:eu-west-1:111122223333:key/1"
                }
                LocalDiskEncryptionConfiguration = {
                  EncryptionKeyProviderType = "AwsKms"
                  AwsKmsKey = "arn:aws:kms:eu-west-1:111122223333:key/1"
                  EnableEbsEncryption = true
                }
              }
            }
          })
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  EnableInTransitEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration:
                      EncryptionMode: "SSE-KMS"
                      AwsKmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1"
                    LocalDiskEncryptionConfiguration:
                      EncryptionKeyProviderType: "AwsKms"
                      AwsKmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1"
                      EnableEbsEncryption: true
      `,
    ],
    bad: [
      tf`
        resource "aws_emr_security_configuration" "s" {
          name          = "s"
          configuration = jsonencode({
            EncryptionConfiguration = {
              EnableAtRestEncryption = true
              EnableInTransitEncryption = true
              AtRestEncryptionConfiguration = {
                S3EncryptionConfiguration = {
                  EncryptionMode = "SSE-S3"
                  AwsKmsKey = "arn:aws:kms:eu-west-1:111122223333:key/1"
                }
                LocalDiskEncryptionConfiguration = {
                  EncryptionKeyProviderType = "AwsKms"
                  AwsKmsKey = "arn:aws:kms:eu-west-1:111122223333:key/1"
                  EnableEbsEncryption = true
                }
              }
            }
          })
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EMR::SecurityConfiguration
            Properties:
              SecurityConfiguration:
                EncryptionConfiguration:
                  EnableAtRestEncryption: true
                  EnableInTransitEncryption: true
                  AtRestEncryptionConfiguration:
                    S3EncryptionConfiguration:
                      EncryptionMode: "SSE-S3"
                      AwsKmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1"
                    LocalDiskEncryptionConfiguration:
                      EncryptionKeyProviderType: "AwsKms"
                      AwsKmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1"
                      EnableEbsEncryption: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_emr_security_configuration" "s" {
          name          = "s"
          configuration = var.x
        }
      `,
    ],
  },
});
