/** Buckets: a list of names, and a call for everything else. */
import { json, list, part, reply, same, tags, text, type Collector, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const ofBucket = (item: Reply): Reply => ({ Bucket: item['Name'] });
const OFF = { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false } as const;

/** A rule of the life cycle: what it is for stands in a filter, or in several together; what happens is spread over the rule. */
function lifecycleRule(rule: Reply): Json {
  const filter = reply(rule['Filter']);
  const { Prefix = rule['Prefix'] ?? filter['Prefix'], Tags: tagged, ObjectSizeGreaterThan = filter['ObjectSizeGreaterThan'], ObjectSizeLessThan = filter['ObjectSizeLessThan'] } = reply(filter['And']);
  const expiration = reply(rule['Expiration']);
  const size = (value: unknown): string | null => (value === undefined ? null : String(value));
  return {
    Id: json(rule['ID']) ?? null,
    Status: json(rule['Status']) ?? null,
    Prefix: json(Prefix) ?? null,
    TagFilters: tags(tagged ?? (filter['Tag'] === undefined ? [] : [filter['Tag']])) ?? [],
    ObjectSizeGreaterThan: size(ObjectSizeGreaterThan),
    ObjectSizeLessThan: size(ObjectSizeLessThan),
    ExpirationInDays: json(expiration['Days']) ?? null,
    ExpirationDate: json(expiration['Date']) ?? null,
    ExpiredObjectDeleteMarker: json(expiration['ExpiredObjectDeleteMarker']) ?? null,
    AbortIncompleteMultipartUpload: part(rule['AbortIncompleteMultipartUpload'], 'DaysAfterInitiation') ?? null,
    NoncurrentVersionExpiration: part(rule['NoncurrentVersionExpiration'], 'NoncurrentDays', 'NewerNoncurrentVersions') ?? null,
    NoncurrentVersionTransitions: list(rule['NoncurrentVersionTransitions']).map((one) => ({ StorageClass: json(one['StorageClass']) ?? null, TransitionInDays: json(one['NoncurrentDays']) ?? null, NewerNoncurrentVersions: json(one['NewerNoncurrentVersions']) ?? null })),
    Transitions: list(rule['Transitions']).map((one) => ({ StorageClass: json(one['StorageClass']) ?? null, TransitionInDays: json(one['Days']) ?? null, TransitionDate: json(one['Date']) ?? null })),
  };
}

/** Replication as the schema names it: ids and tags of filters differ. */
const replication = (value: Reply): Json => ({
  Role: json(value['Role']) ?? null,
  Rules: list(value['Rules']).map((rule) => {
    const filter = reply(rule['Filter']);
    const both = reply(filter['And']);
    return {
      Id: json(rule['ID']) ?? null,
      ...part(rule, 'Status', 'Priority', 'Prefix', 'Destination', 'SourceSelectionCriteria', 'DeleteMarkerReplication'),
      Filter: rule['Filter'] === undefined ? null : { Prefix: json(filter['Prefix']) ?? null, TagFilter: json(filter['Tag']) ?? null, And: filter['And'] === undefined ? null : { Prefix: json(both['Prefix']) ?? null, TagFilters: tags(both['Tags'] ?? []) ?? [] } },
    };
  }),
});

export const s3: readonly Collector[] = [
  {
    service: 's3-control',
    global: true,
    type: 'Demarc::S3::AccountPublicAccessBlock',
    always: () => ({ item: {} }),
    list: {
      command: 'GetPublicAccessBlockCommand',
      operation: 's3:GetAccountPublicAccessBlock',
      permission: 's3:GetAccountPublicAccessBlock',
      inputOf: ({ account }) => ({ AccountId: account }),
      items: (page) => [reply(page['PublicAccessBlockConfiguration'])],
      unset: ['NoSuchPublicAccessBlockConfiguration'],
      unsetItems: [OFF],
    },
    arn: (_, { partition, account }) => `arn:${partition}:s3::${account}:account-public-access-block`,
    name: () => 'account',
    properties: (item) => ({ ...OFF, ...same(item, 'BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets') }),
  },
  {
    service: 's3',
    global: true,
    type: 'AWS::S3::Bucket',
    list: { command: 'ListBucketsCommand', permission: 's3:ListAllMyBuckets', input: { MaxBuckets: 1000 }, next: { out: 'ContinuationToken', in: 'ContinuationToken' }, items: (page) => list(page['Buckets']) },
    region: (item) => text(item['BucketRegion']),
    arn: (item, { partition }) => `arn:${partition}:s3:::${text(item['Name']) ?? ''}`,
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ BucketName: json(item['Name']) }),
    reads: [
      {
        command: 'GetPublicAccessBlockCommand',
        permission: 's3:GetBucketPublicAccessBlock',
        input: ofBucket,
        fills: ['PublicAccessBlockConfiguration'],
        value: (page) => ({ PublicAccessBlockConfiguration: { ...OFF, ...(json(page['PublicAccessBlockConfiguration']) as typeof OFF | undefined) } }),
        unset: ['NoSuchPublicAccessBlockConfiguration'],
        unsetValue: { PublicAccessBlockConfiguration: OFF },
      },
      {
        command: 'GetBucketEncryptionCommand',
        permission: 's3:GetEncryptionConfiguration',
        input: ofBucket,
        fills: ['BucketEncryption'],
        unset: ['ServerSideEncryptionConfigurationNotFoundError'],
        value: (page) => ({
          BucketEncryption: {
            ServerSideEncryptionConfiguration: list(reply(page['ServerSideEncryptionConfiguration'])['Rules']).map((rule) => {
              const by = reply(rule['ApplyServerSideEncryptionByDefault']);
              return { BucketKeyEnabled: json(rule['BucketKeyEnabled']) ?? false, ServerSideEncryptionByDefault: { SSEAlgorithm: json(by['SSEAlgorithm']) ?? null, KMSMasterKeyID: json(by['KMSMasterKeyID']) ?? null } };
            }),
          },
        }),
      },
      {
        command: 'GetBucketVersioningCommand',
        permission: 's3:GetBucketVersioning',
        input: ofBucket,
        fills: ['VersioningConfiguration'],
        facts: ['MFADelete'],
        value: (page) => ({ VersioningConfiguration: { Status: json(page['Status']) ?? 'Suspended' }, MFADelete: json(page['MFADelete']) ?? 'Disabled' }),
      },
      {
        command: 'GetBucketLoggingCommand',
        permission: 's3:GetBucketLogging',
        input: ofBucket,
        fills: ['LoggingConfiguration'],
        value: ({ LoggingEnabled: logging }) => ({ LoggingConfiguration: logging === undefined ? undefined : { DestinationBucketName: json(reply(logging)['TargetBucket']) ?? null, LogFilePrefix: json(reply(logging)['TargetPrefix']) ?? '' } }),
      },
      {
        command: 'GetBucketOwnershipControlsCommand',
        permission: 's3:GetBucketOwnershipControls',
        input: ofBucket,
        fills: ['OwnershipControls'],
        unset: ['OwnershipControlsNotFoundError'],
        unsetValue: { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } },
        value: (page) => ({ OwnershipControls: { Rules: json(reply(page['OwnershipControls'])['Rules']) ?? [] } }),
      },
      {
        command: 'GetBucketAclCommand',
        permission: 's3:GetBucketAcl',
        input: ofBucket,
        fills: ['AccessControl', 'Grants'],
        facts: ['Grants'],
        // The canned ACL that was asked for is gone once it is set: what it granted is what counts.
        value: (page) => ({ AccessControl: undefined, Grants: json(page['Grants']) ?? [] }),
      },
      {
        command: 'GetBucketWebsiteCommand',
        permission: 's3:GetBucketWebsite',
        input: ofBucket,
        fills: ['WebsiteConfiguration'],
        unset: ['NoSuchWebsiteConfiguration'],
        value: (page) => ({ WebsiteConfiguration: { IndexDocument: json(reply(page['IndexDocument'])['Suffix']) ?? null, ErrorDocument: json(reply(page['ErrorDocument'])['Key']) ?? null, RedirectAllRequestsTo: json(page['RedirectAllRequestsTo']) ?? null, RoutingRules: list(page['RoutingRules']).map((one) => ({ RedirectRule: json(one['Redirect']) ?? null, RoutingRuleCondition: json(one['Condition']) ?? null })) } }),
      },
      {
        command: 'GetBucketLifecycleConfigurationCommand',
        permission: 's3:GetLifecycleConfiguration',
        input: ofBucket,
        fills: ['LifecycleConfiguration'],
        unset: ['NoSuchLifecycleConfiguration'],
        value: (page) => ({
          LifecycleConfiguration: {
            TransitionDefaultMinimumObjectSize: json(page['TransitionDefaultMinimumObjectSize']) ?? null,
            Rules: list(page['Rules']).map(lifecycleRule),
          },
        }),
      },
      {
        command: 'GetObjectLockConfigurationCommand',
        permission: 's3:GetBucketObjectLockConfiguration',
        deep: true,
        input: ofBucket,
        fills: ['ObjectLockConfiguration', 'ObjectLockEnabled'],
        unset: ['ObjectLockConfigurationNotFoundError', 'ObjectLockConfigurationNotFound'],
        value: (page) => {
          const lock = reply(page['ObjectLockConfiguration']);
          return { ObjectLockConfiguration: json(page['ObjectLockConfiguration']), ObjectLockEnabled: lock['ObjectLockEnabled'] === 'Enabled' };
        },
      },
      {
        command: 'GetBucketReplicationCommand',
        permission: 's3:GetReplicationConfiguration',
        deep: true,
        input: ofBucket,
        fills: ['ReplicationConfiguration'],
        unset: ['ReplicationConfigurationNotFoundError'],
        value: (page) => ({ ReplicationConfiguration: replication(reply(page['ReplicationConfiguration'])) }),
      },
      {
        command: 'GetBucketNotificationConfigurationCommand',
        permission: 's3:GetBucketNotification',
        deep: true,
        input: ofBucket,
        fills: ['NotificationConfiguration'],
        value: (page) => ({
          NotificationConfiguration: {
            EventBridgeConfiguration: page['EventBridgeConfiguration'] === undefined ? null : { EventBridgeEnabled: true },
            LambdaConfigurations: list(page['LambdaFunctionConfigurations']).map((one) => ({ Function: json(one['LambdaFunctionArn']) ?? null })),
            QueueConfigurations: list(page['QueueConfigurations']).map((one) => ({ Queue: json(one['QueueArn']) ?? null })),
            TopicConfigurations: list(page['TopicConfigurations']).map((one) => ({ Topic: json(one['TopicArn']) ?? null })),
          },
        }),
      },
      {
        command: 'GetBucketTaggingCommand',
        permission: 's3:GetBucketTagging',
        input: ofBucket,
        fills: ['Tags'],
        unset: ['NoSuchTagSet'],
        unsetValue: { Tags: [] },
        value: (page) => ({ Tags: json(page['TagSet']) ?? [] }),
      },
    ],
    makes: [
      {
        type: 'AWS::S3::BucketPolicy',
        command: 'GetBucketPolicyCommand',
        permission: 's3:GetBucketPolicy',
        input: ofBucket,
        unset: ['NoSuchBucketPolicy'],
        suffix: '/policy',
        known: (item) => ({ Bucket: json(item['Name']) }),
        fills: ['PolicyDocument'],
        value: (page) => [{ properties: { PolicyDocument: json(page['Policy']) } }],
      },
    ],
  },
];
