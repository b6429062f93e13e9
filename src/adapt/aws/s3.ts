/** Buckets and all that speaks of them. */
import { list, mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { document, keyValue, words } from '../convert.js';
import { inline } from '../inline.js';
import { argument, eachBlock, oneBlock, resource, satellite, type Convert, type Draft } from '../table.js';

const bucket = 'AWS::S3::Bucket';

/** `public-read` → `PublicRead`. */
const cannedAcl: Convert = (value) =>
  value.kind !== 'scalar' || typeof value.value !== 'string'
    ? value
    : { ...value, value: value.value.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') };

/** One grant a permission, as the API lists them. */
const grants: Convert = (value) => {
  if (value.kind !== 'list') return value;
  const each = value.items.flatMap((block): readonly Tree[] => {
    if (block.kind !== 'map') return [block];
    const inside = argument(block, 'grantee') ?? block;
    const grantee = mapping(
      (['type', 'uri', 'id'] as const).flatMap((key) => {
        const found = argument(inside, key);
        return found === undefined ? [] : [[{ type: 'Type', uri: 'URI', id: 'ID' }[key], found] as const];
      }),
      block.at,
      block.open,
    );
    const permission = argument(block, 'permission') ?? argument(block, 'permissions');
    const permissions = permission === undefined ? [] : permission.kind === 'list' ? permission.items : [permission];
    return permissions.map((one) => mapping([['Grantee', grantee], ['Permission', one]], block.at));
  });
  return list(each, value.at, value.open);
};

/** Terraform names several events a target; the schema one. */
const perEvent =
  (target: string, from: string): Convert =>
  (value) => {
    if (value.kind !== 'list') return value;
    const each = value.items.flatMap((block): readonly Tree[] => {
      const to = argument(block, from);
      const events = argument(block, 'events');
      const names = events === undefined ? [] : events.kind === 'list' ? events.items : [events];
      return names.map((event) => mapping(to === undefined ? [['Event', event]] : [['Event', event], [target, to]], block.at));
    });
    return list(each, value.at, value.open);
  };

const encryptionRules = eachBlock({
  'apply_server_side_encryption_by_default.sse_algorithm': 'ServerSideEncryptionByDefault.SSEAlgorithm',
  'apply_server_side_encryption_by_default.kms_master_key_id': 'ServerSideEncryptionByDefault.KMSMasterKeyID',
  bucket_key_enabled: 'BucketKeyEnabled',
});

const transitions = eachBlock({ storage_class: 'StorageClass', days: 'TransitionInDays', date: 'TransitionDate' });
const expiry = {
  id: 'Id',
  prefix: 'Prefix',
  'filter.prefix': 'Prefix',
  'filter.and.prefix': 'Prefix',
  'expiration.days': 'ExpirationInDays',
  'expiration.date': 'ExpirationDate',
  'expiration.expired_object_delete_marker': 'ExpiredObjectDeleteMarker',
  transition: ['Transitions', transitions],
} as const;
const lifecycleRules = eachBlock({
  ...expiry,
  status: 'Status',
  'abort_incomplete_multipart_upload.days_after_initiation': 'AbortIncompleteMultipartUpload.DaysAfterInitiation',
  'noncurrent_version_expiration.noncurrent_days': 'NoncurrentVersionExpiration.NoncurrentDays',
});
const oldLifecycleRules = eachBlock({
  ...expiry,
  enabled: ['Status', words('Enabled', 'Disabled')],
  abort_incomplete_multipart_upload_days: 'AbortIncompleteMultipartUpload.DaysAfterInitiation',
  'noncurrent_version_expiration.days': 'NoncurrentVersionExpiration.NoncurrentDays',
});

const replicationRules = eachBlock({
  'destination.bucket': 'Destination.Bucket',
  'destination.account': 'Destination.Account',
  'destination.account_id': 'Destination.Account',
  'destination.storage_class': 'Destination.StorageClass',
  'destination.encryption_configuration.replica_kms_key_id': 'Destination.EncryptionConfiguration.ReplicaKmsKeyID',
  'destination.replica_kms_key_id': 'Destination.EncryptionConfiguration.ReplicaKmsKeyID',
  'delete_marker_replication.status': 'DeleteMarkerReplication.Status',
  'source_selection_criteria.sse_kms_encrypted_objects.status': 'SourceSelectionCriteria.SseKmsEncryptedObjects.Status',
}, { same: ['id', 'status', 'priority', 'prefix'] });

const corsRules = eachBlock({}, { same: ['allowed_headers', 'allowed_methods', 'allowed_origins', 'id'] });
const website = {
  'redirect_all_requests_to.host_name': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
  'redirect_all_requests_to.protocol': 'WebsiteConfiguration.RedirectAllRequestsTo.Protocol',
} as const;
const retention = {
  'default_retention.mode': 'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
  'default_retention.days': 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
  'default_retention.years': 'ObjectLockConfiguration.Rule.DefaultRetention.Years',
} as const;
const under = (prefix: string, map: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([from, to]) => [`${prefix}.${from}`, to]));

const blocks = ['block_public_acls', 'ignore_public_acls', 'block_public_policy', 'restrict_public_buckets'] as const;
/** A block without arguments is a block all the same: each setting that it leaves out is off. */
const emptyBlock = ({ arguments: args, at }: RawResource, draft: Draft): void => {
  if (!blocks.some((name) => argument(args, name) !== undefined)) draft.set('PublicAccessBlockConfiguration', mapping([], at));
};

const objectFields = {
  server_side_encryption: 'ServerSideEncryption',
  kms_key_id: 'SSEKMSKeyId',
  acl: 'ACL',
  tags: ['Tags', keyValue],
} as const;

export const s3: ServiceRules = {
  terraform: {
    aws_s3_bucket: resource(
      bucket,
      {
        bucket: 'BucketName',
        bucket_prefix: 'BucketNamePrefix',
        tags: ['Tags', keyValue],
        object_lock_enabled: 'ObjectLockEnabled',
        force_destroy: '#ForceDestroy',
        // What follows was an argument of the bucket until version 4 of the provider.
        acl: ['AccessControl', cannedAcl],
        grant: ['#Grants', grants],
        acceleration_status: 'AccelerateConfiguration.AccelerationStatus',
        'server_side_encryption_configuration.rule': ['BucketEncryption.ServerSideEncryptionConfiguration', encryptionRules],
        'versioning.enabled': ['VersioningConfiguration.Status', words('Enabled', 'Suspended')],
        'versioning.mfa_delete': ['#MFADelete', words('Enabled', 'Disabled')],
        'logging.target_bucket': 'LoggingConfiguration.DestinationBucketName',
        'logging.target_prefix': 'LoggingConfiguration.LogFilePrefix',
        'website.index_document': 'WebsiteConfiguration.IndexDocument',
        'website.error_document': 'WebsiteConfiguration.ErrorDocument',
        'website.redirect_all_requests_to': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
        lifecycle_rule: ['LifecycleConfiguration.Rules', oldLifecycleRules],
        'replication_configuration.role': 'ReplicationConfiguration.Role',
        'replication_configuration.rules': ['ReplicationConfiguration.Rules', replicationRules],
        'object_lock_configuration.object_lock_enabled': 'ObjectLockConfiguration.ObjectLockEnabled',
        ...under('object_lock_configuration.rule', retention),
        cors_rule: ['CorsConfiguration.CorsRules', corsRules],
      },
      {
        also: ({ arguments: args }, draft) => {
          const versioning = args.entries.get('versioning');
          const block = versioning?.kind === 'list' ? versioning.items[0] : undefined;
          if (block?.kind === 'map' && block.open === undefined && !block.entries.has('enabled')) draft.set('VersioningConfiguration.Status', scalar('Suspended', block.at));
        },
        more: inline('AWS::S3::BucketPolicy', 'policy', { parent: 'Bucket', value: 'PolicyDocument', convert: document }),
      },
    ),
    aws_s3_bucket_public_access_block: satellite(
      bucket,
      'bucket',
      {
        block_public_acls: 'PublicAccessBlockConfiguration.BlockPublicAcls',
        ignore_public_acls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
        block_public_policy: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
        restrict_public_buckets: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
      },
      { also: emptyBlock },
    ),
    aws_s3_bucket_versioning: satellite(bucket, 'bucket', {
      'versioning_configuration.status': 'VersioningConfiguration.Status',
      'versioning_configuration.mfa_delete': '#MFADelete',
    }),
    aws_s3_bucket_server_side_encryption_configuration: satellite(bucket, 'bucket', { rule: ['BucketEncryption.ServerSideEncryptionConfiguration', encryptionRules] }),
    aws_s3_bucket_acl: satellite(bucket, 'bucket', { acl: ['AccessControl', cannedAcl], 'access_control_policy.grant': ['#Grants', grants] }),
    aws_s3_bucket_ownership_controls: satellite(bucket, 'bucket', { rule: ['OwnershipControls.Rules', eachBlock({ object_ownership: 'ObjectOwnership' })] }),
    aws_s3_bucket_logging: satellite(bucket, 'bucket', {
      target_bucket: 'LoggingConfiguration.DestinationBucketName',
      target_prefix: 'LoggingConfiguration.LogFilePrefix',
    }),
    aws_s3_bucket_website_configuration: satellite(bucket, 'bucket', {
      'index_document.suffix': 'WebsiteConfiguration.IndexDocument',
      'error_document.key': 'WebsiteConfiguration.ErrorDocument',
      ...website,
    }),
    aws_s3_bucket_lifecycle_configuration: satellite(bucket, 'bucket', { rule: ['LifecycleConfiguration.Rules', lifecycleRules] }),
    aws_s3_bucket_replication_configuration: satellite(bucket, 'bucket', {
      role: 'ReplicationConfiguration.Role',
      rule: ['ReplicationConfiguration.Rules', replicationRules],
    }),
    aws_s3_bucket_object_lock_configuration: satellite(
      bucket,
      'bucket',
      { object_lock_enabled: 'ObjectLockConfiguration.ObjectLockEnabled', ...under('rule', retention) },
      {
        // The only value that it takes, and what it means when left out.
        also: ({ arguments: args, at }, draft) => {
          if (argument(args, 'object_lock_enabled') === undefined) draft.set('ObjectLockConfiguration.ObjectLockEnabled', scalar('Enabled', at));
        },
      },
    ),
    aws_s3_bucket_notification: satellite(bucket, 'bucket', {
      eventbridge: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      lambda_function: ['NotificationConfiguration.LambdaConfigurations', perEvent('Function', 'lambda_function_arn')],
      queue: ['NotificationConfiguration.QueueConfigurations', perEvent('Queue', 'queue_arn')],
      topic: ['NotificationConfiguration.TopicConfigurations', perEvent('Topic', 'topic_arn')],
    }),
    aws_s3_bucket_cors_configuration: satellite(bucket, 'bucket', { cors_rule: ['CorsConfiguration.CorsRules', corsRules] }),
    aws_s3_bucket_accelerate_configuration: satellite(bucket, 'bucket', { status: 'AccelerateConfiguration.AccelerationStatus' }),
    aws_s3_bucket_policy: resource('AWS::S3::BucketPolicy', { bucket: 'Bucket', policy: ['PolicyDocument', document] }),
    aws_s3_account_public_access_block: resource('Demarc::S3::AccountPublicAccessBlock', {}, { same: blocks }),
    aws_s3_access_point: resource('AWS::S3::AccessPoint', {
      name: 'Name',
      bucket: 'Bucket',
      policy: ['Policy', document],
      'vpc_configuration.vpc_id': 'VpcConfiguration.VpcId',
      public_access_block_configuration: ['PublicAccessBlockConfiguration', oneBlock({}, { same: blocks })],
    }),
    aws_s3control_access_point_policy: satellite('AWS::S3::AccessPoint', 'access_point_arn', { policy: ['Policy', document] }),
    aws_s3control_multi_region_access_point: resource('AWS::S3::MultiRegionAccessPoint', {
      'details.name': 'Name',
      'details.public_access_block': ['PublicAccessBlockConfiguration', oneBlock({}, { same: blocks })],
      'details.region': ['Regions', eachBlock({ bucket: 'Bucket' })],
    }),
    aws_s3_directory_bucket: resource('AWS::S3Express::DirectoryBucket', { bucket: 'BucketName', data_redundancy: 'DataRedundancy', 'location.name': 'LocationName' }),
    aws_s3_bucket_object: resource('Demarc::S3::Object', { bucket: 'Bucket', key: 'Key', ...objectFields }),
    aws_s3_object: resource('Demarc::S3::Object', { bucket: 'Bucket', key: 'Key', ...objectFields }),
    aws_s3_object_copy: resource('Demarc::S3::Object', { bucket: 'Bucket', key: 'Key', ...objectFields }),
  },
};

