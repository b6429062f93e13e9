import { all, any, because, equals, isAbsent, isTrue } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-config-records-everything',
  title: 'Recorder keeps the history of all resource types, global ones included',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::Config::ConfigurationRecorder',
  why: 'What Config does not record has no history: after a break-in nobody can say who opened what and when. IAM is recorded only when global types are.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the recorder runs',
    effort: 'seconds',
    reach: 'the history of the region, and of IAM',
    trap: 'all supported types include the global ones',
  },
  evaluate: ({ RecordingGroup: group }, { resource, all: every }) => {
      const everywhere = every('AWS::Config::ConfigurationRecorder');
      // Global types need a recorder in one region; in the others they would only be charged again.
      const elsewhere = { ...everywhere, members: everywhere.members.filter((one) => one.resource.region !== resource.region) };
      const global = any(isTrue(group.IncludeGlobalResourceTypes), someLinked(elsewhere, ({ RecordingGroup: other }) => isTrue(other.IncludeGlobalResourceTypes)));
      // A list of types is recorded instead of all of them, whatever the default of the other switch says.
      const whole = all(isTrue(group.AllSupported), because(isAbsent(group.ResourceTypes), (truth) => (truth === false ? 'only the types listed in `ResourceTypes` are recorded' : undefined)), because(global, (truth) => (truth === false ? 'no recorder includes the global types, such as IAM' : undefined)));
      return any(equals(group.RecordingStrategy.UseOnly, 'ALL_SUPPORTED_RESOURCE_TYPES'), whole);
    },
  fix: {
    terraform: `resource "aws_config_configuration_recorder" "r" {
  role_arn = "arn:aws:iam::111122223333:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}`,
    cloudformation: `Resources:
  R:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::111122223333:role/config
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: true`,
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html'],
  equivalents: {
    checkov: narrower('CKV2_AWS_48'),
  },
  examples: {
    good: [
      tf`
        resource "aws_config_configuration_recorder" "r" {
          role_arn = "arn:aws:iam::111122223333:role/config"
          recording_group {
            all_supported                 = true
            include_global_resource_types = true
          }
        }
      `,
      tf`
        provider "aws" {
          region = "eu-west-1"
        }
        provider "aws" {
          alias  = "virginia"
          region = "us-east-1"
        }
        resource "aws_config_configuration_recorder" "here" {
          role_arn = "arn:aws:iam::111122223333:role/config"
        }
        resource "aws_config_configuration_recorder" "virginia" {
          provider = aws.virginia
          role_arn = "arn:aws:iam::111122223333:role/config"
          recording_group {
            include_global_resource_types = true
          }
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
                IncludeGlobalResourceTypes: true
      `,
    ],
    bad: [
      tf`
        resource "aws_config_configuration_recorder" "r" {
          role_arn = "arn:aws:iam::111122223333:role/config"
          recording_group {
            all_supported                 = true
            include_global_resource_types = false
          }
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
                IncludeGlobalResourceTypes: true
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Config::ConfigurationRecorder
            Properties:
              RoleARN: arn:aws:iam::111122223333:role/config
              RecordingGroup:
                ResourceTypes: ['AWS::EC2::Volume']
                IncludeGlobalResourceTypes: true
      `,
    ],
    unknown: [
      tf`
        variable "global" {}
        resource "aws_config_configuration_recorder" "r" {
          role_arn = "arn:aws:iam::111122223333:role/config"
          recording_group {
            all_supported                 = true
            include_global_resource_types = var.global
          }
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
                IncludeGlobalResourceTypes: true
      `,
    ],
  },
});
