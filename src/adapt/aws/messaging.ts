/** Topics, queues and streams. */
import type { ServiceRules } from '../adapted.js';
import { document, keyValue, listOfOne } from '../convert.js';
import { inline } from '../inline.js';
import { oneBlock, resource, satellite } from '../table.js';

const s3Destination = {
  bucket_arn: 'BucketARN',
  role_arn: 'RoleARN',
  kms_key_arn: 'EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN',
  'cloudwatch_logging_options.enabled': 'CloudWatchLoggingOptions.Enabled',
  'cloudwatch_logging_options.log_group_name': 'CloudWatchLoggingOptions.LogGroupName',
} as const;
const inS3 = oneBlock(s3Destination);

export const messaging: ServiceRules = {
  terraform: {
    aws_sns_topic: resource(
      'AWS::SNS::Topic',
      { name: 'TopicName', kms_master_key_id: 'KmsMasterKeyId', tags: ['Tags', keyValue] },
      {
        same: ['display_name', 'fifo_topic', 'content_based_deduplication', 'signature_version', 'tracing_config'],
        more: inline('AWS::SNS::TopicPolicy', 'policy', { parent: 'Topics[]', value: 'PolicyDocument', convert: document }),
      },
    ),
    aws_sns_topic_policy: resource('AWS::SNS::TopicPolicy', { arn: ['Topics', listOfOne], policy: ['PolicyDocument', document] }),
    aws_sns_topic_data_protection_policy: satellite('AWS::SNS::Topic', 'arn', { policy: ['DataProtectionPolicy', document] }),
    aws_sns_topic_subscription: resource('AWS::SNS::Subscription', {}, { same: ['topic_arn', 'endpoint', 'protocol', 'raw_message_delivery'] }),
    aws_sqs_queue: resource(
      'AWS::SQS::Queue',
      { name: 'QueueName', delay_seconds: 'DelaySeconds', visibility_timeout_seconds: 'VisibilityTimeout', message_retention_seconds: 'MessageRetentionPeriod', redrive_policy: ['RedrivePolicy', document], tags: ['Tags', keyValue] },
      {
        same: ['kms_master_key_id', 'kms_data_key_reuse_period_seconds', 'sqs_managed_sse_enabled', 'fifo_queue', 'content_based_deduplication'],
        more: inline('AWS::SQS::QueuePolicy', 'policy', { parent: 'Queues[]', value: 'PolicyDocument', convert: document }),
      },
    ),
    aws_sqs_queue_policy: resource('AWS::SQS::QueuePolicy', { queue_url: ['Queues', listOfOne], policy: ['PolicyDocument', document] }),
    aws_sqs_queue_redrive_policy: satellite('AWS::SQS::Queue', 'queue_url', { redrive_policy: ['RedrivePolicy', document] }),
    aws_kinesis_stream: resource('AWS::Kinesis::Stream', {
      name: 'Name',
      shard_count: 'ShardCount',
      retention_period: 'RetentionPeriodHours',
      encryption_type: 'StreamEncryption.EncryptionType',
      kms_key_id: 'StreamEncryption.KeyId',
      tags: ['Tags', keyValue],
    }),
    aws_kinesis_video_stream: resource('AWS::KinesisVideo::Stream', { tags: ['Tags', keyValue] }, { same: ['name', 'kms_key_id'] }),
    aws_kinesis_firehose_delivery_stream: resource('AWS::KinesisFirehose::DeliveryStream', {
      name: 'DeliveryStreamName',
      'server_side_encryption.key_type': 'DeliveryStreamEncryptionConfigurationInput.KeyType',
      'server_side_encryption.key_arn': 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
      'server_side_encryption.enabled': '#ServerSideEncryptionEnabled',
      'kinesis_source_configuration.kinesis_stream_arn': 'KinesisStreamSourceConfiguration.KinesisStreamARN',
      'kinesis_source_configuration.role_arn': 'KinesisStreamSourceConfiguration.RoleARN',
      'msk_source_configuration.msk_cluster_arn': 'MSKSourceConfiguration.MSKClusterARN',
      'msk_source_configuration.topic_name': 'MSKSourceConfiguration.TopicName',
      s3_configuration: ['S3DestinationConfiguration', inS3],
      extended_s3_configuration: ['ExtendedS3DestinationConfiguration', inS3],
      'redshift_configuration.cluster_jdbcurl': 'RedshiftDestinationConfiguration.ClusterJDBCURL',
      'http_endpoint_configuration.url': 'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
      tags: ['Tags', keyValue],
    }),
  },
};
