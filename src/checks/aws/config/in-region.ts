import { isTrue, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-config-in-region',
  title: 'Region has a recorder that records',
  row: 'logging',
  severity: 'medium',
  on: 'Demarc::AWS::Region',
  why: 'Without the history of settings nobody can say when a door was opened, or by whom.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: nothing tells of what is not watched',
    effort: 'minutes',
    reach: 'everything in the region',
    trap: 'the recorder exists',
  },
  evaluate: (_, { here, from, resource }) =>
    lacking(
      someLinked(here('AWS::Config::ConfigurationRecorder'), (_found, member) => isTrue(from(member.resource).facts.Recording as Field<boolean>)),
      resource,
      'AWS::Config::ConfigurationRecorder',
      'no recorder records in the region',
    ),
  fix: { aws: `aws configservice start-configuration-recorder --configuration-recorder-name default --region REGION` },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
  equivalents: {
    prowler: equal('config_recorder_all_regions_enabled'),
  },
  examples: {
    good: [
      account`{"config": {"DescribeConfigurationRecordersCommand {}": {"ConfigurationRecorders": [{"name": "default", "recordingGroup": {"allSupported": true}}]}, "DescribeConfigurationRecorderStatusCommand {\"ConfigurationRecorderNames\":[\"default\"]}": {"ConfigurationRecordersStatus": [{"name": "default", "recording": true}]}}}`,
    ],
    bad: [
      account`{"config": {"DescribeConfigurationRecordersCommand {}": {"ConfigurationRecorders": []}, "DescribeConfigurationRecorderStatusCommand {\"ConfigurationRecorderNames\":[\"default\"]}": {"ConfigurationRecordersStatus": [{"name": "default", "recording": false}]}}}`,
      account`{"config": {"DescribeConfigurationRecordersCommand {}": {"ConfigurationRecorders": [{"name": "default", "recordingGroup": {"allSupported": true}}]}, "DescribeConfigurationRecorderStatusCommand {\"ConfigurationRecorderNames\":[\"default\"]}": {"ConfigurationRecordersStatus": [{"name": "default", "recording": false}]}}}`,
    ],
    unknown: [
      account`{"config": {"DescribeConfigurationRecordersCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
