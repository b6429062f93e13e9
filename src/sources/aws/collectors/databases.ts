/** Databases beside the relational instances and clusters: DocumentDB and Neptune, parameters, subnet groups, snapshots, proxies and clusters over regions. */
import type { Json } from '../../../model/index.js';
import { asks, json, list, named, same, tags, text, texts, type Collector, type ListRow, type Properties, type ReadRow, type Reply } from '../collector.js';

const MARKER = { out: 'Marker', in: 'Marker' } as const;
const clusters = (keep: (item: Reply) => boolean): ListRow => ({ ...asks('rds', 'DescribeDBClusters'), next: MARKER, items: (page) => list(page['DBClusters']).filter(keep) });
const instances = (keep: (item: Reply) => boolean): ListRow => ({ ...asks('rds', 'DescribeDBInstances'), next: MARKER, items: (page) => list(page['DBInstances']).filter(keep) });
const clusterGroups = (keep: (item: Reply) => boolean): ListRow => ({ ...asks('rds', 'DescribeDBClusterParameterGroups'), next: MARKER, items: (page) => list(page['DBClusterParameterGroups']).filter(keep) });
const clusterSnapshots = (keep: (item: Reply) => boolean): ListRow => ({ ...asks('rds', 'DescribeDBClusterSnapshots'), input: { SnapshotType: 'manual' }, next: MARKER, items: (page) => list(page['DBClusterSnapshots']).filter(keep) });
const globals = (keep: (item: Reply) => boolean): ListRow => ({ ...asks('rds', 'DescribeGlobalClusters'), next: MARKER, items: (page) => list(page['GlobalClusters']).filter(keep) });

const is = (engine: string) => (item: Reply): boolean => item['Engine'] === engine;
const isRelational = (item: Reply): boolean => !is('docdb')(item) && !is('neptune')(item);
const ofFamily = (family: string) => (item: Reply): boolean => text(item['DBParameterGroupFamily'])?.startsWith(family) === true;
/** AWS's own groups cannot be changed; checks know them by their name. */
const isOwn = (item: Reply): boolean => !(text(item['DBParameterGroupName']) ?? text(item['DBClusterParameterGroupName']) ?? '').startsWith('default.');

/** Parameters as a map of their values; what has none is left out. */
const valuesOf = (page: Reply): Json =>
  Object.fromEntries(list(page['Parameters']).flatMap((one): readonly (readonly [string, Json])[] => (text(one['ParameterName']) === undefined || text(one['ParameterValue']) === undefined ? [] : [[text(one['ParameterName']) ?? '', text(one['ParameterValue']) ?? '']])));
/** `changed`: only what somebody has set; the engines have hundreds. */
const clusterParameters = (changed: boolean): ReadRow => ({
  ...asks('rds', 'DescribeDBClusterParameters'),
  input: (item) => ({ DBClusterParameterGroupName: item['DBClusterParameterGroupName'], ...(changed ? { Source: 'user' } : {}) }),
  next: MARKER,
  fills: ['Parameters'],
  value: (page) => ({ Parameters: valuesOf(page) }),
});

/** What clusters of all engines tell under the same names. */
const clusterOf = (item: Reply): Properties => ({
  ...same(item, 'DBClusterIdentifier', 'EngineVersion', 'StorageEncrypted', 'KmsKeyId', 'BackupRetentionPeriod', 'DeletionProtection'),
  EnableCloudwatchLogsExports: json(item['EnabledCloudwatchLogsExports']) ?? [],
  VpcSecurityGroupIds: list(item['VpcSecurityGroups']).flatMap((group) => text(group['VpcSecurityGroupId']) ?? []),
  DBClusterParameterGroupName: json(item['DBClusterParameterGroup']),
  DBSubnetGroupName: json(item['DBSubnetGroup']),
  Tags: tags(item['TagList'] ?? []),
});
const globalOf = (item: Reply): Properties => ({
  ...same(item, 'GlobalClusterIdentifier', 'Engine', 'EngineVersion', 'StorageEncrypted', 'DeletionProtection'),
  SourceDBClusterIdentifier: json(list(item['GlobalClusterMembers']).find((one) => one['IsWriter'] === true)?.['DBClusterArn']),
});
const shared = (page: Reply, result: string, attributes: string): Properties => {
  const all = list((page[result] as Reply | undefined)?.[attributes]);
  return { SharedAccounts: texts(all.find((one) => one['AttributeName'] === 'restore')?.['AttributeValues']) };
};

export const databases: readonly Collector[] = [
  {
    service: 'rds',
    type: 'AWS::RDS::DBParameterGroup',
    list: { ...asks('rds', 'DescribeDBParameterGroups'), next: MARKER, items: (page) => list(page['DBParameterGroups']).filter(isOwn) },
    arn: named('DBParameterGroupArn'),
    name: named('DBParameterGroupName'),
    properties: (item) => ({ ...same(item, 'DBParameterGroupName', 'Description'), Family: json(item['DBParameterGroupFamily']) }),
    reads: [{ ...asks('rds', 'DescribeDBParameters'), input: (item) => ({ DBParameterGroupName: item['DBParameterGroupName'], Source: 'user' }), next: MARKER, fills: ['Parameters'], value: (page) => ({ Parameters: valuesOf(page) }) }],
  },
  {
    service: 'rds',
    type: 'AWS::RDS::DBClusterParameterGroup',
    list: clusterGroups((item) => isOwn(item) && !ofFamily('docdb')(item) && !ofFamily('neptune')(item)),
    arn: named('DBClusterParameterGroupArn'),
    name: named('DBClusterParameterGroupName'),
    properties: (item) => ({ ...same(item, 'DBClusterParameterGroupName', 'Description'), Family: json(item['DBParameterGroupFamily']) }),
    reads: [clusterParameters(true)],
  },
  {
    service: 'rds',
    type: 'AWS::RDS::DBSubnetGroup',
    list: { ...asks('rds', 'DescribeDBSubnetGroups'), next: MARKER, items: (page) => list(page['DBSubnetGroups']) },
    arn: named('DBSubnetGroupArn'),
    name: named('DBSubnetGroupName'),
    properties: (item) => ({ ...same(item, 'DBSubnetGroupName', 'DBSubnetGroupDescription'), SubnetIds: list(item['Subnets']).flatMap((subnet) => text(subnet['SubnetIdentifier']) ?? []) }),
  },
  {
    service: 'rds',
    type: 'AWS::RDS::DBProxy',
    list: { ...asks('rds', 'DescribeDBProxies'), next: MARKER, items: (page) => list(page['DBProxies']) },
    arn: named('DBProxyArn'),
    name: named('DBProxyName'),
    properties: (item) => ({
      ...same(item, 'DBProxyName', 'EngineFamily', 'RequireTLS', 'RoleArn', 'DebugLogging', 'IdleClientTimeout', 'VpcSecurityGroupIds', 'VpcSubnetIds', 'DefaultAuthScheme'),
      Auth: list(item['Auth']).map((one) => ({ AuthScheme: json(one['AuthScheme']) ?? null, SecretArn: json(one['SecretArn']) ?? null, IAMAuth: json(one['IAMAuth']) ?? null, ClientPasswordAuthType: json(one['ClientPasswordAuthType']) ?? null })),
    }),
  },
  {
    service: 'rds',
    type: 'AWS::RDS::GlobalCluster',
    list: globals(isRelational),
    arn: named('GlobalClusterArn'),
    name: named('GlobalClusterIdentifier'),
    properties: globalOf,
  },
  {
    service: 'rds',
    type: 'Demarc::RDS::Snapshot',
    list: { ...asks('rds', 'DescribeDBSnapshots'), input: { SnapshotType: 'manual' }, next: MARKER, items: (page) => list(page['DBSnapshots']) },
    arn: named('DBSnapshotArn'),
    name: named('DBSnapshotIdentifier'),
    properties: (item) => ({ ...same(item, 'DBInstanceIdentifier', 'SourceDBSnapshotIdentifier', 'Encrypted', 'KmsKeyId'), DBClusterIdentifier: undefined }),
    reads: [{ ...asks('rds', 'DescribeDBSnapshotAttributes'), input: (item) => ({ DBSnapshotIdentifier: item['DBSnapshotIdentifier'] }), fills: ['SharedAccounts'], value: (page) => shared(page, 'DBSnapshotAttributesResult', 'DBSnapshotAttributes') }],
  },
  {
    service: 'rds',
    type: 'Demarc::RDS::Snapshot',
    list: clusterSnapshots(isRelational),
    arn: named('DBClusterSnapshotArn'),
    name: named('DBClusterSnapshotIdentifier'),
    properties: (item) => ({ ...same(item, 'DBClusterIdentifier', 'KmsKeyId'), Encrypted: json(item['StorageEncrypted']), SourceDBSnapshotIdentifier: json(item['SourceDBClusterSnapshotArn']), DBInstanceIdentifier: undefined }),
    reads: [{ ...asks('rds', 'DescribeDBClusterSnapshotAttributes'), input: (item) => ({ DBClusterSnapshotIdentifier: item['DBClusterSnapshotIdentifier'] }), fills: ['SharedAccounts'], value: (page) => shared(page, 'DBClusterSnapshotAttributesResult', 'DBClusterSnapshotAttributes') }],
  },
  {
    service: 'rds',
    type: 'Demarc::RDS::ActivityStream',
    list: clusters((item) => isRelational(item) && item['ActivityStreamStatus'] === 'started'),
    arn: (item) => `${text(item['DBClusterArn']) ?? ''}/activity-stream`,
    name: named('DBClusterIdentifier'),
    properties: (item) => ({ ResourceArn: json(item['DBClusterArn']), KmsKeyId: json(item['ActivityStreamKmsKeyId']), Mode: json(item['ActivityStreamMode']) }),
  },
  {
    service: 'rds',
    type: 'AWS::DocDB::DBCluster',
    list: clusters(is('docdb')),
    arn: named('DBClusterArn'),
    name: named('DBClusterIdentifier'),
    properties: (item) => ({ ...clusterOf(item), ...same(item, 'MasterUsername'), ManageMasterUserPassword: item['MasterUserSecret'] !== undefined, MasterUserPassword: undefined }),
  },
  {
    service: 'rds',
    type: 'AWS::DocDB::DBInstance',
    list: instances(is('docdb')),
    arn: named('DBInstanceArn'),
    name: named('DBInstanceIdentifier'),
    properties: (item) => ({ ...same(item, 'DBInstanceIdentifier', 'DBInstanceClass', 'DBClusterIdentifier', 'AutoMinorVersionUpgrade', 'CACertificateIdentifier', 'AvailabilityZone'), Tags: tags(item['TagList'] ?? []) }),
  },
  {
    service: 'rds',
    type: 'AWS::DocDB::DBClusterParameterGroup',
    list: clusterGroups(ofFamily('docdb')),
    arn: named('DBClusterParameterGroupArn'),
    name: named('DBClusterParameterGroupName'),
    properties: (item) => ({ ...same(item, 'Description'), Name: json(item['DBClusterParameterGroupName']), Family: json(item['DBParameterGroupFamily']) }),
    reads: [clusterParameters(false)],
  },
  { service: 'rds', type: 'AWS::DocDB::GlobalCluster', list: globals(is('docdb')), arn: named('GlobalClusterArn'), name: named('GlobalClusterIdentifier'), properties: globalOf },
  {
    service: 'rds',
    type: 'AWS::Neptune::DBCluster',
    list: clusters(is('neptune')),
    arn: named('DBClusterArn'),
    name: named('DBClusterIdentifier'),
    properties: (item) => ({ ...clusterOf(item), ...same(item, 'CopyTagsToSnapshot'), IamAuthEnabled: json(item['IAMDatabaseAuthenticationEnabled']) }),
  },
  {
    service: 'rds',
    type: 'AWS::Neptune::DBInstance',
    list: instances(is('neptune')),
    arn: named('DBInstanceArn'),
    name: named('DBInstanceIdentifier'),
    properties: (item) => ({ ...same(item, 'DBInstanceIdentifier', 'DBInstanceClass', 'DBClusterIdentifier', 'AutoMinorVersionUpgrade', 'PubliclyAccessible', 'AvailabilityZone'), Tags: tags(item['TagList'] ?? []) }),
  },
  {
    service: 'rds',
    type: 'AWS::Neptune::DBClusterParameterGroup',
    list: clusterGroups(ofFamily('neptune')),
    arn: named('DBClusterParameterGroupArn'),
    name: named('DBClusterParameterGroupName'),
    properties: (item) => ({ ...same(item, 'Description'), Name: json(item['DBClusterParameterGroupName']), Family: json(item['DBParameterGroupFamily']) }),
    reads: [clusterParameters(false)],
  },
  {
    service: 'rds',
    type: 'Demarc::Neptune::Snapshot',
    list: clusterSnapshots(is('neptune')),
    arn: named('DBClusterSnapshotArn'),
    name: named('DBClusterSnapshotIdentifier'),
    properties: (item) => ({ ...same(item, 'DBClusterIdentifier', 'KmsKeyId'), Encrypted: json(item['StorageEncrypted']) }),
  },
];
