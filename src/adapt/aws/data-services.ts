/** Search, streaming, messaging, migration and desktop services that stand in a network. */
import { mapping, scalar, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite, type Convert, type FieldMap } from '../table.js';

const tags: FieldMap = { tags: ['Tags', keyValue] };

/** Blocks that each name a log → the schema's map by the log's name. */
const logsByType: Convert = (value) => {
  if (value.kind !== 'list') return value;
  const pairs: (readonly [string, Tree])[] = [];
  let open = value.open;
  for (const block of value.items) {
    const type = argument(block, 'log_type');
    const group = argument(block, 'cloudwatch_log_group_arn');
    if (type?.kind !== 'scalar') {
      open ??= type?.kind === 'unknown' ? type.reason : undefined;
      continue;
    }
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#log_publishing_options
    const enabled = argument(block, 'enabled') ?? scalar(true, block.at);
    pairs.push([String(type.value), mapping([['Enabled', enabled], ...(group === undefined ? [] : [['CloudWatchLogsLogGroupArn', group] as const])], block.at)]);
  }
  return mapping(pairs, value.at, open);
};

const DOMAIN: FieldMap = {
  ...tags,
  access_policies: ['AccessPolicies', document],
  'encrypt_at_rest.enabled': 'EncryptionAtRestOptions.Enabled',
  'encrypt_at_rest.kms_key_id': 'EncryptionAtRestOptions.KmsKeyId',
  'node_to_node_encryption.enabled': 'NodeToNodeEncryptionOptions.Enabled',
  'domain_endpoint_options.enforce_https': 'DomainEndpointOptions.EnforceHTTPS',
  'domain_endpoint_options.tls_security_policy': 'DomainEndpointOptions.TLSSecurityPolicy',
  'domain_endpoint_options.custom_endpoint_enabled': 'DomainEndpointOptions.CustomEndpointEnabled',
  'vpc_options.subnet_ids': 'VPCOptions.SubnetIds',
  'vpc_options.security_group_ids': 'VPCOptions.SecurityGroupIds',
  'advanced_security_options.enabled': 'AdvancedSecurityOptions.Enabled',
  'advanced_security_options.internal_user_database_enabled': 'AdvancedSecurityOptions.InternalUserDatabaseEnabled',
  'advanced_security_options.master_user_options.master_user_password': 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword',
  'advanced_security_options.master_user_options.master_user_name': 'AdvancedSecurityOptions.MasterUserOptions.MasterUserName',
  'log_publishing_options[]': ['LogPublishingOptions', logsByType],
};
const capacity = (to: string): FieldMap =>
  Object.fromEntries(
    [['dedicated_master_enabled', 'DedicatedMasterEnabled'], ['dedicated_master_count', 'DedicatedMasterCount'], ['instance_count', 'InstanceCount'], ['instance_type', 'InstanceType'], ['zone_awareness_enabled', 'ZoneAwarenessEnabled']].map(([from, key]) => [`cluster_config.${from}`, `${to}.${key}`]),
  );
const elasticsearch = { ...DOMAIN, ...capacity('ElasticsearchClusterConfig'), elasticsearch_version: 'ElasticsearchVersion' };
const openSearch = { ...DOMAIN, ...capacity('ClusterConfig') };

/** Terraform's nested blocks of an MSK cluster spell `sasl.iam = true` where the schema has an object. */
const enabledObject: Convert = (value) => mapping([['Enabled', value]], value.at);

const imageDevice = eachBlock({ device_name: 'DeviceName', 'ebs.encrypted': 'Ebs.Encrypted', 'ebs.kms_key_id': 'Ebs.KmsKeyId', 'ebs.volume_size': 'Ebs.VolumeSize', 'ebs.volume_type': 'Ebs.VolumeType', 'ebs.snapshot_id': 'Ebs.SnapshotId' });

export const dataServices: ServiceRules = {
  terraform: {
    aws_elasticsearch_domain: resource('AWS::Elasticsearch::Domain', elasticsearch, { same: ['domain_name'] }),
    aws_opensearch_domain: resource('AWS::OpenSearchService::Domain', openSearch, { same: ['domain_name', 'engine_version'] }),
    aws_elasticsearch_domain_policy: satellite('AWS::Elasticsearch::Domain', 'domain_name', { access_policies: ['AccessPolicies', document] }),
    aws_opensearch_domain_policy: satellite('AWS::OpenSearchService::Domain', 'domain_name', { access_policies: ['AccessPolicies', document] }),
    aws_msk_cluster: resource(
      'AWS::MSK::Cluster',
      {
        tags: 'Tags',
        'broker_node_group_info.client_subnets': 'BrokerNodeGroupInfo.ClientSubnets',
        'broker_node_group_info.security_groups': 'BrokerNodeGroupInfo.SecurityGroups',
        'broker_node_group_info.instance_type': 'BrokerNodeGroupInfo.InstanceType',
        'broker_node_group_info.connectivity_info.public_access.type': 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
        'encryption_info.encryption_at_rest_kms_key_arn': 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
        'encryption_info.encryption_in_transit.client_broker': 'EncryptionInfo.EncryptionInTransit.ClientBroker',
        'encryption_info.encryption_in_transit.in_cluster': 'EncryptionInfo.EncryptionInTransit.InCluster',
        'logging_info.broker_logs.cloudwatch_logs.enabled': 'LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled',
        'logging_info.broker_logs.cloudwatch_logs.log_group': 'LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup',
        'logging_info.broker_logs.firehose.enabled': 'LoggingInfo.BrokerLogs.Firehose.Enabled',
        'logging_info.broker_logs.firehose.delivery_stream': 'LoggingInfo.BrokerLogs.Firehose.DeliveryStream',
        'logging_info.broker_logs.s3.enabled': 'LoggingInfo.BrokerLogs.S3.Enabled',
        'logging_info.broker_logs.s3.bucket': 'LoggingInfo.BrokerLogs.S3.Bucket',
        'client_authentication.sasl.iam': ['ClientAuthentication.Sasl.Iam', enabledObject],
        'client_authentication.sasl.scram': ['ClientAuthentication.Sasl.Scram', enabledObject],
        'client_authentication.tls.certificate_authority_arns': 'ClientAuthentication.Tls.CertificateAuthorityArnList',
        'client_authentication.unauthenticated': ['ClientAuthentication.Unauthenticated', enabledObject],
      },
      { same: ['cluster_name', 'kafka_version', 'number_of_broker_nodes', 'enhanced_monitoring'] },
    ),
    aws_mq_broker: resource(
      'AWS::AmazonMQ::Broker',
      {
        security_groups: 'SecurityGroups', 'logs.audit': 'Logs.Audit', 'logs.general': 'Logs.General', 'encryption_options.kms_key_id': 'EncryptionOptions.KmsKeyId', 'encryption_options.use_aws_owned_key': 'EncryptionOptions.UseAwsOwnedKey',
        'user[]': ['Users', eachBlock({ username: 'Username', password: 'Password', console_access: 'ConsoleAccess' })],
      },
      { same: ['broker_name', 'engine_type', 'engine_version', 'host_instance_type', 'publicly_accessible', 'auto_minor_version_upgrade', 'deployment_mode', 'authentication_strategy', 'subnet_ids', 'storage_type'] },
    ),
    aws_mq_configuration: resource('AWS::AmazonMQ::Configuration', {}, { same: ['name', 'engine_type', 'engine_version'] }),
    aws_dms_replication_instance: resource(
      'AWS::DMS::ReplicationInstance',
      { ...tags, replication_instance_id: 'ReplicationInstanceIdentifier', kms_key_arn: 'KmsKeyId', multi_az: 'MultiAZ', replication_subnet_group_id: 'ReplicationSubnetGroupIdentifier' },
      { same: ['engine_version', 'publicly_accessible', 'auto_minor_version_upgrade', 'allocated_storage', 'vpc_security_group_ids', 'availability_zone', 'replication_instance_class'] },
    ),
    aws_dms_endpoint: resource(
      'AWS::DMS::Endpoint',
      {
        ...tags, endpoint_id: 'EndpointIdentifier', kms_key_arn: 'KmsKeyId', 'mongodb_settings.auth_type': 'MongoDbSettings.AuthType', 'mongodb_settings.auth_mechanism': 'MongoDbSettings.AuthMechanism', 'redis_settings.ssl_security_protocol': 'RedisSettings.SslSecurityProtocol',
        's3_settings.encryption_mode': 'S3Settings.EncryptionMode', 's3_settings.server_side_encryption_kms_key_id': 'S3Settings.ServerSideEncryptionKmsKeyId',
      },
      { same: ['endpoint_type', 'engine_name', 'ssl_mode', 'username', 'password', 'server_name', 'port', 'database_name', 'certificate_arn', 'extra_connection_attributes'] },
    ),
    aws_dms_s3_endpoint: resource('AWS::DMS::Endpoint', { ...tags, endpoint_id: 'EndpointIdentifier', kms_key_arn: 'KmsKeyId', encryption_mode: 'S3Settings.EncryptionMode', server_side_encryption_kms_key_id: 'S3Settings.ServerSideEncryptionKmsKeyId' }, { same: ['endpoint_type', 'ssl_mode'], also: (raw, draft) => draft.set('EngineName', scalar('s3', raw.at)) }),
    aws_dms_replication_task: resource('AWS::DMS::ReplicationTask', {}, { same: ['migration_type', 'replication_task_settings'] }),
    aws_dms_replication_subnet_group: resource('AWS::DMS::ReplicationSubnetGroup', {}, { same: ['subnet_ids'] }),
    aws_emr_cluster: resource(
      'AWS::EMR::Cluster',
      {
        ...tags, log_encryption_kms_key_id: 'LogEncryptionKmsKeyId', 'kerberos_attributes.realm': 'KerberosAttributes.Realm', 'kerberos_attributes.kdc_admin_password': 'KerberosAttributes.KdcAdminPassword',
        'ec2_attributes.emr_managed_master_security_group': 'Instances.EmrManagedMasterSecurityGroup', 'ec2_attributes.emr_managed_slave_security_group': 'Instances.EmrManagedSlaveSecurityGroup',
        'ec2_attributes.subnet_id': 'Instances.Ec2SubnetId', termination_protection: 'Instances.TerminationProtected',
        'ec2_attributes.additional_master_security_groups': 'Instances.AdditionalMasterSecurityGroups', 'ec2_attributes.additional_slave_security_groups': 'Instances.AdditionalSlaveSecurityGroups',
        'ec2_attributes.service_access_security_group': 'Instances.ServiceAccessSecurityGroup', 'ec2_attributes.instance_profile': 'JobFlowRole',
      },
      { same: ['name', 'release_label', 'log_uri', 'service_role', 'security_configuration', 'visible_to_all_users'] },
    ),
    aws_emr_security_configuration: resource('AWS::EMR::SecurityConfiguration', { name: 'Name', configuration: ['SecurityConfiguration', document] }),
    aws_emr_block_public_access_configuration: resource('Demarc::EMR::BlockPublicAccess', { block_public_security_group_rules: 'BlockPublicSecurityGroupRules', permitted_public_security_group_rule_range: 'PermittedPublicSecurityGroupRuleRanges' }),
    aws_workspaces_workspace: resource('AWS::WorkSpaces::Workspace', { ...tags, user_name: 'UserName' }, { same: ['bundle_id', 'directory_id', 'root_volume_encryption_enabled', 'user_volume_encryption_enabled', 'volume_encryption_key'] }),
    aws_transfer_server: resource(
      'AWS::Transfer::Server',
      { ...tags, 'endpoint_details.vpc_id': 'EndpointDetails.VpcId', 'endpoint_details.address_allocation_ids': 'EndpointDetails.AddressAllocationIds', 'endpoint_details.subnet_ids': 'EndpointDetails.SubnetIds', 'endpoint_details.security_group_ids': 'EndpointDetails.SecurityGroupIds' },
      { same: ['endpoint_type', 'protocols', 'security_policy_name', 'identity_provider_type', 'logging_role', 'domain'] },
    ),
    aws_transfer_user: resource('AWS::Transfer::User', { role: 'Role', user_name: 'UserName', server_id: 'ServerId', home_directory: 'HomeDirectory', policy: ['Policy', document] }),
    aws_imagebuilder_image_recipe: resource('AWS::ImageBuilder::ImageRecipe', { 'block_device_mapping[]': ['BlockDeviceMappings', imageDevice] }, { same: ['name', 'parent_image', 'version'] }),
    aws_imagebuilder_component: resource('AWS::ImageBuilder::Component', {}, { same: ['name', 'platform', 'version', 'kms_key_id', 'data', 'uri'] }),
    aws_imagebuilder_distribution_configuration: resource('AWS::ImageBuilder::DistributionConfiguration', {
      name: 'Name',
      'distribution[]': ['Distributions', eachBlock({ region: 'Region', 'ami_distribution_configuration.kms_key_id': 'AmiDistributionConfiguration.KmsKeyId', 'ami_distribution_configuration.name': 'AmiDistributionConfiguration.Name', 'ami_distribution_configuration.launch_permission.user_groups': 'AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups' })],
    }),
    aws_route53_zone: resource('AWS::Route53::HostedZone', { name: 'Name', comment: 'HostedZoneConfig.Comment', 'vpc[]': ['VPCs', eachBlock({ vpc_id: 'VPCId', vpc_region: 'VPCRegion' })] }),
    aws_route53_zone_association: satellite('AWS::Route53::HostedZone', 'zone_id', { vpc_id: ['VPCs[]', (value) => mapping([['VPCId', value]], value.at)] }),
    aws_route53_query_log: satellite('AWS::Route53::HostedZone', 'zone_id', { cloudwatch_log_group_arn: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn' }),
    aws_route53_hosted_zone_dnssec: resource('AWS::Route53::DNSSEC', { hosted_zone_id: 'HostedZoneId', signing_status: '#SigningStatus' }),
    aws_route53_key_signing_key: resource('AWS::Route53::KeySigningKey', { hosted_zone_id: 'HostedZoneId', name: 'Name', status: 'Status', key_management_service_arn: 'KeyManagementServiceArn' }),
    aws_route53_record: resource('AWS::Route53::RecordSet', { zone_id: 'HostedZoneId', name: 'Name', type: 'Type', ttl: 'TTL', records: 'ResourceRecords', 'alias.name': 'AliasTarget.DNSName', 'alias.zone_id': 'AliasTarget.HostedZoneId', set_identifier: 'SetIdentifier' }),
    aws_route53domains_registered_domain: resource('Demarc::Route53::RegisteredDomain', {}, { same: ['domain_name', 'transfer_lock', 'registrant_privacy'] }),
    aws_globalaccelerator_accelerator: resource('AWS::GlobalAccelerator::Accelerator', { name: 'Name', enabled: 'Enabled', ip_address_type: 'IpAddressType', 'attributes.flow_logs_enabled': 'FlowLogsEnabled', 'attributes.flow_logs_s3_bucket': 'FlowLogsS3Bucket' }),
    aws_networkfirewall_firewall: resource('AWS::NetworkFirewall::Firewall', { ...tags, name: 'FirewallName', 'encryption_configuration.type': '#EncryptionConfiguration.Type', 'encryption_configuration.key_id': '#EncryptionConfiguration.KeyId' }, { same: ['delete_protection', 'firewall_policy_arn', 'vpc_id', 'firewall_policy_change_protection', 'subnet_change_protection'] }),
    aws_networkfirewall_firewall_policy: resource('AWS::NetworkFirewall::FirewallPolicy', { ...tags, name: 'FirewallPolicyName', 'encryption_configuration.type': '#EncryptionConfiguration.Type', 'encryption_configuration.key_id': '#EncryptionConfiguration.KeyId', 'firewall_policy.stateless_default_actions': 'FirewallPolicy.StatelessDefaultActions', 'firewall_policy.stateless_fragment_default_actions': 'FirewallPolicy.StatelessFragmentDefaultActions' }),
    aws_networkfirewall_logging_configuration: resource('AWS::NetworkFirewall::LoggingConfiguration', {}, { same: ['firewall_arn'] }),
  },
};
