import { all, atMost, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appstream-session-length',
  title: 'Streamed desktops end within ten hours',
  row: 'identity',
  severity: 'info',
  on: 'AWS::AppStream::Fleet',
  why: 'A session that stays open is one for whoever sits down next, or holds its token.',
  cwe: ['CWE-613'],
  judgement: {
    detection: 'easy: a number',
    effort: 'one line',
    reach: 'what the user may do',
    trap: 'users are taken to sign out',
  },
  evaluate: ({ MaxUserDurationInSeconds: seconds }) => all(isPresent(seconds), atMost(seconds, 36000), isPresent(seconds)),
  fix: {
    terraform: `max_user_duration_in_seconds = 36000`,
    cloudformation: `MaxUserDurationInSeconds: 36000`,
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/create-fleets.html'],
  equivalents: {
    prowler: equal('appstream_fleet_maximum_session_duration'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                         = "f"
          instance_type                = "stream.standard.small"
          max_user_duration_in_seconds = 36000
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              MaxUserDurationInSeconds: 36000
      `,
    ],
    bad: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                         = "f"
          instance_type                = "stream.standard.small"
          max_user_duration_in_seconds = 72000
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              MaxUserDurationInSeconds: 72000
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_appstream_fleet" "r" {
          name                         = "f"
          instance_type                = "stream.standard.small"
          max_user_duration_in_seconds = var.x
        }
      `,
    ],
  },
});
