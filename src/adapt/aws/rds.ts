/** Relational, document and graph databases of the RDS family. */
import { mapping, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite, type Convert, type FieldMap } from '../table.js';

const tags: FieldMap = { tags: ['Tags', keyValue] };

/** `parameter { name, value }` blocks → the schema's map of names to values. */
const parameters: Convert = (value) => {
  if (value.kind !== 'list') return value;
  let open = value.open;
  const pairs: (readonly [string, Tree])[] = [];
  for (const block of value.items) {
    const name = argument(block, 'name');
    const setting = argument(block, 'value');
    if (name?.kind === 'scalar' && setting !== undefined) pairs.push([String(name.value), setting]);
    else if (name?.kind === 'unknown') open ??= name.reason;
    else if (block.kind === 'unknown') open ??= block.reason;
  }
  return mapping(pairs, value.at, open);
};
const parameterGroup = (type: string, name: string): ReturnType<typeof resource> => resource(type, { ...tags, name, family: 'Family', description: 'Description', 'parameter[]': ['Parameters', parameters] });

/** Performance insights write their settings differently on instances and clusters. */
const INSTANCE: FieldMap = {
  ...tags,
  identifier: 'DBInstanceIdentifier',
  username: 'MasterUsername',
  password: 'MasterUserPassword',
  password_wo: 'MasterUserPassword',
  manage_master_user_password: 'ManageMasterUserPassword',
  master_user_secret_kms_key_id: 'MasterUserSecret.KmsKeyId',
  instance_class: 'DBInstanceClass',
  db_name: 'DBName',
  name: 'DBName',
  db_subnet_group_name: 'DBSubnetGroupName',
  parameter_group_name: 'DBParameterGroupName',
  vpc_security_group_ids: 'VPCSecurityGroups',
  security_group_names: 'DBSecurityGroups',
  multi_az: 'MultiAZ',
  iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
  enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
  performance_insights_enabled: 'EnablePerformanceInsights',
  performance_insights_kms_key_id: 'PerformanceInsightsKMSKeyId',
  ca_cert_identifier: 'CACertificateIdentifier',
  replicate_source_db: 'SourceDBInstanceIdentifier',
  snapshot_identifier: 'DBSnapshotIdentifier',
};
const SAME_INSTANCE = ['engine', 'engine_version', 'storage_encrypted', 'kms_key_id', 'publicly_accessible', 'port', 'backup_retention_period', 'deletion_protection', 'auto_minor_version_upgrade', 'copy_tags_to_snapshot', 'monitoring_interval', 'monitoring_role_arn', 'allocated_storage', 'availability_zone', 'option_group_name', 'network_type', 'engine_lifecycle_support', 'license_model', 'delete_automated_backups'];

/** A member takes these from its cluster: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html */
const clusterInstance = resource(
  'AWS::RDS::DBInstance',
  { ...INSTANCE, cluster_identifier: 'DBClusterIdentifier', db_parameter_group_name: 'DBParameterGroupName' },
  { same: ['engine', 'engine_version', 'publicly_accessible', 'auto_minor_version_upgrade', 'copy_tags_to_snapshot', 'monitoring_interval', 'monitoring_role_arn', 'availability_zone'] },
);

const CLUSTER_SAME = ['engine_version', 'storage_encrypted', 'kms_key_id', 'deletion_protection', 'backup_retention_period', 'availability_zones', 'global_cluster_identifier', 'snapshot_identifier', 'storage_type'];

const sharedWith: FieldMap = { 'shared_accounts': 'SharedAccounts', db_instance_identifier: 'DBInstanceIdentifier', db_cluster_identifier: 'DBClusterIdentifier', kms_key_id: 'KmsKeyId', storage_encrypted: 'Encrypted' };

export const rds: ServiceRules = {
  terraform: {
    aws_db_instance: resource('AWS::RDS::DBInstance', INSTANCE, { same: SAME_INSTANCE }),
    aws_rds_cluster_instance: clusterInstance,
    aws_rds_cluster: resource(
      'AWS::RDS::DBCluster',
      {
        ...tags,
        cluster_identifier: 'DBClusterIdentifier',
        db_subnet_group_name: 'DBSubnetGroupName',
        db_cluster_parameter_group_name: 'DBClusterParameterGroupName',
        db_instance_parameter_group_name: 'DBInstanceParameterGroupName',
        vpc_security_group_ids: 'VpcSecurityGroupIds',
        iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        db_cluster_instance_class: 'DBClusterInstanceClass',
        master_password_wo: 'MasterUserPassword',
        master_password: 'MasterUserPassword',
        'master_user_secret_kms_key_id': 'MasterUserSecret.KmsKeyId',
        source_region: 'SourceRegion',
        replication_source_identifier: 'ReplicationSourceIdentifier',
      },
      { same: [...CLUSTER_SAME, 'engine', 'engine_mode', 'master_username', 'manage_master_user_password', 'database_name', 'port', 'backtrack_window', 'copy_tags_to_snapshot', 'enable_http_endpoint', 'performance_insights_enabled', 'performance_insights_kms_key_id', 'monitoring_interval', 'serverlessv2_scaling_configuration', 'engine_lifecycle_support'].filter((path) => path !== 'serverlessv2_scaling_configuration') },
    ),
    aws_rds_global_cluster: resource('AWS::RDS::GlobalCluster', { source_db_cluster_identifier: 'SourceDBClusterIdentifier' }, { same: ['global_cluster_identifier', 'storage_encrypted', 'deletion_protection', 'engine', 'engine_version'] }),
    aws_rds_cluster_activity_stream: resource('Demarc::RDS::ActivityStream', {}, { same: ['resource_arn', 'kms_key_id', 'mode'] }),
    aws_db_parameter_group: parameterGroup('AWS::RDS::DBParameterGroup', 'DBParameterGroupName'),
    aws_rds_cluster_parameter_group: parameterGroup('AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'),
    aws_db_subnet_group: resource('AWS::RDS::DBSubnetGroup', { ...tags, name: 'DBSubnetGroupName', description: 'DBSubnetGroupDescription' }, { same: ['subnet_ids'] }),
    aws_db_option_group: resource('AWS::RDS::OptionGroup', { ...tags, name: 'OptionGroupName' }, { same: ['engine_name', 'major_engine_version'] }),
    aws_db_event_subscription: resource('AWS::RDS::EventSubscription', { ...tags, sns_topic: 'SnsTopicArn' }, { same: ['source_type', 'enabled', 'event_categories', 'source_ids'] }),
    aws_db_proxy: resource('AWS::RDS::DBProxy', { name: 'DBProxyName', require_tls: 'RequireTLS' }, { same: ['vpc_security_group_ids', 'vpc_subnet_ids', 'role_arn', 'engine_family', 'debug_logging'] }),
    aws_db_security_group: resource('AWS::RDS::DBSecurityGroup', { description: 'GroupDescription' }),
    aws_db_snapshot: resource('Demarc::RDS::Snapshot', sharedWith),
    aws_db_cluster_snapshot: resource('Demarc::RDS::Snapshot', sharedWith),
    aws_db_snapshot_copy: resource('Demarc::RDS::Snapshot', { ...sharedWith, source_db_snapshot_identifier: 'SourceDBSnapshotIdentifier' }),
    aws_docdb_cluster: resource(
      'AWS::DocDB::DBCluster',
      {
        ...tags, cluster_identifier: 'DBClusterIdentifier', db_subnet_group_name: 'DBSubnetGroupName', db_cluster_parameter_group_name: 'DBClusterParameterGroupName',
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports', master_password: 'MasterUserPassword', master_username: 'MasterUsername',
      },
      { same: [...CLUSTER_SAME.filter((path) => path !== 'storage_type'), 'port', 'vpc_security_group_ids', 'manage_master_user_password'] },
    ),
    aws_docdb_cluster_instance: resource('AWS::DocDB::DBInstance', { ...tags, cluster_identifier: 'DBClusterIdentifier', instance_class: 'DBInstanceClass', identifier: 'DBInstanceIdentifier', ca_cert_identifier: 'CACertificateIdentifier' }, { same: ['auto_minor_version_upgrade', 'enable_performance_insights', 'availability_zone'] }),
    aws_docdb_cluster_parameter_group: parameterGroup('AWS::DocDB::DBClusterParameterGroup', 'Name'),
    aws_docdb_global_cluster: resource('AWS::DocDB::GlobalCluster', { source_db_cluster_identifier: 'SourceDBClusterIdentifier' }, { same: ['global_cluster_identifier', 'storage_encrypted', 'deletion_protection', 'engine', 'engine_version'] }),
    aws_docdb_cluster_snapshot: resource('Demarc::DocDB::Snapshot', { db_cluster_identifier: 'DBClusterIdentifier' }),
    aws_neptune_cluster: resource(
      'AWS::Neptune::DBCluster',
      {
        ...tags, cluster_identifier: 'DBClusterIdentifier', iam_database_authentication_enabled: 'IamAuthEnabled', kms_key_arn: 'KmsKeyId', port: 'DBPort', neptune_subnet_group_name: 'DBSubnetGroupName',
        neptune_cluster_parameter_group_name: 'DBClusterParameterGroupName', enable_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
      },
      { same: ['engine_version', 'storage_encrypted', 'deletion_protection', 'backup_retention_period', 'availability_zones', 'snapshot_identifier', 'copy_tags_to_snapshot', 'vpc_security_group_ids'] },
    ),
    aws_neptune_cluster_instance: resource('AWS::Neptune::DBInstance', { ...tags, cluster_identifier: 'DBClusterIdentifier', instance_class: 'DBInstanceClass', identifier: 'DBInstanceIdentifier' }, { same: ['publicly_accessible', 'auto_minor_version_upgrade', 'availability_zone'] }),
    aws_neptune_cluster_parameter_group: parameterGroup('AWS::Neptune::DBClusterParameterGroup', 'Name'),
    aws_neptune_cluster_snapshot: resource('Demarc::Neptune::Snapshot', { db_cluster_identifier: 'DBClusterIdentifier', storage_encrypted: 'Encrypted', kms_key_id: 'KmsKeyId' }),
    aws_redshift_cluster: resource(
      'AWS::Redshift::Cluster',
      {
        ...tags, database_name: 'DBName', master_password: 'MasterUserPassword', master_username: 'MasterUsername', cluster_subnet_group_name: 'ClusterSubnetGroupName', cluster_version: 'ClusterVersion',
        'logging.bucket_name': 'LoggingProperties.BucketName', 'logging.s3_key_prefix': 'LoggingProperties.S3KeyPrefix', 'logging.log_destination_type': 'LoggingProperties.LogDestinationType', 'logging.enable': '#LoggingEnabled', multi_az: 'MultiAZ',
      },
      { same: ['cluster_identifier', 'encrypted', 'kms_key_id', 'publicly_accessible', 'enhanced_vpc_routing', 'allow_version_upgrade', 'automated_snapshot_retention_period', 'cluster_parameter_group_name', 'vpc_security_group_ids', 'cluster_security_groups', 'node_type', 'cluster_type', 'port', 'manage_master_password', 'snapshot_identifier'] },
    ),
    aws_redshift_logging: satellite('AWS::Redshift::Cluster', 'cluster_identifier', { bucket_name: 'LoggingProperties.BucketName', log_destination_type: 'LoggingProperties.LogDestinationType', log_exports: 'LoggingProperties.LogExports' }),
    aws_redshift_parameter_group: resource('AWS::Redshift::ClusterParameterGroup', { ...tags, name: 'ParameterGroupName', family: 'ParameterGroupFamily', description: 'Description', 'parameter[]': ['Parameters', eachBlock({ name: 'ParameterName', value: 'ParameterValue' })] }),
    aws_redshift_subnet_group: resource('AWS::Redshift::ClusterSubnetGroup', { ...tags, description: 'Description' }, { same: ['subnet_ids'] }),
    aws_redshift_snapshot_copy_grant: resource('Demarc::Redshift::SnapshotCopyGrant', { kms_key_id: 'KmsKeyId', snapshot_copy_grant_name: 'SnapshotCopyGrantName' }),
    aws_redshift_security_group: resource('AWS::Redshift::ClusterSecurityGroup', { description: 'Description' }),
    aws_db_instance_automated_backups_replication: resource('Demarc::RDS::BackupReplication', { source_db_instance_arn: 'SourceDBInstanceArn', kms_key_id: 'KmsKeyId', retention_period: 'RetentionPeriod' }),
    aws_redshiftserverless_namespace: resource('AWS::RedshiftServerless::Namespace', { kms_key_id: 'KmsKeyId', namespace_name: 'NamespaceName', admin_username: 'AdminUsername', admin_user_password: 'AdminUserPassword', manage_admin_password: 'ManageAdminPassword' }),
    aws_redshiftserverless_workgroup: resource('AWS::RedshiftServerless::Workgroup', {}, { same: ['workgroup_name', 'namespace_name', 'publicly_accessible', 'enhanced_vpc_routing', 'security_group_ids', 'subnet_ids'] }),
  },
};
