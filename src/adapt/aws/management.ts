/** KMS, CloudTrail, CloudWatch Logs, Secrets Manager, Systems Manager, messaging, DynamoDB, EFS, Backup. */
import { mapping, scalar, type Tree } from '../../model/index.js';
import { document, keyValue, words } from '../convert.js';
import { argument, eachBlock, resource, satellite } from '../table.js';
import type { ServiceRules } from './index.js';


export const management: ServiceRules = {
  terraform: {
    aws_kms_key: resource(
      'AWS::KMS::Key',
      {
        policy: ['KeyPolicy', document],
        customer_master_key_spec: 'KeySpec',
        key_spec: 'KeySpec',
        deletion_window_in_days: 'PendingWindowInDays',
        is_enabled: 'Enabled',
        tags: ['Tags', keyValue],
        rotation_period_in_days: '#RotationPeriodInDays',
      },
      { same: ['description', 'enable_key_rotation', 'key_usage', 'multi_region'] },
    ),
    aws_kms_replica_key: resource('AWS::KMS::ReplicaKey', { policy: ['KeyPolicy', document], deletion_window_in_days: 'PendingWindowInDays' }, { same: ['description', 'primary_key_arn', 'enabled'] }),
    aws_kms_external_key: resource('AWS::KMS::Key', { policy: ['KeyPolicy', document], deletion_window_in_days: 'PendingWindowInDays' }, { same: ['description', 'enabled', 'multi_region'], also: (raw, draft) => draft.set('Origin', scalar('EXTERNAL', raw.at)) }),
    aws_kms_key_policy: satellite('AWS::KMS::Key', 'key_id', { policy: ['KeyPolicy', document] }),
    aws_kms_alias: resource('AWS::KMS::Alias', { name: 'AliasName', target_key_id: 'TargetKeyId' }),
    aws_cloudtrail: resource(
      'AWS::CloudTrail::Trail',
      {
        name: 'TrailName',
        enable_logging: 'IsLogging',
        cloud_watch_logs_group_arn: 'CloudWatchLogsLogGroupArn',
        kms_key_id: 'KMSKeyId',
        sns_topic_name: 'SnsTopicName',
        event_selector: ['EventSelectors', eachBlock({ read_write_type: 'ReadWriteType', include_management_events: 'IncludeManagementEvents', data_resource: ['DataResources', eachBlock({ type: 'Type', values: 'Values' })] })],
        insight_selector: ['InsightSelectors', eachBlock({ insight_type: 'InsightType' })],
        tags: ['Tags', keyValue],
      },
      { same: ['s3_bucket_name', 's3_key_prefix', 'cloud_watch_logs_role_arn', 'enable_log_file_validation', 'include_global_service_events', 'is_multi_region_trail', 'is_organization_trail'] },
    ),
    aws_cloudtrail_event_data_store: resource('AWS::CloudTrail::EventDataStore', {}, { same: ['name', 'kms_key_id', 'multi_region_enabled', 'organization_enabled', 'retention_period', 'termination_protection_enabled'] }),
    aws_cloudwatch_log_group: resource('AWS::Logs::LogGroup', { name: 'LogGroupName', tags: ['Tags', keyValue] }, { same: ['kms_key_id', 'retention_in_days', 'log_group_class'] }),
    aws_cloudwatch_log_resource_policy: resource('AWS::Logs::ResourcePolicy', { policy_document: ['PolicyDocument', document] }, { same: ['policy_name'] }),
    aws_cloudwatch_log_metric_filter: resource(
      'AWS::Logs::MetricFilter',
      { name: 'FilterName', pattern: 'FilterPattern', metric_transformation: ['MetricTransformations', eachBlock({ name: 'MetricName', namespace: 'MetricNamespace', value: 'MetricValue' })] },
      { same: ['log_group_name'] },
    ),
    aws_cloudwatch_log_destination_policy: resource('AWS::Logs::Destination', { destination_name: 'DestinationName', access_policy: ['DestinationPolicy', document] }),
    aws_cloudwatch_metric_alarm: resource('AWS::CloudWatch::Alarm', {}, { same: ['alarm_name', 'alarm_actions', 'actions_enabled', 'metric_name', 'namespace', 'comparison_operator', 'threshold', 'statistic', 'period', 'evaluation_periods'] }),
    aws_secretsmanager_secret: resource(
      'AWS::SecretsManager::Secret',
      { recovery_window_in_days: '#RecoveryWindowInDays', replica: ['ReplicaRegions', eachBlock({ region: 'Region', kms_key_id: 'KmsKeyId' })], tags: ['Tags', keyValue], rotation_lambda_arn: '#RotationLambdaARN' },
      {
        same: ['name', 'description', 'kms_key_id'],
        more: (raw) => {
          const policy = argument(raw.arguments, 'policy');
          if (policy === undefined) return [];
          const self: Tree = { kind: 'unknown', reason: { kind: 'known-after-apply', detail: `\`${raw.address}.id\` is known after apply` }, at: raw.at, parts: [{ address: raw.address, attribute: 'id' }] };
          return [{ kind: 'resource', type: 'AWS::SecretsManager::ResourcePolicy', raw, address: `${raw.address}.policy`, properties: mapping([['SecretId', self], ['ResourcePolicy', document(policy, raw) ?? policy]], policy.at), facts: mapping([], raw.at) }];
        },
      },
    ),
    aws_secretsmanager_secret_version: satellite('AWS::SecretsManager::Secret', 'secret_id', { secret_string: 'SecretString' }),
    aws_secretsmanager_secret_policy: resource('AWS::SecretsManager::ResourcePolicy', { secret_arn: 'SecretId', policy: ['ResourcePolicy', document], block_public_policy: 'BlockPublicPolicy' }),
    aws_secretsmanager_secret_rotation: resource('AWS::SecretsManager::RotationSchedule', {
      secret_id: 'SecretId',
      rotation_lambda_arn: 'RotationLambdaARN',
      'rotation_rules.automatically_after_days': 'RotationRules.AutomaticallyAfterDays',
      'rotation_rules.schedule_expression': 'RotationRules.ScheduleExpression',
    }),
    aws_ssm_parameter: resource('AWS::SSM::Parameter', { key_id: '#KeyId', tags: '#Tags' }, { same: ['name', 'type', 'value', 'description', 'tier', 'data_type'] }),
    aws_ssm_document: resource('AWS::SSM::Document', { content: ['Content', document], document_type: 'DocumentType', document_format: 'DocumentFormat', permissions: '#Permissions' }, { same: ['name'] }),
    aws_ssm_association: resource('AWS::SSM::Association', {}, { same: ['name', 'association_name', 'schedule_expression', 'instance_id'] }),
    aws_ssm_patch_baseline: resource('AWS::SSM::PatchBaseline', {}, { same: ['name', 'operating_system', 'approved_patches', 'rejected_patches'] }),
    aws_dynamodb_table: resource(
      'AWS::DynamoDB::Table',
      {
        name: 'TableName',
        'server_side_encryption.enabled': 'SSESpecification.SSEEnabled',
        'server_side_encryption.kms_key_arn': 'SSESpecification.KMSMasterKeyId',
        'point_in_time_recovery.enabled': 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        deletion_protection_enabled: 'DeletionProtectionEnabled',
        tags: ['Tags', keyValue],
      },
      {
        same: ['billing_mode', 'table_class'],
        // A customer's key is the KMS type of encryption.
        also: (raw, draft) => {
          const on = argument(raw.arguments, 'server_side_encryption.enabled');
          const type = on === undefined ? undefined : words('KMS')(on, raw);
          if (type !== undefined) draft.set('SSESpecification.SSEType', type);
        },
      },
    ),
    aws_dynamodb_resource_policy: satellite('AWS::DynamoDB::Table', 'resource_arn', { policy: ['ResourcePolicy.PolicyDocument', document] }),
    aws_dynamodb_global_table: resource('AWS::DynamoDB::GlobalTable', { name: 'TableName' }),
    aws_dax_cluster: resource('AWS::DAX::Cluster', { 'server_side_encryption.enabled': 'SSESpecification.SSEEnabled', cluster_endpoint_encryption_type: 'ClusterEndpointEncryptionType' }, { same: ['cluster_name', 'iam_role_arn', 'node_type'] }),
    aws_sns_topic: resource(
      'AWS::SNS::Topic',
      { name: 'TopicName', kms_master_key_id: 'KmsMasterKeyId', tags: ['Tags', keyValue] },
      {
        same: ['display_name', 'fifo_topic', 'signature_version', 'tracing_config'],
        more: (raw) => inlinePolicy(raw, 'policy', 'AWS::SNS::TopicPolicy', 'Topics'),
      },
    ),
    aws_sns_topic_policy: resource('AWS::SNS::TopicPolicy', { arn: ['Topics', asList], policy: ['PolicyDocument', document] }),
    aws_sns_topic_subscription: resource('AWS::SNS::Subscription', { topic_arn: 'TopicArn', protocol: 'Protocol', endpoint: 'Endpoint' }),
    aws_sqs_queue: resource(
      'AWS::SQS::Queue',
      { name: 'QueueName', kms_master_key_id: 'KmsMasterKeyId', sqs_managed_sse_enabled: 'SqsManagedSseEnabled', redrive_policy: ['RedrivePolicy', document], tags: ['Tags', keyValue] },
      { same: ['fifo_queue'], more: (raw) => inlinePolicy(raw, 'policy', 'AWS::SQS::QueuePolicy', 'Queues') },
    ),
    aws_sqs_queue_policy: resource('AWS::SQS::QueuePolicy', { queue_url: ['Queues', asList], policy: ['PolicyDocument', document] }),
    aws_efs_file_system: resource('AWS::EFS::FileSystem', { 'lifecycle_policy.transition_to_ia': '#TransitionToIA', tags: ['FileSystemTags', keyValue] }, { same: ['encrypted', 'kms_key_id', 'performance_mode', 'availability_zone_name'] }),
    aws_efs_file_system_policy: satellite('AWS::EFS::FileSystem', 'file_system_id', { policy: ['FileSystemPolicy', document], bypass_policy_lockout_safety_check: 'BypassPolicyLockoutSafetyCheck' }),
    aws_efs_backup_policy: satellite('AWS::EFS::FileSystem', 'file_system_id', { 'backup_policy.status': 'BackupPolicy.Status' }),
    aws_efs_mount_target: resource('AWS::EFS::MountTarget', {}, { same: ['file_system_id', 'subnet_id', 'security_groups'] }),
    aws_efs_access_point: resource(
      'AWS::EFS::AccessPoint',
      { 'root_directory.path': 'RootDirectory.Path', 'posix_user.uid': 'PosixUser.Uid', 'posix_user.gid': 'PosixUser.Gid' },
      { same: ['file_system_id'] },
    ),
    aws_backup_vault: resource('AWS::Backup::BackupVault', { name: 'BackupVaultName', kms_key_arn: 'EncryptionKeyArn' }),
    aws_backup_vault_policy: satellite('AWS::Backup::BackupVault', 'backup_vault_name', { policy: ['AccessPolicy', document] }),
    aws_backup_vault_lock_configuration: satellite('AWS::Backup::BackupVault', 'backup_vault_name', {
      min_retention_days: 'LockConfiguration.MinRetentionDays',
      max_retention_days: 'LockConfiguration.MaxRetentionDays',
      changeable_for_days: 'LockConfiguration.ChangeableForDays',
    }),
    aws_backup_plan: resource('AWS::Backup::BackupPlan', { name: 'BackupPlan.BackupPlanName' }),
    aws_kinesis_stream: resource('AWS::Kinesis::Stream', { retention_period: 'RetentionPeriodHours', encryption_type: 'StreamEncryption.EncryptionType', kms_key_id: 'StreamEncryption.KeyId' }, { same: ['name'] }),
    aws_kinesis_firehose_delivery_stream: resource('AWS::KinesisFirehose::DeliveryStream', {
      name: 'DeliveryStreamName',
      'server_side_encryption.enabled': '#ServerSideEncryption',
      'server_side_encryption.key_type': 'DeliveryStreamEncryptionConfigurationInput.KeyType',
      'server_side_encryption.key_arn': 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
    }),
    aws_kinesis_video_stream: resource('AWS::KinesisVideo::Stream', {}, { same: ['name', 'kms_key_id'] }),
    aws_config_configuration_recorder: resource('AWS::Config::ConfigurationRecorder', { 'recording_group.all_supported': 'RecordingGroup.AllSupported', 'recording_group.include_global_resource_types': 'RecordingGroup.IncludeGlobalResourceTypes', role_arn: 'RoleARN' }, { same: ['name'] }),
    aws_config_configuration_aggregator: resource('AWS::Config::ConfigurationAggregator', {
      name: 'ConfigurationAggregatorName',
      'organization_aggregation_source.all_regions': 'OrganizationAggregationSource.AllAwsRegions',
      account_aggregation_source: ['AccountAggregationSources', eachBlock({ all_regions: 'AllAwsRegions', account_ids: 'AccountIds' })],
    }),
    aws_guardduty_detector: resource('AWS::GuardDuty::Detector', { enable: 'Enable', finding_publishing_frequency: 'FindingPublishingFrequency' }),
    aws_accessanalyzer_analyzer: resource('AWS::AccessAnalyzer::Analyzer', { analyzer_name: 'AnalyzerName', type: 'Type' }),
    aws_securityhub_account: resource('AWS::SecurityHub::Hub', { enable_default_standards: 'EnableDefaultStandards' }),
    aws_athena_workgroup: resource('AWS::Athena::WorkGroup', {
      name: 'Name',
      'configuration.enforce_workgroup_configuration': 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      'configuration.result_configuration.encryption_configuration.encryption_option': 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption',
      'configuration.result_configuration.encryption_configuration.kms_key_arn': 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
    }),
    aws_athena_database: resource('Demarc::Athena::Database', { 'encryption_configuration.encryption_option': '#EncryptionOption', 'encryption_configuration.kms_key': '#KmsKey', name: '#Name' }),
    aws_glue_data_catalog_encryption_settings: resource('AWS::Glue::DataCatalogEncryptionSettings', {
      catalog_id: 'CatalogId',
      'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted': 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
      'data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id': 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.KmsKeyId',
      'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode': 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
      'data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id': 'DataCatalogEncryptionSettings.EncryptionAtRest.SseAwsKmsKeyId',
    }),
    aws_glue_security_configuration: resource('AWS::Glue::SecurityConfiguration', {
      name: 'Name',
      'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode': 'EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode',
      'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode': 'EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode',
      'encryption_configuration.s3_encryption': ['EncryptionConfiguration.S3Encryptions', eachBlock({ s3_encryption_mode: 'S3EncryptionMode', kms_key_arn: 'KmsKeyArn' })],
    }),
    aws_glue_job: resource('AWS::Glue::Job', { role_arn: 'Role' }, { same: ['name', 'security_configuration', 'glue_version'] }),
    aws_glue_crawler: resource('AWS::Glue::Crawler', { security_configuration: 'CrawlerSecurityConfiguration' }, { same: ['name', 'role'] }),
    aws_glue_dev_endpoint: resource('AWS::Glue::DevEndpoint', { name: 'EndpointName' }, { same: ['security_configuration', 'role_arn', 'public_key'] }),
  },
};

function asList(tree: Tree): Tree {
  return tree.kind === 'list' ? tree : { kind: 'list', items: [tree], at: tree.at };
}

/** A policy that stands inside the block of its resource is a resource of its own in CloudFormation. */
export function inlinePolicy(raw: Parameters<ReturnType<typeof resource>>[0], name: string, type: string, target: string): ReturnType<ReturnType<typeof resource>> {
  const policy = argument(raw.arguments, name);
  if (policy === undefined) return [];
  const self: Tree = { kind: 'unknown', reason: { kind: 'known-after-apply', detail: `\`${raw.address}.id\` is known after apply` }, at: raw.at, parts: [{ address: raw.address, attribute: 'id' }] };
  const properties = mapping([[target, asList(self)], ['PolicyDocument', document(policy, raw) ?? policy]], policy.at);
  return [{ kind: 'resource', type, raw, address: `${raw.address}.policy`, properties, facts: mapping([], raw.at) }];
}

