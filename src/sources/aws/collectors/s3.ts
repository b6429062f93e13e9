/** Buckets: a list of names, and a call for everything else. */
import { json, list, reply, same, text, type Collector, type Reply } from '../collector.js';

const ofBucket = (item: Reply): Reply => ({ Bucket: item['Name'] });
const OFF = { BlockPublicAcls: false, IgnorePublicAcls: false, BlockPublicPolicy: false, RestrictPublicBuckets: false } as const;

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
        value: (page) => ({ WebsiteConfiguration: { IndexDocument: json(reply(page['IndexDocument'])['Suffix']) ?? null, ErrorDocument: json(reply(page['ErrorDocument'])['Key']) ?? null, RedirectAllRequestsTo: json(page['RedirectAllRequestsTo']) ?? null, RoutingRules: json(page['RoutingRules']) ?? null } }),
      },
      {
        command: 'GetBucketLifecycleConfigurationCommand',
        permission: 's3:GetLifecycleConfiguration',
        input: ofBucket,
        fills: ['LifecycleConfiguration'],
        unset: ['NoSuchLifecycleConfiguration'],
        value: (page) => ({
          LifecycleConfiguration: {
            Rules: list(page['Rules']).map((rule) => ({
              Id: json(rule['ID']) ?? null,
              Status: json(rule['Status']) ?? null,
              Prefix: json(rule['Prefix'] ?? reply(rule['Filter'])['Prefix']) ?? null,
              ExpirationInDays: json(reply(rule['Expiration'])['Days']) ?? null,
              AbortIncompleteMultipartUpload: rule['AbortIncompleteMultipartUpload'] === undefined ? null : { DaysAfterInitiation: json(reply(rule['AbortIncompleteMultipartUpload'])['DaysAfterInitiation']) ?? null },
              NoncurrentVersionExpiration: rule['NoncurrentVersionExpiration'] === undefined ? null : { NoncurrentDays: json(reply(rule['NoncurrentVersionExpiration'])['NoncurrentDays']) ?? null },
              Transitions: list(rule['Transitions']).map((one) => ({ StorageClass: json(one['StorageClass']) ?? null, TransitionInDays: json(one['Days']) ?? null })),
            })),
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
        value: (page) => ({ ReplicationConfiguration: json(page['ReplicationConfiguration']) }),
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
