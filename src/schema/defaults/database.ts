/**
 * Databases and caches. Left out on purpose: `PubliclyAccessible` of an RDS instance in a template (it depends on the subnet group),
 * `StorageEncrypted` of an Aurora cluster (it depends on the engine mode and on when it was made), encryption of ElastiCache in
 * Terraform (it depends on the engine), Redshift's encryption and exposure in Terraform (they depend on the provider's version).
 */
import { aws, template, terraform, written, type DefaultTable } from './table.js';

const both = (value: boolean | number | string, page: string) => [template(value), terraform(value, page)];

export const database: DefaultTable = {
  'AWS::RDS::DBInstance': {
    PubliclyAccessible: [terraform(false, 'db_instance#publicly_accessible')],
    StorageEncrypted: both(false, 'db_instance#storage_encrypted'),
    // The two differ: Terraform sends 0, which turns backups off.
    BackupRetentionPeriod: [template(1), terraform(0, 'db_instance#backup_retention_period')],
    DeletionProtection: both(false, 'db_instance#deletion_protection'),
    MultiAZ: [template(false, aws('AmazonRDS/latest/APIReference/API_CreateDBInstance.html')), terraform(false, 'db_instance#multi_az')],
    AutoMinorVersionUpgrade: both(true, 'db_instance#auto_minor_version_upgrade'),
    EnableIAMDatabaseAuthentication: both(false, 'db_instance#iam_database_authentication_enabled'),
    CopyTagsToSnapshot: both(false, 'db_instance#copy_tags_to_snapshot'),
    MonitoringInterval: both(0, 'db_instance#monitoring_interval'),
    DeleteAutomatedBackups: both(true, 'db_instance#delete_automated_backups'),
    EnablePerformanceInsights: [terraform(false, 'db_instance#performance_insights_enabled')],
    ManageMasterUserPassword: [written(false, aws('AmazonRDS/latest/UserGuide/rds-secrets-manager.html'))],
    EngineLifecycleSupport: both('open-source-rds-extended-support', 'db_instance#engine_lifecycle_support'),
  },
  'AWS::RDS::DBCluster': {
    BackupRetentionPeriod: both(1, 'rds_cluster#backup_retention_period'),
    DeletionProtection: both(false, 'rds_cluster#deletion_protection'),
    EnableIAMDatabaseAuthentication: both(false, 'rds_cluster#iam_database_authentication_enabled'),
    CopyTagsToSnapshot: both(false, 'rds_cluster#copy_tags_to_snapshot'),
    BacktrackWindow: both(0, 'rds_cluster#backtrack_window'),
    EnableHttpEndpoint: both(false, 'rds_cluster#enable_http_endpoint'),
    MonitoringInterval: [template(0)],
    ManageMasterUserPassword: [written(false, aws('AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html'))],
  },
  'AWS::DocDB::DBCluster': {
    BackupRetentionPeriod: both(1, 'docdb_cluster#backup_retention_period'),
    StorageEncrypted: [terraform(false, 'docdb_cluster#storage_encrypted')],
    DeletionProtection: [terraform(false, 'docdb_cluster#deletion_protection')],
  },
  'AWS::Neptune::DBCluster': {
    BackupRetentionPeriod: [terraform(1, 'neptune_cluster#backup_retention_period')],
    StorageEncrypted: [terraform(false, 'neptune_cluster#storage_encrypted')],
    DeletionProtection: [terraform(false, 'neptune_cluster#deletion_protection')],
    IamAuthEnabled: [written(false, aws('neptune/latest/userguide/iam-auth-enable.html'))],
  },
  'AWS::DynamoDB::Table': {
    DeletionProtectionEnabled: both(false, 'dynamodb_table#deletion_protection_enabled'),
    // The table is always encrypted; false means with a key that AWS owns.
    'SSESpecification.SSEEnabled': both(false, 'dynamodb_table#server_side_encryption'),
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': [
      template(false, aws('amazondynamodb/latest/developerguide/Point-in-time-recovery.html')),
      terraform(false, 'dynamodb_table#point_in_time_recovery'),
    ],
    'ContributorInsightsSpecification.Enabled': [written(false, aws('amazondynamodb/latest/developerguide/contributorinsights.html'))],
  },
  'AWS::DAX::Cluster': {
    'SSESpecification.SSEEnabled': [template(false), terraform(false, 'dax_cluster#server_side_encryption')],
    ClusterEndpointEncryptionType: [template('NONE'), terraform('NONE', 'dax_cluster#cluster_endpoint_encryption_type')],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    AtRestEncryptionEnabled: [template(false)],
    TransitEncryptionEnabled: [template(false)],
    AutomaticFailoverEnabled: both(false, 'elasticache_replication_group#automatic_failover_enabled'),
    MultiAZEnabled: [terraform(false, 'elasticache_replication_group#multi_az_enabled')],
    SnapshotRetentionLimit: both(0, 'elasticache_replication_group#snapshot_retention_limit'),
  },
  'AWS::ElastiCache::CacheCluster': {
    SnapshotRetentionLimit: both(0, 'elasticache_cluster#snapshot_retention_limit'),
  },
  'AWS::Redshift::Cluster': {
    Encrypted: [template(true)],
    PubliclyAccessible: [template(false)],
    AllowVersionUpgrade: both(true, 'redshift_cluster#allow_version_upgrade'),
    AutomatedSnapshotRetentionPeriod: both(1, 'redshift_cluster#automated_snapshot_retention_period'),
    EnhancedVpcRouting: [template(false)],
    MultiAZ: [template(false)],
  },
  'AWS::OpenSearchService::Domain': {
    'EncryptionAtRestOptions.Enabled': [written(false, aws('opensearch-service/latest/developerguide/encryption-at-rest.html'))],
    'NodeToNodeEncryptionOptions.Enabled': [written(false, aws('opensearch-service/latest/developerguide/ntn.html'))],
    'AdvancedSecurityOptions.Enabled': [written(false, aws('opensearch-service/latest/APIReference/API_AdvancedSecurityOptionsInput.html'))],
  },
  'AWS::DMS::ReplicationInstance': {
    PubliclyAccessible: [template(true)],
    AutoMinorVersionUpgrade: [template(true)],
    MultiAZ: [template(false)],
  },
};
