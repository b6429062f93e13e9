import { any, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-events-permission-names-account',
  title: 'Permission on an event bus names an account',
  row: 'data',
  severity: 'high',
  on: 'AWS::Events::EventBusPolicy',
  why: 'The principal * without an organization lets every AWS account send events that your rules act on.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the account, or the organization',
    reach: 'everything that a rule starts',
    trap: 'the statement id is taken to be needed',
  },
  applies: ({ Principal: who }) => isPresent(who),
  evaluate: ({ Principal: who, Condition: { Value: organization } }) => any(not(equals(who, '*')), isPresent(organization)),
  fix: {
    terraform: `principal = "111122223333"`,
    cloudformation: `Principal: "111122223333"`,
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_event_permission" "r" {
          statement_id = "s"
          principal    = "111122223333"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: s
              Action: events:PutEvents
              Principal: "111122223333"
      `,
      tf`
        resource "aws_cloudwatch_event_permission" "r" {
          statement_id = "s"
          principal    = "*"
          condition {
            key   = "aws:PrincipalOrgID"
            type  = "StringEquals"
            value = "o-1234567890"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_event_permission" "r" {
          statement_id = "s"
          principal    = "*"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: s
              Action: events:PutEvents
              Principal: "*"
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_cloudwatch_event_permission" "r" {
          statement_id = "s"
          principal    = var.x
        }
      `,
    ],
  },
});
