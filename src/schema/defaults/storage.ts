/** Buckets, file systems, images, backups. */
import { aws, reply, template, terraform, written, type DefaultTable } from './table.js';

/** Since April 2023 every new bucket, however it is made, blocks public access and has ACLs disabled. */
const newBuckets = aws('AmazonS3/latest/userguide/create-bucket-faq.html');
const blockOn = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
const blockPage = aws('AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html');
/** In a block that is written, what it leaves out is off; a reply without a block means that nothing is blocked. */
const blockMember = (argument: string) => [
  template(false, blockPage),
  terraform(false, `s3_bucket_public_access_block#${argument}`),
  reply(false, aws('AmazonS3/latest/API/API_GetPublicAccessBlock.html')),
];

export const storage: DefaultTable = {
  'AWS::S3::Bucket': {
    PublicAccessBlockConfiguration: [written(blockOn, newBuckets)],
    'PublicAccessBlockConfiguration.BlockPublicAcls': blockMember('block_public_acls'),
    'PublicAccessBlockConfiguration.BlockPublicPolicy': blockMember('block_public_policy'),
    'PublicAccessBlockConfiguration.IgnorePublicAcls': blockMember('ignore_public_acls'),
    'PublicAccessBlockConfiguration.RestrictPublicBuckets': blockMember('restrict_public_buckets'),
    OwnershipControls: [written({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] }, newBuckets)],
    AccessControl: [written('Private', aws('AmazonS3/latest/userguide/acl-overview.html#canned-acl'))],
    // Since January 2023 all new objects are encrypted with keys of S3.
    BucketEncryption: [
      written(
        { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        aws('AmazonS3/latest/userguide/default-encryption-faq.html'),
      ),
    ],
    'BucketEncryption.ServerSideEncryptionConfiguration.BucketKeyEnabled': [written(false)],
    ObjectLockEnabled: [template(false), terraform(false, 's3_bucket#object_lock_enabled')],
  },
  'AWS::EFS::FileSystem': {
    Encrypted: [template(false, aws('efs/latest/ug/API_CreateFileSystem.html#efs-CreateFileSystem-request-Encrypted')), terraform(false, 'efs_file_system#encrypted')],
    'FileSystemProtection.ReplicationOverwriteProtection': [written('ENABLED')],
  },
  'AWS::ECR::Repository': {
    ImageTagMutability: [template('MUTABLE'), terraform('MUTABLE', 'ecr_repository#image_tag_mutability')],
    'ImageScanningConfiguration.ScanOnPush': [written(false)],
    'EncryptionConfiguration.EncryptionType': [
      template('AES256', aws('AmazonECR/latest/APIReference/API_EncryptionConfiguration.html')),
      terraform('AES256', 'ecr_repository#encryption_type'),
    ],
    EmptyOnDelete: [template(false), terraform(false, 'ecr_repository#force_delete')],
  },
  'AWS::EC2::Volume': {
    // The region's "encryption by default" overrules it, an encrypted snapshot passes its encryption on.
    Encrypted: [written(false, aws('ebs/latest/userguide/encryption-by-default.html'))],
  },
};
