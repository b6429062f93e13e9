/** Services that applications are put together from: AppSync, Cognito, MWAA, Connect, DataSync, snapshots' lifecycle, mail, rules. */
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { eachBlock, oneBlock, resource, satellite } from '../table.js';

const target = oneBlock({
  arn: 'Arn',
  target_id: 'Id',
  role_arn: 'RoleArn',
  'dead_letter_config.arn': 'DeadLetterConfig.Arn',
  'ecs_target.task_definition_arn': 'EcsParameters.TaskDefinitionArn',
  'ecs_target.network_configuration.security_groups': 'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.SecurityGroups',
  'ecs_target.network_configuration.subnets': 'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.Subnets',
});
const tags = { tags: ['Tags', keyValue] } as const;
const logs = oneBlock({ enabled: 'Enabled', log_level: 'LogLevel' });
const copyRules = eachBlock({ target: 'Target', target_region: 'TargetRegion', encrypted: 'Encrypted', cmk_arn: 'CmkArn', copy_tags: 'CopyTags' });
const copies = eachBlock({ target: 'Target', 'encryption_configuration.encrypted': 'EncryptionConfiguration.Encrypted', 'encryption_configuration.cmk_arn': 'EncryptionConfiguration.CmkArn' });
const encryption = { type: '#EncryptionConfiguration.Type', key_id: '#EncryptionConfiguration.KeyId' } as const;
/** The block is in the service's API, not in the schema. */
const firewallKey = Object.fromEntries(Object.entries(encryption).map(([from, to]) => [`encryption_configuration.${from}`, to]));

export const applications: ServiceRules = {
  terraform: {
    aws_appsync_graphql_api: resource('AWS::AppSync::GraphQLApi', {
      'log_config.cloudwatch_logs_role_arn': 'LogConfig.CloudWatchLogsRoleArn',
      'log_config.field_log_level': 'LogConfig.FieldLogLevel',
      'log_config.exclude_verbose_content': 'LogConfig.ExcludeVerboseContent',
      additional_authentication_provider: ['AdditionalAuthenticationProviders', eachBlock({ authentication_type: 'AuthenticationType' })],
      ...tags,
    }, { same: ['name', 'authentication_type', 'xray_enabled', 'visibility', 'introspection_config', 'query_depth_limit'] }),
    aws_appsync_api_cache: resource('AWS::AppSync::ApiCache', {}, { same: ['api_id', 'type', 'ttl', 'api_caching_behavior', 'at_rest_encryption_enabled', 'transit_encryption_enabled'] }),
    aws_appsync_api_key: resource('AWS::AppSync::ApiKey', {}, { same: ['api_id', 'description'] }),
    aws_cognito_user_pool: resource('AWS::Cognito::UserPool', {
      name: 'UserPoolName',
      'password_policy.minimum_length': 'Policies.PasswordPolicy.MinimumLength',
      'password_policy.require_lowercase': 'Policies.PasswordPolicy.RequireLowercase',
      'password_policy.require_numbers': 'Policies.PasswordPolicy.RequireNumbers',
      'password_policy.require_symbols': 'Policies.PasswordPolicy.RequireSymbols',
      'password_policy.require_uppercase': 'Policies.PasswordPolicy.RequireUppercase',
      'password_policy.temporary_password_validity_days': 'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
      'admin_create_user_config.allow_admin_create_user_only': 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
      'user_pool_add_ons.advanced_security_mode': 'UserPoolAddOns.AdvancedSecurityMode',
      'email_configuration.email_sending_account': 'EmailConfiguration.EmailSendingAccount',
      tags: 'UserPoolTags',
    }, { same: ['mfa_configuration', 'deletion_protection', 'auto_verified_attributes', 'alias_attributes', 'username_attributes', 'user_pool_tier'] }),
    aws_cognito_user_pool_client: resource('AWS::Cognito::UserPoolClient', { name: 'ClientName', callback_urls: 'CallbackURLs', allowed_oauth_flows: 'AllowedOAuthFlows', allowed_oauth_scopes: 'AllowedOAuthScopes' }, {
      same: ['user_pool_id', 'explicit_auth_flows', 'prevent_user_existence_errors', 'enable_token_revocation', 'generate_secret'],
    }),
    aws_cognito_identity_pool: resource('AWS::Cognito::IdentityPool', { allow_classic_flow: 'AllowClassicFlow' }, { same: ['identity_pool_name', 'allow_unauthenticated_identities', 'developer_provider_name'] }),
    aws_cognito_identity_pool_roles_attachment: resource('AWS::Cognito::IdentityPoolRoleAttachment', {}, { same: ['identity_pool_id', 'roles'] }),
    aws_cognito_risk_configuration: resource('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      'account_takeover_risk_configuration.actions.high_action.event_action': 'AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction',
      'account_takeover_risk_configuration.actions.medium_action.event_action': 'AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction',
      'account_takeover_risk_configuration.actions.low_action.event_action': 'AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction',
      'compromised_credentials_risk_configuration.actions.event_action': 'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
    }, { same: ['user_pool_id', 'client_id'] }),
    aws_mwaa_environment: resource('AWS::MWAA::Environment', {
      'network_configuration.subnet_ids': 'NetworkConfiguration.SubnetIds',
      'network_configuration.security_group_ids': 'NetworkConfiguration.SecurityGroupIds',
      'logging_configuration.dag_processing_logs': ['LoggingConfiguration.DagProcessingLogs', logs],
      'logging_configuration.scheduler_logs': ['LoggingConfiguration.SchedulerLogs', logs],
      'logging_configuration.task_logs': ['LoggingConfiguration.TaskLogs', logs],
      'logging_configuration.webserver_logs': ['LoggingConfiguration.WebserverLogs', logs],
      'logging_configuration.worker_logs': ['LoggingConfiguration.WorkerLogs', logs],
      kms_key: 'KmsKey',
      dag_s3_path: 'DagS3Path',
      tags: 'Tags',
    }, { same: ['name', 'airflow_version', 'airflow_configuration_options', 'execution_role_arn', 'source_bucket_arn', 'webserver_access_mode', 'environment_class'] }),
    aws_connect_instance: resource('AWS::Connect::Instance', { instance_alias: 'InstanceAlias', identity_management_type: 'IdentityManagementType', inbound_calls_enabled: 'Attributes.InboundCalls', outbound_calls_enabled: 'Attributes.OutboundCalls', contact_flow_logs_enabled: 'Attributes.ContactflowLogs' }),
    aws_connect_instance_storage_config: resource('AWS::Connect::InstanceStorageConfig', {
      instance_id: 'InstanceArn',
      'storage_config.storage_type': 'StorageType',
      'storage_config.kinesis_video_stream_config.prefix': 'KinesisVideoStreamConfig.Prefix',
      'storage_config.kinesis_video_stream_config.retention_period_hours': 'KinesisVideoStreamConfig.RetentionPeriodHours',
      'storage_config.kinesis_video_stream_config.encryption_config.encryption_type': 'KinesisVideoStreamConfig.EncryptionConfig.EncryptionType',
      'storage_config.kinesis_video_stream_config.encryption_config.key_id': 'KinesisVideoStreamConfig.EncryptionConfig.KeyId',
      'storage_config.s3_config.bucket_name': 'S3Config.BucketName',
      'storage_config.s3_config.bucket_prefix': 'S3Config.BucketPrefix',
      'storage_config.s3_config.encryption_config.encryption_type': 'S3Config.EncryptionConfig.EncryptionType',
      'storage_config.s3_config.encryption_config.key_id': 'S3Config.EncryptionConfig.KeyId',
    }, { same: ['resource_type'] }),
    aws_datasync_location_object_storage: resource('AWS::DataSync::LocationObjectStorage', { ...tags }, { same: ['agent_arns', 'server_hostname', 'bucket_name', 'access_key', 'secret_key', 'server_protocol', 'server_port', 'subdirectory'] }),
    aws_datasync_location_s3: resource('AWS::DataSync::LocationS3', { 's3_config.bucket_access_role_arn': 'S3Config.BucketAccessRoleArn' }, { same: ['s3_bucket_arn', 'subdirectory'] }),
    aws_datasync_task: resource('AWS::DataSync::Task', { cloudwatch_log_group_arn: 'CloudWatchLogGroupArn' }, { same: ['name', 'source_location_arn', 'destination_location_arn'] }),
    aws_dlm_lifecycle_policy: resource('AWS::DLM::LifecyclePolicy', {
      'policy_details.policy_type': 'PolicyDetails.PolicyType',
      'policy_details.resource_types': 'PolicyDetails.ResourceTypes',
      'policy_details.schedule': ['PolicyDetails.Schedules', eachBlock({ name: 'Name', copy_tags: 'CopyTags', cross_region_copy_rule: ['CrossRegionCopyRules', copyRules] })],
      'policy_details.action': ['PolicyDetails.Actions', eachBlock({ name: 'Name', cross_region_copy: ['CrossRegionCopy', copies] })],
      ...tags,
    }, { same: ['description', 'execution_role_arn', 'state'] }),
    aws_ses_configuration_set: resource('AWS::SES::ConfigurationSet', { name: 'Name', 'delivery_options.tls_policy': 'DeliveryOptions.TlsPolicy', sending_enabled: 'SendingOptions.SendingEnabled', reputation_metrics_enabled: 'ReputationOptions.ReputationMetricsEnabled' }),
    aws_sesv2_configuration_set: resource('AWS::SES::ConfigurationSet', { configuration_set_name: 'Name', 'delivery_options.tls_policy': 'DeliveryOptions.TlsPolicy', 'sending_options.sending_enabled': 'SendingOptions.SendingEnabled', 'reputation_options.reputation_metrics_enabled': 'ReputationOptions.ReputationMetricsEnabled', ...tags }),
    aws_cloudwatch_event_rule: resource('AWS::Events::Rule', { event_bus_name: 'EventBusName', event_pattern: ['EventPattern', document], ...tags }, { same: ['name', 'description', 'schedule_expression', 'state', 'role_arn'] }),
    aws_cloudwatch_event_target: satellite('AWS::Events::Rule', 'rule', {}, {
      also: (raw, draft) => draft.append('Targets', target(raw.arguments, raw)),
    }),
    aws_memorydb_snapshot: resource('Demarc::MemoryDB::Snapshot', { name: 'SnapshotName', cluster_name: 'ClusterName', kms_key_arn: 'KmsKeyId' }),
    aws_memorydb_acl: resource('AWS::MemoryDB::ACL', { name: 'ACLName', user_names: 'UserNames', ...tags }),
    aws_memorydb_user: resource('AWS::MemoryDB::User', { 'authentication_mode.type': 'AuthenticationMode.Type', ...tags }, { same: ['user_name', 'access_string'] }),
    aws_networkfirewall_rule_group: resource('AWS::NetworkFirewall::RuleGroup', { name: 'RuleGroupName', ...firewallKey, ...tags }, { same: ['capacity', 'type', 'description'] }),
    aws_appstream_fleet: resource('AWS::AppStream::Fleet', { 'vpc_config.subnet_ids': 'VpcConfig.SubnetIds', 'vpc_config.security_group_ids': 'VpcConfig.SecurityGroupIds', ...tags }, {
      same: ['name', 'instance_type', 'fleet_type', 'enable_default_internet_access', 'max_user_duration_in_seconds', 'idle_disconnect_timeout_in_seconds', 'disconnect_timeout_in_seconds', 'image_name'],
    }),
    aws_elasticache_security_group: resource('AWS::ElastiCache::SecurityGroup', { description: 'Description' }),
    aws_vpclattice_service_network_vpc_association: resource('AWS::VpcLattice::ServiceNetworkVpcAssociation', { service_network_identifier: 'ServiceNetworkIdentifier', vpc_identifier: 'VpcIdentifier', security_group_ids: 'SecurityGroupIds' }),
    aws_macie2_account: resource('AWS::Macie::Session', {}, { same: ['status', 'finding_publishing_frequency'] }),
    aws_inspector2_enabler: resource('Demarc::Inspector::Enabler', {}, { same: ['account_ids', 'resource_types'] }),
    aws_detective_graph: resource('AWS::Detective::Graph', {}),
    aws_ssm_service_setting: resource('Demarc::SSM::ServiceSetting', {}, { same: ['setting_id', 'setting_value'] }),
  },
};
