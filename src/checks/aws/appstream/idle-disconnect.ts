import { all, atMost, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appstream-idle-disconnect',
  title: 'Idle desktops are cut off within ten minutes',
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
  evaluate: ({ IdleDisconnectTimeoutInSeconds: seconds }) => all(isPresent(seconds), atMost(seconds, 600), not(equals(seconds, 0))),
  fix: {
    terraform: `idle_disconnect_timeout_in_seconds = 600`,
    cloudformation: `IdleDisconnectTimeoutInSeconds: 600`,
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/create-fleets.html'],
  equivalents: {
    prowler: equal('appstream_fleet_session_idle_disconnect_timeout'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                               = "f"
          instance_type                      = "stream.standard.small"
          idle_disconnect_timeout_in_seconds = 600
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              IdleDisconnectTimeoutInSeconds: 600
      `,
    ],
    bad: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                               = "f"
          instance_type                      = "stream.standard.small"
          idle_disconnect_timeout_in_seconds = 1200
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              IdleDisconnectTimeoutInSeconds: 1200
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_appstream_fleet" "r" {
          name                               = "f"
          instance_type                      = "stream.standard.small"
          idle_disconnect_timeout_in_seconds = var.x
        }
      `,
    ],
  },
});
