import { mapping, scalar, type Mapping, type RawResource, type Tree } from '../../model/index.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, oneBlock, resource, satellite, type Draft } from '../table.js';
import type { ServiceRules } from './index.js';

const BLOCKS = {
  block_public_acls: 'BlockPublicAcls',
  ignore_public_acls: 'IgnorePublicAcls',
  block_public_policy: 'BlockPublicPolicy',
  restrict_public_buckets: 'RestrictPublicBuckets',
} as const;

/** The arguments left out are false: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block */
const publicAccessBlock = ({ arguments: given, at }: Pick<RawResource, 'arguments' | 'at'>): Mapping =>
  mapping(Object.entries(BLOCKS).map(([from, to]) => [to, argument(given, from) ?? scalar(false, at)] as const), at);

/** `public-read` → `PublicRead`, as CloudFormation spells canned ACLs. */
const cannedAcl = (tree: Tree): Tree =>
  tree.kind !== 'scalar' ? tree : { ...tree, value: String(tree.value).split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') };

const encryptionRule = eachBlock({
  bucket_key_enabled: 'BucketKeyEnabled',
  'apply_server_side_encryption_by_default.sse_algorithm': 'ServerSideEncryptionByDefault.SSEAlgorithm',
  'apply_server_side_encryption_by_default.kms_master_key_id': 'ServerSideEncryptionByDefault.KMSMasterKeyID',
});

const lifecycleRule = eachBlock({
  id: 'Id',
  status: 'Status',
  enabled: ['Status', (tree) => (tree.kind === 'scalar' ? { ...tree, value: tree.value === true ? 'Enabled' : 'Disabled' } : tree)],
  prefix: 'Prefix',
  'filter.prefix': 'Prefix',
  'expiration.days': 'ExpirationInDays',
  'noncurrent_version_expiration.noncurrent_days': 'NoncurrentVersionExpiration.NoncurrentDays',
  'noncurrent_version_expiration.days': 'NoncurrentVersionExpiration.NoncurrentDays',
  'abort_incomplete_multipart_upload.days_after_initiation': 'AbortIncompleteMultipartUpload.DaysAfterInitiation',
  abort_incomplete_multipart_upload_days: 'AbortIncompleteMultipartUpload.DaysAfterInitiation',
});

/** Grants of an ACL are a fact: CloudFormation knows canned ACLs only. */
const grants = (raw: RawResource, draft: Draft): void => draft.fact('Grants', argument(raw.arguments, 'access_control_policy.grant') ?? argument(raw.arguments, 'grant'));

const enabledStatus = (tree: Tree): Tree => (tree.kind === 'scalar' ? { ...tree, value: String(tree.value) === 'true' ? 'Enabled' : 'Suspended' } : tree);

const replicationRules = eachBlock({ id: 'Id', status: 'Status', prefix: 'Prefix', 'destination.bucket': 'Destination.Bucket', 'destination.storage_class': 'Destination.StorageClass' });

export const s3: ServiceRules = {
  terraform: {
    aws_s3_bucket: resource(
      'AWS::S3::Bucket',
      {
        bucket: 'BucketName',
        tags: ['Tags', keyValue],
        acl: ['AccessControl', cannedAcl],
        'versioning.enabled': ['VersioningConfiguration.Status', enabledStatus],
        'versioning.mfa_delete': '#MFADelete',
        'server_side_encryption_configuration.rule': ['BucketEncryption.ServerSideEncryptionConfiguration', encryptionRule],
        'logging.target_bucket': 'LoggingConfiguration.DestinationBucketName',
        'logging.target_prefix': 'LoggingConfiguration.LogFilePrefix',
        'website.index_document': 'WebsiteConfiguration.IndexDocument',
        'website.redirect_all_requests_to': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
        'replication_configuration.rules': ['ReplicationConfiguration.Rules', replicationRules],
        'replication_configuration.role': 'ReplicationConfiguration.Role',
        lifecycle_rule: ['LifecycleConfiguration.Rules', lifecycleRule],
        object_lock_enabled: 'ObjectLockEnabled',
        force_destroy: '#ForceDestroy',
      },
      {
        also: grants,
        // Older providers write the bucket policy into the bucket.
        more: (raw) => {
          const policy = argument(raw.arguments, 'policy');
          if (policy === undefined) return [];
          const entries = [['Bucket', reference(raw)], ['PolicyDocument', document(policy, raw) ?? policy]] as const;
          return [{ kind: 'resource', type: 'AWS::S3::BucketPolicy', raw, address: `${raw.address}.policy`, properties: mapping(entries, policy.at), facts: mapping([], raw.at) }];
        },
      },
    ),
    aws_s3_bucket_public_access_block: satellite('AWS::S3::Bucket', 'bucket', {}, { also: (raw, draft) => draft.set('PublicAccessBlockConfiguration', publicAccessBlock(raw)) }),
    aws_s3_account_public_access_block: (raw) => [
      { kind: 'resource', type: 'Demarc::S3::AccountPublicAccessBlock', raw, address: raw.address, properties: publicAccessBlock(raw), facts: mapping([], raw.at) },
    ],
    aws_s3_bucket_versioning: satellite('AWS::S3::Bucket', 'bucket', {
      'versioning_configuration.status': 'VersioningConfiguration.Status',
      'versioning_configuration.mfa_delete': ['#MFADelete', (tree) => (tree.kind === 'scalar' ? { ...tree, value: tree.value === 'Enabled' } : tree)],
    }),
    aws_s3_bucket_acl: satellite('AWS::S3::Bucket', 'bucket', { acl: ['AccessControl', cannedAcl] }, { also: grants }),
    aws_s3_bucket_server_side_encryption_configuration: satellite('AWS::S3::Bucket', 'bucket', { rule: ['BucketEncryption.ServerSideEncryptionConfiguration', encryptionRule] }),
    aws_s3_bucket_logging: satellite('AWS::S3::Bucket', 'bucket', { target_bucket: 'LoggingConfiguration.DestinationBucketName', target_prefix: 'LoggingConfiguration.LogFilePrefix' }),
    aws_s3_bucket_ownership_controls: satellite('AWS::S3::Bucket', 'bucket', { rule: ['OwnershipControls.Rules', eachBlock({ object_ownership: 'ObjectOwnership' })] }),
    aws_s3_bucket_website_configuration: satellite('AWS::S3::Bucket', 'bucket', {
      'index_document.suffix': 'WebsiteConfiguration.IndexDocument',
      'error_document.key': 'WebsiteConfiguration.ErrorDocument',
      'redirect_all_requests_to.host_name': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
    }),
    aws_s3_bucket_lifecycle_configuration: satellite('AWS::S3::Bucket', 'bucket', { rule: ['LifecycleConfiguration.Rules', lifecycleRule] }),
    aws_s3_bucket_replication_configuration: satellite('AWS::S3::Bucket', 'bucket', { role: 'ReplicationConfiguration.Role', rule: ['ReplicationConfiguration.Rules', replicationRules] }),
    aws_s3_bucket_object_lock_configuration: satellite('AWS::S3::Bucket', 'bucket', {
      object_lock_enabled: 'ObjectLockConfiguration.ObjectLockEnabled',
      'rule.default_retention.mode': 'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
      'rule.default_retention.days': 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
    }),
    aws_s3_bucket_notification: satellite('AWS::S3::Bucket', 'bucket', {
      eventbridge: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      lambda_function: ['NotificationConfiguration.LambdaConfigurations', eachBlock({ lambda_function_arn: 'Function', 'events': ['Event', first] })],
      queue: ['NotificationConfiguration.QueueConfigurations', eachBlock({ queue_arn: 'Queue', events: ['Event', first] })],
      topic: ['NotificationConfiguration.TopicConfigurations', eachBlock({ topic_arn: 'Topic', events: ['Event', first] })],
    }),
    aws_s3_bucket_cors_configuration: satellite('AWS::S3::Bucket', 'bucket', {
      cors_rule: ['CorsConfiguration.CorsRules', eachBlock({ allowed_origins: 'AllowedOrigins', allowed_methods: 'AllowedMethods', allowed_headers: 'AllowedHeaders' })],
    }),
    aws_s3_bucket_accelerate_configuration: satellite('AWS::S3::Bucket', 'bucket', { status: 'AccelerateConfiguration.AccelerationStatus' }),
    aws_s3_bucket_policy: resource('AWS::S3::BucketPolicy', { bucket: 'Bucket', policy: ['PolicyDocument', document] }),
    aws_s3_access_point: resource('AWS::S3::AccessPoint', {
      bucket: 'Bucket',
      name: 'Name',
      policy: ['Policy', document],
      'vpc_configuration.vpc_id': 'VpcConfiguration.VpcId',
      public_access_block_configuration: ['PublicAccessBlockConfiguration', oneBlock(BLOCKS)],
    }),
    aws_s3_directory_bucket: resource('AWS::S3Express::DirectoryBucket', { bucket: 'BucketName' }),
  },
};

function first(tree: Tree): Tree | undefined {
  return tree.kind === 'list' ? tree.items[0] : tree;
}

/** The bucket itself, for the policy that stands inside of it. */
function reference(raw: RawResource): Tree {
  return { kind: 'unknown', reason: { kind: 'known-after-apply', detail: `\`${raw.address}.id\` is known after apply` }, at: raw.at, parts: [{ address: raw.address, attribute: 'id' }] };
}

