import { type Condition, type Field, type Json, all, any, child, equals, every, isNotEmpty } from '../../../model/index.js';
import type { CheckContext, PropertiesOf } from '../../define.js';
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
  | 'AWS::FSx::FileSystem'
  | 'AWS::CodeBuild::Project'
  | 'AWS::Comprehend::EntityRecognizer'
  | 'AWS::Comprehend::DocumentClassifier'
  | 'AWS::Connect::InstanceStorageConfig'
  | 'AWS::Bedrock::Agent'
  | 'AWS::Bedrock::Prompt'
  | 'Demarc::Bedrock::CustomModel'
  | 'AWS::SageMaker::NotebookInstance'
  | 'AWS::SageMaker::Domain'
  | 'AWS::SageMaker::EndpointConfig'
  | 'AWS::SageMaker::DataQualityJobDefinition'
  | 'Demarc::SageMaker::FlowDefinition'
  | 'Demarc::MemoryDB::Snapshot'
  | 'AWS::RedshiftServerless::Namespace'
  | 'AWS::StepFunctions::StateMachine'
  | 'AWS::CodeGuruReviewer::RepositoryAssociation'
  | 'AWS::NetworkFirewall::Firewall'
  | 'AWS::NetworkFirewall::FirewallPolicy'
  | 'AWS::NetworkFirewall::RuleGroup'
  | 'Demarc::RDS::BackupReplication';

type Facts = CheckContext['facts'];
type Reader<T extends Types> = (properties: PropertiesOf<T>, facts: Facts) => Condition;

/** A key that only the service's API knows, in a fact. */
const keyOf = (fact: Facts[string] | undefined, name: string): Condition => customerKey(child<string>(fact as Field<Json>, name));

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
  'AWS::CodeBuild::Project': ({ EncryptionKey }) => customerKey(EncryptionKey),
  'AWS::Comprehend::EntityRecognizer': ({ ModelKmsKeyId }) => customerKey(ModelKmsKeyId),
  'AWS::Comprehend::DocumentClassifier': ({ ModelKmsKeyId }) => customerKey(ModelKmsKeyId),
  'AWS::Connect::InstanceStorageConfig': ({ StorageType: type, S3Config: bucket, KinesisVideoStreamConfig: stream }) =>
    any(all(equals(type, 'S3'), customerKey(bucket.EncryptionConfig.KeyId)), all(equals(type, 'KINESIS_VIDEO_STREAM'), customerKey(stream.EncryptionConfig.KeyId))),
  'AWS::Bedrock::Agent': ({ CustomerEncryptionKeyArn }) => customerKey(CustomerEncryptionKeyArn),
  'AWS::Bedrock::Prompt': ({ CustomerEncryptionKeyArn }) => customerKey(CustomerEncryptionKeyArn),
  'Demarc::Bedrock::CustomModel': ({ ModelKmsKeyArn }) => customerKey(ModelKmsKeyArn),
  'AWS::SageMaker::NotebookInstance': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::SageMaker::Domain': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::SageMaker::EndpointConfig': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::SageMaker::DataQualityJobDefinition': ({ DataQualityJobOutputConfig }) => customerKey(DataQualityJobOutputConfig.KmsKeyId),
  'Demarc::SageMaker::FlowDefinition': ({ OutputConfig }) => customerKey(OutputConfig.KmsKeyId),
  'Demarc::MemoryDB::Snapshot': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::RedshiftServerless::Namespace': ({ KmsKeyId }) => customerKey(KmsKeyId),
  'AWS::StepFunctions::StateMachine': ({ EncryptionConfiguration }) => customerKey(EncryptionConfiguration.KmsKeyId),
  'AWS::CodeGuruReviewer::RepositoryAssociation': (_, facts) => keyOf(facts.KMSKeyDetails, 'KMSKeyId'),
  'AWS::NetworkFirewall::Firewall': (_, facts) => keyOf(facts.EncryptionConfiguration, 'KeyId'),
  'AWS::NetworkFirewall::FirewallPolicy': (_, facts) => keyOf(facts.EncryptionConfiguration, 'KeyId'),
  'AWS::NetworkFirewall::RuleGroup': (_, facts) => keyOf(facts.EncryptionConfiguration, 'KeyId'),
  'Demarc::RDS::BackupReplication': ({ KmsKeyId }) => customerKey(KmsKeyId),
};

export default defineCheck({
  id: 'aws-kms-customer-managed-key',
  title: 'Data is encrypted with a KMS key of your own',
  row: 'encryption',
  severity: 'low',
  on: Object.keys(keys) as Types[],
  why: 'With a key that AWS manages, whoever may call the service reads the data. Only a key of your own has a policy that you write, an audit trail of each use, and a switch that cuts everyone off at once.',
  cwe: ['CWE-311', 'CWE-522'],
  judgement: {
    detection: 'easy: the key stands on the resource',
    effort: 'an hour: a key, its policy, and the right to use it for the readers; some resources must be made anew',
    reach: 'all data of the resource',
    trap: 'encrypted by default is encrypted; but nobody who can call the service is kept out by it',
  },
  evaluate: (properties, { resource, facts }) => (keys[resource.type as Types] as Reader<never>)(properties as never, facts),
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
    checkov: broader('CKV_AWS_158', 'CKV_AWS_149', 'CKV_AWS_166', 'CKV_AWS_184', 'CKV_AWS_185', 'CKV_AWS_191', 'CKV_AWS_294', 'CKV2_AWS_73', 'CKV_AWS_160', 'CKV_AWS_177', 'CKV_AWS_178', 'CKV_AWS_179', 'CKV_AWS_190', 'CKV_AWS_203', 'CKV_AWS_201', 'CKV_AWS_219', 'CKV_AWS_221', 'CKV_AWS_262', 'CKV_AWS_263', 'CKV_AWS_264', 'CKV_AWS_265', 'CKV_AWS_297', 'CKV_AWS_147', 'CKV_AWS_267', 'CKV_AWS_269', 'CKV_AWS_270', 'CKV_AWS_373', 'CKV_AWS_22', 'CKV_AWS_187', 'CKV_AWS_98', 'CKV_AWS_367', 'CKV_AWS_372', 'CKV_AWS_278', 'CKV_AWS_282', 'CKV_AWS_381', 'CKV_AWS_345', 'CKV_AWS_346', 'CKV_AWS_245'),
    trivy: broader('AVD-AWS-0017', 'AVD-AWS-0098', 'AVD-AWS-0136', 'AVD-AWS-0135'),
    prowler: broader('cloudwatch_log_group_kms_encryption_enabled', 'stepfunctions_statemachine_encrypted_with_cmk', 'bedrock_prompt_encrypted_with_cmk', 'bedrock_custom_model_encrypted_with_cmk', 'sagemaker_notebook_instance_encryption_enabled', 'backup_vaults_encrypted', 'sagemaker_endpoint_config_kms_encryption_enabled'),
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
