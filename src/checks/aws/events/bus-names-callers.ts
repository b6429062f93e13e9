import { cfn, defineCheck, equal, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-events-bus-names-callers',
  title: 'Event bus\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::Events::EventBus',
  why: 'Whoever may put events on the bus makes its rules run: functions, builds and queues act on what strangers send.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of what the rules do',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_cloudwatch_event_bus_policy" "p" {
  event_bus_name = aws_cloudwatch_event_bus.b.name
  policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "events:PutEvents", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "events:PutEvents", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  equivalents: {
    prowler: equal('eventbridge_bus_exposed'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cloudwatch_event_bus" "b" {
          name = "orders"
        }

        resource "aws_cloudwatch_event_bus_policy" "p" {
          event_bus_name = aws_cloudwatch_event_bus.b.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "events:PutEvents", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_cloudwatch_event_bus" "b" {
          name = "orders"
        }

        resource "aws_cloudwatch_event_bus_policy" "p" {
          event_bus_name = aws_cloudwatch_event_bus.b.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::Events::EventBus
            Properties:
              Name: orders
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "events:PutEvents", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_cloudwatch_event_bus" "b" {
          name = "orders"
        }

        resource "aws_cloudwatch_event_bus_policy" "p" {
          event_bus_name = aws_cloudwatch_event_bus.b.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "events:PutEvents", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_cloudwatch_event_bus" "b" {
          name = "orders"
        }

        resource "aws_cloudwatch_event_bus_policy" "p" {
          event_bus_name = aws_cloudwatch_event_bus.b.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::Events::EventBus
            Properties:
              Name: orders
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "events:PutEvents", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_cloudwatch_event_bus" "b" {
          name = "orders"
        }

        resource "aws_cloudwatch_event_bus_policy" "p" {
          event_bus_name = aws_cloudwatch_event_bus.b.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "events:PutEvents", Resource = "*" }] })
        }
      `,
    ],
  },
});
