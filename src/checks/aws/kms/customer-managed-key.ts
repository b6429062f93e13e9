import { type Condition, all, any, every, isNotEmpty } from '../../../model/index.js';
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
  | 'AWS::SQS::Queue'
  | 'AWS::KinesisVideo::Stream'
  | 'AWS::Timestream::Database'
  | 'AWS::MemoryDB::Cluster'
  | 'AWS::CodePipeline::Pipeline'
  | 'AWS::AppFlow::Flow'
  | 'AWS::AppFlow::ConnectorProfile'
  | 'AWS::Cassandra::Table'
  | 'AWS::Scheduler::Schedule'
  | 'AWS::Kendra::Index'
  | 'AWS::CodeArtifact::Domain'
  | 'AWS::FSx::FileSystem';

type Reader<T extends Types> = (properties: PropertiesOf<T>) => Condition;

/** Whether each type names a key of one's own. */
const keys: { readonly [T in Types]: Reader<T> } = {
  'AWS::Logs::LogGroup': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::SecretsManager::Secret': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::Backup::BackupVault': ({ EncryptionKeyArn }) => customerKey(EncryptionKeyArn),
  'AWS::EFS::FileSystem': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::Kinesis::Stream': ({ StreamEncryption }) => customerKey(StreamEncryption.KeyId),
  'AWS::ElastiCache::ReplicationGroup': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::CloudTrail::EventDataStore': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::SNS::Topic': ({ KmsMasterKeyId }) => customerKey(KmsMasterKeyId),
  'AWS::SQS::Queue': ({ KmsMasterKeyId }) => customerKey(KmsMasterKeyId),
  'AWS::KinesisVideo::Stream': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::Timestream::Database': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::MemoryDB::Cluster': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::CodePipeline::Pipeline': ({ ArtifactStore: one, ArtifactStores: regional }) =>
    any(customerKey(one.EncryptionKey.Id), all(isNotEmpty(regional), every(regional, ({ ArtifactStore: store }) => customerKey(store.EncryptionKey.Id)))),
  'AWS::AppFlow::Flow': ({ KMSArn }) => customerKey(KMSArn),
  'AWS::AppFlow::ConnectorProfile': ({ KMSArn }) => customerKey(KMSArn),
  'AWS::Cassandra::Table': ({ EncryptionSpecification }) => customerKey(EncryptionSpecification.KmsKeyIdentifier),
  'AWS::Scheduler::Schedule': ({ KmsKeyArn }) => customerKey(KmsKeyArn),
  'AWS::Kendra::Index': ({ ServerSideEncryptionConfiguration }) => customerKey(ServerSideEncryptionConfiguration.KmsKeyId),
  'AWS::CodeArtifact::Domain': ({ EncryptionKey }) => customerKey(EncryptionKey),
  'AWS::FSx::FileSystem': ({ KmsKeyId }) => customerKey(KmsKeyId),
};

export default defineCheck({
  id: 'aws-kms-customer-managed-key',
  title: 'Data is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: ['AWS::Logs::LogGroup', 'AWS::SecretsManager::Secret', 'AWS::Backup::BackupVault', 'AWS::EFS::FileSystem', 'AWS::Kinesis::Stream', 'AWS::ElastiCache::ReplicationGroup', 'AWS::CloudTrail::EventDataStore', 'AWS::SNS::Topic', 'AWS::SQS::Queue', 'AWS::KinesisVideo::Stream', 'AWS::Timestream::Database', 'AWS::MemoryDB::Cluster', 'AWS::CodePipeline::Pipeline', 'AWS::AppFlow::Flow', 'AWS::AppFlow::ConnectorProfile', 'AWS::Cassandra::Table', 'AWS::Scheduler::Schedule', 'AWS::Kendra::Index', 'AWS::CodeArtifact::Domain', 'AWS::FSx::FileSystem'],
  why: 'With a key that AWS manages, whoever may call the service reads the data. Only a key of your own has a policy that you write, an audit trail of each use, and a switch that cuts everyone off at once.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the resource',
    effort: 'an hour: a key, its policy, and the right to use it for the readers; some resources must be made anew',
    reach: 'all data of the resource',
    trap: 'encrypted by default is encrypted; but nobody who can call the service is kept out by it',
  },
  evaluate: (properties, { resource }) => (keys[resource.type as Types] as Reader<never>)(properties as never),
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
    checkov: broader('CKV_AWS_158', 'CKV_AWS_149', 'CKV_AWS_166', 'CKV_AWS_184', 'CKV_AWS_185', 'CKV_AWS_191', 'CKV_AWS_294', 'CKV2_AWS_73', 'CKV_AWS_160', 'CKV_AWS_177', 'CKV_AWS_178', 'CKV_AWS_179', 'CKV_AWS_190', 'CKV_AWS_203', 'CKV_AWS_201', 'CKV_AWS_219', 'CKV_AWS_221', 'CKV_AWS_262', 'CKV_AWS_263', 'CKV_AWS_264', 'CKV_AWS_265', 'CKV_AWS_297'),
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
