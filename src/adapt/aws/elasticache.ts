import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, resource } from '../table.js';

const shared = [
  'auto_minor_version_upgrade', 'engine', 'engine_version', 'port', 'snapshot_retention_limit', 'snapshot_window', 'snapshot_name', 'snapshot_arns',
  'notification_topic_arn', 'network_type', 'transit_encryption_enabled',
] as const;
const names = { parameter_group_name: 'CacheParameterGroupName', subnet_group_name: 'CacheSubnetGroupName', node_type: 'CacheNodeType', maintenance_window: 'PreferredMaintenanceWindow', tags: ['Tags', keyValue] } as const;
const logDelivery = ['LogDeliveryConfigurations', eachBlock({}, { same: ['destination_type', 'log_format', 'log_type'] })] as const;

export const elasticache: ServiceRules = {
  terraform: {
    aws_elasticache_replication_group: resource(
      'AWS::ElastiCache::ReplicationGroup',
      {
        ...names,
        multi_az_enabled: 'MultiAZEnabled',
        num_cache_clusters: 'NumCacheClusters',
        number_cache_clusters: 'NumCacheClusters',
        description: 'ReplicationGroupDescription',
        replication_group_description: 'ReplicationGroupDescription',
        security_group_names: 'CacheSecurityGroupNames',
        'cluster_mode.num_node_groups': 'NumNodeGroups',
        'cluster_mode.replicas_per_node_group': 'ReplicasPerNodeGroup',
        log_delivery_configuration: logDelivery,
      },
      {
        same: [
          ...shared, 'at_rest_encryption_enabled', 'auth_token', 'automatic_failover_enabled', 'global_replication_group_id', 'kms_key_id', 'num_node_groups', 'replicas_per_node_group',
          'replication_group_id', 'security_group_ids', 'transit_encryption_mode', 'user_group_ids',
        ],
      },
    ),
    aws_elasticache_cluster: resource(
      'AWS::ElastiCache::CacheCluster',
      {
        ...names,
        cluster_id: 'ClusterName',
        az_mode: 'AZMode',
        num_cache_nodes: 'NumCacheNodes',
        security_group_ids: 'VpcSecurityGroupIds',
        security_group_names: 'CacheSecurityGroupNames',
        // A member of a replication group takes the group's settings.
        replication_group_id: '#ReplicationGroupId',
        log_delivery_configuration: logDelivery,
      },
      { same: shared },
    ),
    aws_elasticache_subnet_group: resource('AWS::ElastiCache::SubnetGroup', { name: 'CacheSubnetGroupName', tags: ['Tags', keyValue] }, { same: ['description', 'subnet_ids'] }),
    aws_elasticache_parameter_group: resource('AWS::ElastiCache::ParameterGroup', { family: 'CacheParameterGroupFamily', description: 'Description', tags: ['Tags', keyValue] }),
    aws_elasticache_security_group: resource('AWS::ElastiCache::SecurityGroup', { description: 'Description' }),
    aws_elasticache_user: resource('AWS::ElastiCache::User', {}, { same: ['user_id', 'user_name', 'access_string', 'engine', 'no_password_required', 'passwords'] }),
    aws_elasticache_user_group: resource('AWS::ElastiCache::UserGroup', {}, { same: ['engine', 'user_group_id', 'user_ids'] }),
    aws_elasticache_global_replication_group: resource('AWS::ElastiCache::GlobalReplicationGroup', {}, { same: ['global_replication_group_id_suffix', 'engine_version'] }),
  },
};
