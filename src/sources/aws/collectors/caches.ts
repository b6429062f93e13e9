/** Caches, and databases in memory. */
import { concealed } from '../../../model/index.js';
import { asks, json, list, named, reply, same, text, type Collector } from '../collector.js';

const MARKER = { out: 'Marker', in: 'Marker' } as const;
const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const is = (value: unknown, on: string): boolean => value === on || value === 'enabling';

export const caches: readonly Collector[] = [
  {
    service: 'elasticache',
    type: 'AWS::ElastiCache::ReplicationGroup',
    list: { ...asks('elasticache', 'DescribeReplicationGroups'), next: MARKER, items: (page) => list(page['ReplicationGroups']) },
    arn: named('ARN'),
    name: named('ReplicationGroupId'),
    properties: (item) => ({
      ...same(item, 'ReplicationGroupId', 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled', 'TransitEncryptionMode', 'UserGroupIds', 'SnapshotRetentionLimit', 'KmsKeyId', 'AutoMinorVersionUpgrade', 'CacheNodeType', 'Engine', 'ClusterMode'),
      ReplicationGroupDescription: json(item['Description']),
      // Whether there is a token is told, not what it is.
      AuthToken: item['AuthTokenEnabled'] === true ? concealed('token', false) : undefined,
      AutomaticFailoverEnabled: is(item['AutomaticFailover'], 'enabled'),
      MultiAZEnabled: is(item['MultiAZ'], 'enabled'),
    }),
    // What its members are part of.
    facts: () => ({ ReplicationGroupId: undefined }),
  },
  {
    service: 'elasticache',
    type: 'AWS::ElastiCache::CacheCluster',
    list: { ...asks('elasticache', 'DescribeCacheClusters'), next: MARKER, items: (page) => list(page['CacheClusters']) },
    arn: named('ARN'),
    name: named('CacheClusterId'),
    properties: (item) => ({
      ...same(item, 'Engine', 'EngineVersion', 'CacheNodeType', 'AutoMinorVersionUpgrade', 'SnapshotRetentionLimit', 'CacheSubnetGroupName', 'TransitEncryptionEnabled', 'NumCacheNodes'),
      ClusterName: json(item['CacheClusterId']),
      CacheSecurityGroupNames: list(item['CacheSecurityGroups']).flatMap((group) => text(group['CacheSecurityGroupName']) ?? []),
      VpcSecurityGroupIds: list(item['SecurityGroups']).flatMap((group) => text(group['SecurityGroupId']) ?? []),
    }),
    facts: (item) => same(item, 'ReplicationGroupId'),
  },
  {
    service: 'memorydb',
    type: 'AWS::MemoryDB::Cluster',
    list: { ...asks('memorydb', 'DescribeClusters'), next: MORE, items: (page) => list(page['Clusters']) },
    arn: named('ARN'),
    name: named('Name'),
    properties: (item) => ({
      ...same(item, 'Description', 'TLSEnabled', 'AutoMinorVersionUpgrade', 'KmsKeyId', 'Engine', 'EngineVersion', 'NodeType', 'SubnetGroupName', 'ParameterGroupName', 'ACLName', 'SnapshotRetentionLimit'),
      ClusterName: json(item['Name']),
      SecurityGroupIds: list(item['SecurityGroups']).flatMap((group) => text(group['SecurityGroupId']) ?? []),
    }),
  },
  {
    service: 'memorydb',
    type: 'Demarc::MemoryDB::Snapshot',
    list: { ...asks('memorydb', 'DescribeSnapshots'), next: MORE, items: (page) => list(page['Snapshots']) },
    arn: named('ARN'),
    name: named('Name'),
    properties: (item) => ({ SnapshotName: json(item['Name']), ClusterName: json(reply(item['ClusterConfiguration'])['Name']), KmsKeyId: json(item['KmsKeyId']) }),
  },
  {
    service: 'dax',
    type: 'AWS::DAX::Cluster',
    list: { ...asks('dax', 'DescribeClusters'), next: MORE, items: (page) => list(page['Clusters']) },
    arn: named('ClusterArn'),
    name: named('ClusterName'),
    properties: (item) => ({
      ...same(item, 'ClusterName', 'Description', 'NodeType', 'ClusterEndpointEncryptionType'),
      IAMRoleARN: json(item['IamRoleArn']),
      SubnetGroupName: json(item['SubnetGroup']),
      ReplicationFactor: json(item['TotalNodes']),
      SSESpecification: { SSEEnabled: is(reply(item['SSEDescription'])['Status'], 'ENABLED') },
      SecurityGroupIds: list(item['SecurityGroups']).flatMap((group) => text(group['SecurityGroupIdentifier']) ?? []),
    }),
  },
];
