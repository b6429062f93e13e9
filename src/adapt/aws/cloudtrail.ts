import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, resource } from '../table.js';

const fieldSelectors = eachBlock({}, { same: ['field', 'equals', 'not_equals', 'starts_with', 'not_starts_with', 'ends_with', 'not_ends_with'] });
const advanced = eachBlock({ name: 'Name', field_selector: ['FieldSelectors', fieldSelectors] });

export const cloudtrail: ServiceRules = {
  terraform: {
    aws_cloudtrail: resource(
      'AWS::CloudTrail::Trail',
      {
        name: 'TrailName',
        s3_bucket_name: 'S3BucketName',
        s3_key_prefix: 'S3KeyPrefix',
        cloud_watch_logs_group_arn: 'CloudWatchLogsLogGroupArn',
        enable_logging: 'IsLogging',
        kms_key_id: 'KMSKeyId',
        event_selector: [
          'EventSelectors',
          eachBlock({ data_resource: ['DataResources', eachBlock({}, { same: ['type', 'values'] })] }, { same: ['read_write_type', 'include_management_events', 'exclude_management_event_sources'] }),
        ],
        advanced_event_selector: ['AdvancedEventSelectors', advanced],
        insight_selector: ['InsightSelectors', eachBlock({}, { same: ['insight_type'] })],
        tags: ['Tags', keyValue],
      },
      { same: ['cloud_watch_logs_role_arn', 'include_global_service_events', 'is_multi_region_trail', 'is_organization_trail', 'enable_log_file_validation', 'sns_topic_name'] },
    ),
    aws_cloudtrail_event_data_store: resource(
      'AWS::CloudTrail::EventDataStore',
      { advanced_event_selector: ['AdvancedEventSelectors', advanced], tags: ['Tags', keyValue] },
      { same: ['name', 'kms_key_id', 'multi_region_enabled', 'organization_enabled', 'retention_period', 'termination_protection_enabled', 'billing_mode'] },
    ),
  },
};
