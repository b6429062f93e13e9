/** Warehouses, search, and what computes over data: Redshift, OpenSearch, EMR, Glue, Athena. */
import type { Json } from '../../../model/index.js';
import { arnOf, asks, filled, json, list, named, part, reply, same, tags, text, type Collector, type ListRow, type Properties, type Reply } from '../collector.js';

const MARKER = { out: 'Marker', in: 'Marker' } as const;
const MORE = { out: 'NextToken', in: 'NextToken' } as const;

/** Domains of both engines: they answer together, five at a time. */
const domains = (engine: RegExp): ListRow => ({
  ...asks('es', 'DescribeDomains'),
  over: { list: { ...asks('es', 'ListDomainNames'), items: (page) => list(page['DomainNames']) }, atOnce: 5, input: (items) => ({ DomainNames: items.map((item) => item['DomainName']) }) },
  items: (page) => list(page['DomainStatusList']).filter((item) => engine.test(text(item['EngineVersion']) ?? '')),
});
const domain = (item: Reply): Properties => ({
  ...same(item, 'DomainName', 'NodeToNodeEncryptionOptions', 'EncryptionAtRestOptions'),
  AccessPolicies: filled(item['AccessPolicies']),
  LogPublishingOptions: json(item['LogPublishingOptions']) ?? {},
  DomainEndpointOptions: part(item['DomainEndpointOptions'], 'EnforceHTTPS', 'TLSSecurityPolicy', 'CustomEndpointEnabled', 'CustomEndpoint', 'CustomEndpointCertificateArn'),
  AdvancedSecurityOptions: part(item['AdvancedSecurityOptions'], 'Enabled', 'InternalUserDatabaseEnabled', 'AnonymousAuthEnabled'),
  VPCOptions: part(item['VPCOptions'], 'SubnetIds', 'SecurityGroupIds'),
  CognitoOptions: part(item['CognitoOptions'], 'Enabled', 'UserPoolId', 'IdentityPoolId', 'RoleArn'),
});
const nodes = (item: Reply): Json | undefined => part(item['ClusterConfig'], 'InstanceType', 'InstanceCount', 'DedicatedMasterEnabled', 'DedicatedMasterType', 'DedicatedMasterCount', 'ZoneAwarenessEnabled', 'WarmEnabled');

/** A document as it was written. */
function document(written: unknown): Json {
  const value: unknown = JSON.parse(text(written) ?? '');
  return json(value) ?? null;
}

export const analytics: readonly Collector[] = [
  {
    service: 'redshift',
    type: 'AWS::Redshift::Cluster',
    list: { ...asks('redshift', 'DescribeClusters'), next: MARKER, items: (page) => list(page['Clusters']) },
    arn: (item, place) => arnOf(place, 'redshift', `cluster:${text(item['ClusterIdentifier']) ?? ''}`),
    name: named('ClusterIdentifier'),
    properties: (item) => ({
      ...same(item, 'ClusterIdentifier', 'Encrypted', 'PubliclyAccessible', 'KmsKeyId', 'AutomatedSnapshotRetentionPeriod', 'ManualSnapshotRetentionPeriod', 'AllowVersionUpgrade', 'DBName', 'MasterUsername', 'EnhancedVpcRouting', 'NodeType', 'NumberOfNodes', 'ClusterVersion'),
      ClusterSubnetGroupName: filled(item['ClusterSubnetGroupName']),
      ClusterParameterGroupName: json(list(item['ClusterParameterGroups'])[0]?.['ParameterGroupName']),
      ClusterSecurityGroups: list(item['ClusterSecurityGroups']).flatMap((group) => text(group['ClusterSecurityGroupName']) ?? []),
      VpcSecurityGroupIds: list(item['VpcSecurityGroups']).flatMap((group) => text(group['VpcSecurityGroupId']) ?? []),
      IamRoles: list(item['IamRoles']).flatMap((role) => text(role['IamRoleArn']) ?? []),
      MasterUserPassword: undefined, // nobody is told
      ManageMasterPassword: filled(item['MasterPasswordSecretArn']) !== undefined,
      Tags: tags(item['Tags'] ?? []),
    }),
    reads: [
      {
        ...asks('redshift', 'DescribeLoggingStatus'),
        input: (item) => ({ ClusterIdentifier: item['ClusterIdentifier'] }),
        fills: ['LoggingProperties'],
        facts: ['LoggingEnabled'],
        value: (page) => ({ LoggingProperties: page['LoggingEnabled'] === true ? part(page, 'BucketName', 'S3KeyPrefix', 'LogDestinationType', 'LogExports') : undefined, LoggingEnabled: page['LoggingEnabled'] === true }),
      },
      {
        ...asks('redshift', 'GetResourcePolicy'),
        input: (item) => ({ ResourceArn: item['ClusterNamespaceArn'] }),
        fills: ['NamespaceResourcePolicy'],
        unset: ['ResourceNotFoundFault'],
        value: (page) => ({ NamespaceResourcePolicy: filled(reply(page['ResourcePolicy'])['Policy']) }),
      },
    ],
  },
  {
    service: 'redshift',
    type: 'AWS::Redshift::ClusterParameterGroup',
    list: { ...asks('redshift', 'DescribeClusterParameterGroups'), next: MARKER, items: (page) => list(page['ParameterGroups']) },
    arn: (item, place) => arnOf(place, 'redshift', `parametergroup:${text(item['ParameterGroupName']) ?? ''}`),
    name: named('ParameterGroupName'),
    properties: (item) => ({ ...same(item, 'ParameterGroupName', 'ParameterGroupFamily', 'Description'), Tags: tags(item['Tags'] ?? []) }),
    reads: [
      {
        ...asks('redshift', 'DescribeClusterParameters'),
        input: (item) => ({ ParameterGroupName: item['ParameterGroupName'] }),
        next: MARKER,
        fills: ['Parameters'],
        value: (page) => ({ Parameters: list(page['Parameters']).map((parameter) => ({ ParameterName: json(parameter['ParameterName']) ?? null, ParameterValue: json(parameter['ParameterValue']) ?? null })) }),
      },
    ],
  },
  {
    service: 'redshift',
    type: 'Demarc::Redshift::SnapshotCopyGrant',
    list: { ...asks('redshift', 'DescribeSnapshotCopyGrants'), next: MARKER, items: (page) => list(page['SnapshotCopyGrants']) },
    arn: (item, place) => arnOf(place, 'redshift', `snapshotcopygrant:${text(item['SnapshotCopyGrantName']) ?? ''}`),
    name: named('SnapshotCopyGrantName'),
    properties: (item) => same(item, 'SnapshotCopyGrantName', 'KmsKeyId'),
  },
  {
    service: 'opensearch',
    type: 'AWS::OpenSearchService::Domain',
    list: domains(/^OpenSearch_/),
    arn: named('ARN'),
    name: named('DomainName'),
    properties: (item) => ({ ...domain(item), EngineVersion: json(item['EngineVersion']), ClusterConfig: nodes(item) }),
  },
  {
    service: 'opensearch',
    type: 'AWS::Elasticsearch::Domain',
    list: domains(/^(?!OpenSearch_)/),
    arn: named('ARN'),
    name: named('DomainName'),
    properties: (item) => ({ ...domain(item), ElasticsearchVersion: text(item['EngineVersion'])?.replace(/^Elasticsearch_/, ''), ElasticsearchClusterConfig: nodes(item) }),
  },
  {
    service: 'emr',
    type: 'AWS::EMR::Cluster',
    list: {
      ...asks('elasticmapreduce', 'DescribeCluster'),
      over: { list: { ...asks('elasticmapreduce', 'ListClusters'), input: { ClusterStates: ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'] }, next: MARKER, items: (page) => list(page['Clusters']) }, input: ([item = {}]) => ({ ClusterId: item['Id'] }) },
      items: (page) => [reply(page['Cluster'])],
    },
    arn: named('ClusterArn'),
    name: named('Name'),
    properties: (item) => {
      const instances = reply(item['Ec2InstanceAttributes']);
      return {
        ...same(item, 'Name', 'ServiceRole', 'ReleaseLabel', 'VisibleToAllUsers', 'ScaleDownBehavior'),
        LogUri: filled(item['LogUri']),
        SecurityConfiguration: filled(item['SecurityConfiguration']),
        JobFlowRole: json(instances['IamInstanceProfile']),
        // Without Kerberos they come empty.
        KerberosAttributes: filled(reply(item['KerberosAttributes'])['Realm']) === undefined ? undefined : part(item['KerberosAttributes'], 'Realm'),
        Instances: part(instances, 'EmrManagedMasterSecurityGroup', 'EmrManagedSlaveSecurityGroup', 'AdditionalMasterSecurityGroups', 'AdditionalSlaveSecurityGroups', 'ServiceAccessSecurityGroup', 'Ec2SubnetId', 'Ec2KeyName'),
        Tags: tags(item['Tags'] ?? []),
      };
    },
  },
  {
    service: 'emr',
    type: 'AWS::EMR::SecurityConfiguration',
    list: { ...asks('elasticmapreduce', 'ListSecurityConfigurations'), next: MARKER, items: (page) => list(page['SecurityConfigurations']) },
    arn: (item, place) => arnOf(place, 'elasticmapreduce', `security-configuration/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => same(item, 'Name'),
    reads: [{ ...asks('elasticmapreduce', 'DescribeSecurityConfiguration'), input: (item) => ({ Name: item['Name'] }), fills: ['SecurityConfiguration'], value: (page) => ({ SecurityConfiguration: document(page['SecurityConfiguration']) }) }],
  },
  {
    service: 'emr',
    type: 'Demarc::EMR::BlockPublicAccess',
    always: () => ({ item: {} }),
    list: { ...asks('elasticmapreduce', 'GetBlockPublicAccessConfiguration'), items: (page) => [reply(page['BlockPublicAccessConfiguration'])] },
    arn: (_, place) => arnOf(place, 'elasticmapreduce', 'block-public-access'),
    name: () => 'block of public access',
    properties: (item) => same(item, 'BlockPublicSecurityGroupRules', 'PermittedPublicSecurityGroupRuleRanges'),
  },
  {
    service: 'athena',
    type: 'AWS::Athena::WorkGroup',
    list: { ...asks('athena', 'GetWorkGroup'), over: { list: { ...asks('athena', 'ListWorkGroups'), next: MORE, items: (page) => list(page['WorkGroups']) }, input: ([item = {}]) => ({ WorkGroup: item['Name'] }) }, items: (page) => [reply(page['WorkGroup'])] },
    arn: (item, place) => arnOf(place, 'athena', `workgroup/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => {
      const configuration = reply(item['Configuration']);
      const result = reply(configuration['ResultConfiguration']);
      return {
        ...same(item, 'Name', 'Description', 'State'),
        WorkGroupConfiguration: {
          ...(part(configuration, 'EnforceWorkGroupConfiguration', 'PublishCloudWatchMetricsEnabled', 'RequesterPaysEnabled', 'BytesScannedCutoffPerQuery', 'ExecutionRole')),
          ResultConfiguration: { OutputLocation: json(result['OutputLocation']) ?? null, ExpectedBucketOwner: json(result['ExpectedBucketOwner']) ?? null, EncryptionConfiguration: part(result['EncryptionConfiguration'], 'EncryptionOption', 'KmsKey') ?? null },
        },
      };
    },
  },
];
