/** Glue: jobs, crawlers, connections, and how the catalog is kept. */
import { arnOf, asks, filled, json, list, named, part, reply, same, text, type Collector } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;

export const glue: readonly Collector[] = [
  {
    service: 'glue',
    type: 'AWS::Glue::Job',
    list: { ...asks('glue', 'GetJobs'), next: MORE, items: (page) => list(page['Jobs']) },
    arn: (item, place) => arnOf(place, 'glue', `job/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => ({ ...same(item, 'Name', 'Role', 'GlueVersion', 'WorkerType', 'Description', 'LogUri'), SecurityConfiguration: filled(item['SecurityConfiguration']), Command: part(item['Command'], 'Name', 'PythonVersion', 'ScriptLocation') }),
  },
  {
    service: 'glue',
    type: 'AWS::Glue::Crawler',
    list: { ...asks('glue', 'GetCrawlers'), next: MORE, items: (page) => list(page['Crawlers']) },
    arn: (item, place) => arnOf(place, 'glue', `crawler/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => ({ ...same(item, 'Name', 'Role', 'DatabaseName', 'Description'), CrawlerSecurityConfiguration: filled(item['CrawlerSecurityConfiguration']) }),
  },
  {
    service: 'glue',
    type: 'AWS::Glue::DevEndpoint',
    list: { ...asks('glue', 'GetDevEndpoints'), next: MORE, items: (page) => list(page['DevEndpoints']) },
    arn: (item, place) => arnOf(place, 'glue', `devEndpoint/${text(item['EndpointName']) ?? ''}`),
    name: named('EndpointName'),
    properties: (item) => ({ ...same(item, 'EndpointName', 'RoleArn', 'SecurityGroupIds', 'SubnetId', 'GlueVersion', 'WorkerType'), SecurityConfiguration: filled(item['SecurityConfiguration']) }),
  },
  {
    service: 'glue',
    type: 'AWS::Glue::Connection',
    list: { ...asks('glue', 'GetConnections'), next: MORE, items: (page) => list(page['ConnectionList']) },
    arn: (item, place) => arnOf(place, 'glue', `connection/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => {
      const { ENCRYPTED_PASSWORD: _, ...properties } = reply(item['ConnectionProperties']);
      return {
        ConnectionInput: { Name: json(item['Name']) ?? null, ConnectionType: json(item['ConnectionType']) ?? null, ConnectionProperties: json(properties) ?? {}, PhysicalConnectionRequirements: part(item['PhysicalConnectionRequirements'], 'SubnetId', 'SecurityGroupIdList', 'AvailabilityZone') ?? null },
      };
    },
  },
  {
    service: 'glue',
    type: 'AWS::Glue::SecurityConfiguration',
    list: { ...asks('glue', 'GetSecurityConfigurations'), next: MORE, items: (page) => list(page['SecurityConfigurations']) },
    arn: (item, place) => arnOf(place, 'glue', `securityConfiguration/${text(item['Name']) ?? ''}`),
    name: named('Name'),
    properties: (item) => {
      const encryption = reply(item['EncryptionConfiguration']);
      return {
        ...same(item, 'Name'),
        EncryptionConfiguration: {
          CloudWatchEncryption: part(encryption['CloudWatchEncryption'], 'CloudWatchEncryptionMode', 'KmsKeyArn') ?? null,
          JobBookmarksEncryption: part(encryption['JobBookmarksEncryption'], 'JobBookmarksEncryptionMode', 'KmsKeyArn') ?? null,
          S3Encryptions: list(encryption['S3Encryption']).map((one) => part(one, 'S3EncryptionMode', 'KmsKeyArn') ?? null),
        },
      };
    },
  },
  {
    service: 'glue',
    type: 'AWS::Glue::DataCatalogEncryptionSettings',
    always: () => ({ item: {} }),
    list: { ...asks('glue', 'GetDataCatalogEncryptionSettings'), items: (page) => [reply(page['DataCatalogEncryptionSettings'])] },
    arn: (_, place) => arnOf(place, 'glue', 'catalog/encryption-settings'),
    name: () => 'encryption of the data catalog',
    properties: (item) => {
      const passwords = reply(item['ConnectionPasswordEncryption']);
      return {
        DataCatalogEncryptionSettings: {
          EncryptionAtRest: part(item['EncryptionAtRest'], 'CatalogEncryptionMode', 'SseAwsKmsKeyId') ?? null,
          ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: json(passwords['ReturnConnectionPasswordEncrypted']) ?? false, KmsKeyId: json(passwords['AwsKmsKeyId']) ?? null },
        },
      };
    },
  },
  {
    service: 'glue',
    type: 'Demarc::Glue::ResourcePolicy',
    list: { ...asks('glue', 'GetResourcePolicy'), unset: ['EntityNotFoundException'], items: (page) => (text(page['PolicyInJson']) === undefined ? [] : [page]) },
    arn: (_, place) => arnOf(place, 'glue', 'catalog/policy'),
    name: () => 'policy of the data catalog',
    properties: (item) => same(item, 'PolicyInJson'),
  },
];
