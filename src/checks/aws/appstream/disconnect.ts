import { all, atMost, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appstream-disconnect',
  title: 'Desktops that were left end within five minutes',
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
  evaluate: ({ DisconnectTimeoutInSeconds: seconds }) => all(isPresent(seconds), atMost(seconds, 300), isPresent(seconds)),
  fix: {
    terraform: `disconnect_timeout_in_seconds = 300`,
    cloudformation: `DisconnectTimeoutInSeconds: 300`,
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/create-fleets.html'],
  equivalents: {
    prowler: equal('appstream_fleet_session_disconnect_timeout'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                          = "f"
          instance_type                 = "stream.standard.small"
          disconnect_timeout_in_seconds = 300
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              DisconnectTimeoutInSeconds: 300
      `,
    ],
    bad: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                          = "f"
          instance_type                 = "stream.standard.small"
          disconnect_timeout_in_seconds = 600
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              DisconnectTimeoutInSeconds: 600
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_appstream_fleet" "r" {
          name                          = "f"
          instance_type                 = "stream.standard.small"
          disconnect_timeout_in_seconds = var.x
        }
      `,
    ],
  },
});
