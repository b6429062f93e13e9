import { type Field } from '../../../model/index.js';
import { type PropertiesOf } from '../../define.js';
import { customerKey } from '../keys.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

type Types =
  | 'AWS::Logs::LogGroup'
  | 'AWS::SecretsManager::Secret'
  | 'AWS::Backup::BackupVault'
  | 'AWS::EFS::FileSystem'
  | 'AWS::Kinesis::Stream'
  | 'AWS::ElastiCache::ReplicationGroup'
  | 'AWS::CloudTrail::EventDataStore'
  | 'AWS::SNS::Topic'
  | 'AWS::SQS::Queue';

type Reader<T extends Types> = (properties: PropertiesOf<T>) => Field<string>;

/** Where each type names its key. */
const keys: { readonly [T in Types]: Reader<T> } = {
  'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
  'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
  'AWS::Backup::BackupVault': ({ EncryptionKeyArn }) => EncryptionKeyArn,
  'AWS::EFS::FileSystem': ({ KmsKeyId }) => KmsKeyId,
  'AWS::Kinesis::Stream': ({ StreamEncryption }) => StreamEncryption.KeyId,
  'AWS::ElastiCache::ReplicationGroup': ({ KmsKeyId }) => KmsKeyId,
  'AWS::CloudTrail::EventDataStore': ({ KmsKeyId }) => KmsKeyId,
  'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
};

export default defineCheck({
  id: 'aws-kms-customer-managed-key',
  title: 'Data is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: ['AWS::Logs::LogGroup', 'AWS::SecretsManager::Secret', 'AWS::Backup::BackupVault', 'AWS::EFS::FileSystem', 'AWS::Kinesis::Stream', 'AWS::ElastiCache::ReplicationGroup', 'AWS::CloudTrail::EventDataStore', 'AWS::SNS::Topic', 'AWS::SQS::Queue'],
  why: 'With a key that AWS manages, whoever may call the service reads the data. Only a key of your own has a policy that you write, an audit trail of each use, and a switch that cuts everyone off at once.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the resource',
    effort: 'an hour: a key, its policy, and the right to use it for the readers; some resources must be made anew',
    reach: 'all data of the resource',
    trap: 'encrypted by default is encrypted; but nobody who can call the service is kept out by it',
  },
  evaluate: (properties, { resource }) => customerKey((keys[resource.type as Types] as Reader<never>)(properties as never)),
  fix: {
    terraform: `resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
resource "aws_cloudwatch_log_group" "l" {
  name       = "app"
  kms_key_id = aws_kms_key.k.arn
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::SecretsManager::Secret
    Properties:
      KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt'],
  equivalents: {
    checkov: broader('CKV_AWS_158', 'CKV_AWS_149', 'CKV_AWS_166', 'CKV_AWS_184', 'CKV_AWS_185', 'CKV_AWS_191', 'CKV_AWS_294', 'CKV2_AWS_73'),
    trivy: broader('AVD-AWS-0017', 'AVD-AWS-0098', 'AVD-AWS-0136', 'AVD-AWS-0135'),
    prowler: broader('cloudwatch_log_group_kms_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudwatch_log_group" "l" {
          name       = "app"
          kms_key_id = aws_kms_key.k.arn
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudwatch_log_group" "l" {
          name       = "app"
          kms_key_id = null
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: alias/aws/secretsmanager
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_kms_key" "k" {
          enable_key_rotation = true
        }
        resource "aws_cloudwatch_log_group" "l" {
          name       = "app"
          kms_key_id = var.key
        }
      `,
      cfn`
        Parameters:
          PKey:
            Type: String
        Resources:
          S:
            Type: AWS::SecretsManager::Secret
            Properties:
              KmsKeyId: !Ref PKey
      `,
    ],
  },
});
