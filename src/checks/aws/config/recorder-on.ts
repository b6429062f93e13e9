import { type Field, all, any, decide, isFalse, isTrue, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-config-recorder-on',
  title: 'Recorder runs and keeps all supported types',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::Config::ConfigurationRecorder',
  why: 'A recorder is made stopped. Until it is started it looks installed and records nothing.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the recorder is in every inventory',
    effort: 'seconds',
    reach: 'the history of the region',
    trap: 'the recorder exists',
  },
  evaluate: ({ RecordingGroup: group }, { facts, resource }) => all(not(isFalse(group.AllSupported)), any(decide(resource.dialect === 'cloudformation'), isTrue(facts.Recording as Field<boolean>))),
  fix: {
    terraform: `resource "aws_config_configuration_recorder" "r" {
  name     = "all"
  role_arn = "arn:aws:iam::111122223333:role/config"
}
resource "aws_config_configuration_recorder_status" "r" {
  name       = aws_config_configuration_recorder.r.name
  is_enabled = true
}`,
    cloudformation: `Resources:
  R:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::111122223333:role/config
      RecordingGroup:
        AllSupported: true`,
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_45'),
    prowler: broader('config_recorder_all_regions_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_config_configuration_recorder" "r" {
          name     = "all"
          role_arn = "arn:aws:iam::111122223333:role/config"
        }
        resource "aws_config_configuration_recorder_status" "r" {
          name       = aws_config_configuration_recorder.r.name
          is_enabled = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::111122223333:role/config
              RecordingGroup:
                AllSupported: true
      `,
    ],
    bad: [
      tf`
        resource "aws_config_configuration_recorder" "r" {
          name     = "all"
          role_arn = "arn:aws:iam::111122223333:role/config"
        }
        resource "aws_config_configuration_recorder_status" "r" {
          name       = aws_config_configuration_recorder.r.name
          is_enabled = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::111122223333:role/config
              RecordingGroup:
                AllSupported: false
      `,
    ],
    unknown: [
      tf`
        variable "on" {}
        resource "aws_config_configuration_recorder" "r" {
          name     = "all"
          role_arn = "arn:aws:iam::111122223333:role/config"
        }
        resource "aws_config_configuration_recorder_status" "r" {
          name       = aws_config_configuration_recorder.r.name
          is_enabled = var.on
        }
      `,
      cfn`
        Parameters:
          PAll:
            Type: String
        Resources:
          R:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::111122223333:role/config
              RecordingGroup:
                AllSupported: !Ref PAll
      `,
    ],
  },
});
