/** GuardDuty, Config, Security Hub, Access Analyzer. */
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, resource, satellite } from '../table.js';

const detector = 'AWS::GuardDuty::Detector';
const recorder = 'AWS::Config::ConfigurationRecorder';

export const detection: ServiceRules = {
  terraform: {
    aws_guardduty_detector: resource(detector, {
      enable: 'Enable',
      finding_publishing_frequency: 'FindingPublishingFrequency',
      'datasources.s3_logs.enable': 'DataSources.S3Logs.Enable',
      'datasources.kubernetes.audit_logs.enable': 'DataSources.Kubernetes.AuditLogs.Enable',
      'datasources.malware_protection.scan_ec2_instance_with_findings.ebs_volumes.enable': 'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
      tags: ['Tags', keyValue],
    }),
    aws_guardduty_detector_feature: satellite(detector, 'detector_id', {}, {
      also: ({ arguments: args, at }, draft) =>
        draft.append('Features', {
          kind: 'map',
          at,
          entries: new Map((['name', 'status'] as const).flatMap((key) => {
            const value = args.entries.get(key);
            return value === undefined ? [] : [[key === 'name' ? 'Name' : 'Status', value] as const];
          })),
        }),
    }),
    aws_guardduty_organization_configuration: resource('Demarc::GuardDuty::OrganizationConfiguration', {}, { same: ['detector_id', 'auto_enable', 'auto_enable_organization_members'] }),
    aws_config_configuration_recorder: resource(recorder, {
      name: 'Name',
      role_arn: 'RoleARN',
      'recording_group.all_supported': 'RecordingGroup.AllSupported',
      'recording_group.include_global_resource_types': 'RecordingGroup.IncludeGlobalResourceTypes',
      'recording_group.resource_types': 'RecordingGroup.ResourceTypes',
      'recording_group.recording_strategy.use_only': 'RecordingGroup.RecordingStrategy.UseOnly',
      'recording_group.exclusion_by_resource_types.resource_types': 'RecordingGroup.ExclusionByResourceTypes.ResourceTypes',
    }),
    aws_config_configuration_recorder_status: satellite(recorder, 'name', { is_enabled: '#Recording' }),
    aws_config_delivery_channel: resource('AWS::Config::DeliveryChannel', { s3_bucket_name: 'S3BucketName', s3_key_prefix: 'S3KeyPrefix', s3_kms_key_arn: 'S3KmsKeyArn', sns_topic_arn: 'SnsTopicARN', name: 'Name' }),
    aws_config_configuration_aggregator: resource('AWS::Config::ConfigurationAggregator', {
      name: 'ConfigurationAggregatorName',
      account_aggregation_source: ['AccountAggregationSources', eachBlock({ all_regions: 'AllAwsRegions', regions: 'AwsRegions', account_ids: 'AccountIds' })],
      'organization_aggregation_source.all_regions': 'OrganizationAggregationSource.AllAwsRegions',
      'organization_aggregation_source.regions': 'OrganizationAggregationSource.AwsRegions',
      'organization_aggregation_source.role_arn': 'OrganizationAggregationSource.RoleArn',
    }),
    aws_config_config_rule: resource('AWS::Config::ConfigRule', { name: 'ConfigRuleName', description: 'Description', 'source.owner': 'Source.Owner', 'source.source_identifier': 'Source.SourceIdentifier' }),
    aws_securityhub_account: resource('AWS::SecurityHub::Hub', {}, { same: ['enable_default_standards', 'control_finding_generator', 'auto_enable_controls'] }),
    aws_securityhub_standards_subscription: resource('AWS::SecurityHub::Standard', { standards_arn: 'StandardsArn' }),
    aws_accessanalyzer_analyzer: resource('AWS::AccessAnalyzer::Analyzer', { analyzer_name: 'AnalyzerName', type: 'Type', tags: ['Tags', keyValue] }),
  },
};
