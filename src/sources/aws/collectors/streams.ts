/** Streams, brokers, and what moves data: Kafka, Kinesis, Firehose, MQ, DMS, Transfer. */
import { asks, json, list, named, part, reply, same, tags, text, texts, type Collector, type ListRow, type Reply } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const MARKER = { out: 'Marker', in: 'Marker' } as const;

/** There is more where it says so, from the last name on: the reply has no token. */
function lastStream(page: Reply): unknown {
  const more = page['HasMoreDeliveryStreams'];
  if (more === false) return undefined;
  const last = texts(page['DeliveryStreamNames']).at(-1);
  if (more !== true || last === undefined) throw Object.assign(new Error('it does not say whether there is more, or from where'), { name: 'InvalidResponse' });
  return last;
}

const kinesisStreams: ListRow = {
  ...asks('kinesis', 'DescribeStreamSummary'),
  over: { list: { ...asks('kinesis', 'ListStreams'), next: MORE, items: (page) => texts(page['StreamNames']).map((StreamName) => ({ StreamName })) }, input: ([item = {}]) => ({ StreamName: item['StreamName'] }) },
  items: (page) => [reply(page['StreamDescriptionSummary'])],
};

export const streams: readonly Collector[] = [
  {
    service: 'kafka',
    type: 'AWS::MSK::Cluster',
    list: { ...asks('kafka', 'ListClustersV2'), next: MORE, items: (page) => list(page['ClusterInfoList']).filter((item) => item['Provisioned'] !== undefined) },
    arn: named('ClusterArn'),
    name: named('ClusterName'),
    properties: (item) => {
      const cluster = reply(item['Provisioned']);
      const nodes = reply(cluster['BrokerNodeGroupInfo']);
      return {
        ...same(item, 'ClusterName'),
        ...same(cluster, 'EncryptionInfo', 'ClientAuthentication', 'LoggingInfo', 'EnhancedMonitoring', 'NumberOfBrokerNodes'),
        KafkaVersion: json(reply(cluster['CurrentBrokerSoftwareInfo'])['KafkaVersion']),
        BrokerNodeGroupInfo: { SecurityGroups: texts(nodes['SecurityGroups']), ClientSubnets: texts(nodes['ClientSubnets']), InstanceType: json(nodes['InstanceType']) ?? null, ConnectivityInfo: { PublicAccess: part(reply(nodes['ConnectivityInfo'])['PublicAccess'], 'Type') ?? null } },
        Tags: json(item['Tags'] ?? {}),
      };
    },
    makes: [
      {
        ...asks('kafka', 'GetClusterPolicy'),
        type: 'AWS::MSK::ClusterPolicy',
        input: (item) => ({ ClusterArn: item['ClusterArn'] }),
        unset: ['NotFoundException'],
        suffix: '/policy',
        known: (item) => same(item, 'ClusterArn'),
        fills: ['Policy'],
        value: (page) => (text(page['Policy']) === undefined ? [] : [{ properties: same(page, 'Policy') }]),
      },
    ],
  },
  {
    service: 'kinesis',
    type: 'AWS::Kinesis::Stream',
    list: kinesisStreams,
    arn: named('StreamARN'),
    name: named('StreamName'),
    properties: (item) => ({
      ...same(item, 'RetentionPeriodHours', 'StreamModeDetails'),
      Name: json(item['StreamName']),
      ShardCount: json(item['OpenShardCount']),
      StreamEncryption: item['EncryptionType'] === 'KMS' ? { EncryptionType: 'KMS', KeyId: json(item['KeyId']) ?? null } : undefined,
    }),
    makes: [
      {
        ...asks('kinesis', 'GetResourcePolicy'),
        type: 'AWS::Kinesis::ResourcePolicy',
        input: (item) => ({ ResourceARN: item['StreamARN'] }),
        unset: ['ResourceNotFoundException'],
        suffix: '/policy',
        known: (item) => ({ ResourceArn: json(item['StreamARN']) }),
        fills: ['ResourcePolicy'],
        value: (page) => ([undefined, '', '{}'].includes(text(page['Policy'])) ? [] : [{ properties: { ResourcePolicy: json(page['Policy']) } }]),
      },
    ],
  },
  {
    service: 'firehose',
    type: 'AWS::KinesisFirehose::DeliveryStream',
    list: {
      ...asks('firehose', 'DescribeDeliveryStream'),
      over: {
        list: { ...asks('firehose', 'ListDeliveryStreams'), next: { out: 'HasMoreDeliveryStreams', in: 'ExclusiveStartDeliveryStreamName', from: lastStream }, items: (page) => texts(page['DeliveryStreamNames']).map((DeliveryStreamName) => ({ DeliveryStreamName })) },
        input: ([item = {}]) => ({ DeliveryStreamName: item['DeliveryStreamName'] }),
      },
      items: (page) => [reply(page['DeliveryStreamDescription'])],
    },
    arn: named('DeliveryStreamARN'),
    name: named('DeliveryStreamName'),
    properties: (item) => {
      const encryption = reply(item['DeliveryStreamEncryptionConfiguration']);
      return {
        ...same(item, 'DeliveryStreamName', 'DeliveryStreamType'),
        DeliveryStreamEncryptionConfigurationInput: encryption['Status'] === 'ENABLED' ? part(encryption, 'KeyType', 'KeyARN') : undefined,
        KinesisStreamSourceConfiguration: part(reply(item['Source'])['KinesisStreamSourceDescription'], 'KinesisStreamARN', 'RoleARN'),
      };
    },
    facts: (item) => ({ ServerSideEncryptionEnabled: reply(item['DeliveryStreamEncryptionConfiguration'])['Status'] === 'ENABLED' }),
  },
  {
    service: 'mq',
    type: 'AWS::AmazonMQ::Broker',
    list: { ...asks('mq', 'DescribeBroker'), over: { list: { ...asks('mq', 'ListBrokers'), next: MORE, items: (page) => list(page['BrokerSummaries']) }, input: ([item = {}]) => ({ BrokerId: item['BrokerId'] }) }, items: (page) => [page] },
    arn: named('BrokerArn'),
    name: named('BrokerName'),
    properties: (item) => ({
      ...same(item, 'BrokerName', 'AutoMinorVersionUpgrade', 'PubliclyAccessible', 'DeploymentMode', 'EngineType', 'EngineVersion', 'HostInstanceType', 'StorageType', 'AuthenticationStrategy', 'SecurityGroups', 'SubnetIds'),
      Logs: part(item['Logs'], 'Audit', 'General'),
      EncryptionOptions: part(item['EncryptionOptions'], 'KmsKeyId', 'UseAwsOwnedKey'),
      Tags: Object.entries(reply(item['Tags'])).map(([Key, value]) => ({ Key, Value: text(value) ?? '' })),
    }),
  },
  {
    service: 'dms',
    type: 'AWS::DMS::ReplicationInstance',
    list: { ...asks('dms', 'DescribeReplicationInstances'), next: MARKER, items: (page) => list(page['ReplicationInstances']) },
    arn: named('ReplicationInstanceArn'),
    name: named('ReplicationInstanceIdentifier'),
    properties: (item) => ({
      ...same(item, 'ReplicationInstanceIdentifier', 'ReplicationInstanceClass', 'EngineVersion', 'KmsKeyId', 'AutoMinorVersionUpgrade', 'PubliclyAccessible', 'MultiAZ', 'AllocatedStorage'),
      ReplicationSubnetGroupIdentifier: json(reply(item['ReplicationSubnetGroup'])['ReplicationSubnetGroupIdentifier']),
      VpcSecurityGroupIds: list(item['VpcSecurityGroups']).flatMap((group) => text(group['VpcSecurityGroupId']) ?? []),
    }),
  },
  {
    service: 'dms',
    type: 'AWS::DMS::Endpoint',
    list: { ...asks('dms', 'DescribeEndpoints'), next: MARKER, items: (page) => list(page['Endpoints']) },
    arn: named('EndpointArn'),
    name: named('EndpointIdentifier'),
    properties: (item) => ({
      ...same(item, 'EndpointIdentifier', 'EngineName', 'KmsKeyId', 'SslMode', 'ServerName', 'Port', 'DatabaseName', 'Username', 'CertificateArn'),
      EndpointType: text(item['EndpointType'])?.toLowerCase(),
      Password: undefined, // nobody is told
      S3Settings: part(item['S3Settings'], 'BucketName', 'BucketFolder', 'EncryptionMode', 'ServerSideEncryptionKmsKeyId', 'ServiceAccessRoleArn'),
    }),
  },
  {
    service: 'transfer',
    type: 'AWS::Transfer::Server',
    list: { ...asks('transfer', 'DescribeServer'), over: { list: { ...asks('transfer', 'ListServers'), next: MORE, items: (page) => list(page['Servers']) }, input: ([item = {}]) => ({ ServerId: item['ServerId'] }) }, items: (page) => [reply(page['Server'])] },
    arn: named('Arn'),
    name: named('ServerId'),
    properties: (item) => ({
      ...same(item, 'Protocols', 'EndpointType', 'SecurityPolicyName', 'LoggingRole', 'IdentityProviderType', 'Domain', 'StructuredLogDestinations', 'Certificate'),
      EndpointDetails: part(item['EndpointDetails'], 'AddressAllocationIds', 'VpcId', 'VpcEndpointId', 'SecurityGroupIds', 'SubnetIds'),
      Tags: tags(item['Tags'] ?? []),
    }),
  },
];
