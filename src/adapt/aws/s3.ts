import { document, keyValue } from '../convert.js';
import { resource, satellite } from '../table.js';
import type { ServiceRules } from './index.js';

export const s3: ServiceRules = {
  terraform: {
    aws_s3_bucket: resource('AWS::S3::Bucket', { bucket: 'BucketName', tags: ['Tags', keyValue] }),
    aws_s3_bucket_public_access_block: satellite('AWS::S3::Bucket', 'bucket', {
      block_public_acls: 'PublicAccessBlockConfiguration.BlockPublicAcls',
      ignore_public_acls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
      block_public_policy: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
      restrict_public_buckets: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
    }),
    aws_s3_bucket_versioning: satellite('AWS::S3::Bucket', 'bucket', {
      'versioning_configuration.status': 'VersioningConfiguration.Status',
      'versioning_configuration.mfa_delete': '#MFADelete',
    }),
    aws_s3_bucket_policy: resource('AWS::S3::BucketPolicy', { bucket: 'Bucket', policy: ['PolicyDocument', document] }),
  },
};
