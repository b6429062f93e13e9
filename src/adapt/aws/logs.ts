/** CloudWatch: log groups, what watches them, and alarms. */
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { eachBlock, resource, satellite } from '../table.js';

export const logs: ServiceRules = {
  terraform: {
    aws_cloudwatch_log_group: resource('AWS::Logs::LogGroup', { name: 'LogGroupName', tags: ['Tags', keyValue] }, { same: ['retention_in_days', 'kms_key_id', 'log_group_class'] }),
    aws_cloudwatch_log_data_protection_policy: satellite('AWS::Logs::LogGroup', 'log_group_name', { policy_document: ['DataProtectionPolicy', document] }),
    aws_cloudwatch_log_metric_filter: resource(
      'AWS::Logs::MetricFilter',
      {
        name: 'FilterName',
        pattern: 'FilterPattern',
        metric_transformation: [
          'MetricTransformations',
          eachBlock({ name: 'MetricName', namespace: 'MetricNamespace', value: 'MetricValue', default_value: 'DefaultValue', unit: 'Unit' }),
        ],
      },
      { same: ['log_group_name'] },
    ),
    aws_cloudwatch_log_subscription_filter: resource('AWS::Logs::SubscriptionFilter', { name: 'FilterName' }, { same: ['log_group_name', 'filter_pattern', 'destination_arn', 'role_arn', 'distribution'] }),
    aws_cloudwatch_log_resource_policy: resource('AWS::Logs::ResourcePolicy', { policy_name: 'PolicyName', policy_document: ['PolicyDocument', document] }),
    aws_cloudwatch_log_destination: resource('AWS::Logs::Destination', { name: 'DestinationName' }, { same: ['target_arn', 'role_arn'] }),
    aws_cloudwatch_log_destination_policy: satellite('AWS::Logs::Destination', 'destination_name', { access_policy: ['DestinationPolicy', document] }),
    aws_cloudwatch_metric_alarm: resource('AWS::CloudWatch::Alarm', { ok_actions: 'OKActions', tags: ['Tags', keyValue] }, {
      same: ['alarm_name', 'alarm_description', 'actions_enabled', 'alarm_actions', 'insufficient_data_actions', 'metric_name', 'namespace', 'statistic', 'period', 'evaluation_periods', 'threshold', 'comparison_operator', 'treat_missing_data'],
    }),
    aws_cloudwatch_composite_alarm: resource('AWS::CloudWatch::CompositeAlarm', { ok_actions: 'OKActions' }, { same: ['alarm_name', 'alarm_rule', 'alarm_actions', 'actions_enabled', 'insufficient_data_actions'] }),
    aws_cloudwatch_dashboard: resource('AWS::CloudWatch::Dashboard', {}, { same: ['dashboard_name'] }),
  },
};
