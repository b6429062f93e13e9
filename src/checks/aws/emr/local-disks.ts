import { child, isPresent } from '../../../model/index.js';
import { encryption } from './configuration.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-emr-local-disks',
  title: 'Hadoop security configuration encrypts local disks',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::EMR::SecurityConfiguration',
  why: 'What jobs spill to disk is the data itself.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'hard',
    effort: 'a new cluster',
    reach: 'all data of the clusters that use it',
    trap: 'a security configuration is taken to turn everything on',
  },
  evaluate: ({ SecurityConfiguration: document }) => isPresent(child(child(child(encryption(document), 'AtRestEncryptionConfiguration'), 'LocalDiskEncryptionConfiguration'), 'EncryptionKeyProviderType')),
  fix: {
    terraform: 'configuration = jsonencode({ EncryptionConfiguration = { … } })',
    cloudformation: `SecurityConfiguration:
  EncryptionConfiguration: { … }`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html'],
  equivalents: {
    checkov: equal('CKV_AWS_349'),
    trivy: equal('AVD-AWS-0139'),
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
                  EncryptionMode = "SSE-KMS"
                  AwsKmsKey = "arn:aws:kms:eu-west-1:111122223333:key/1"
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
