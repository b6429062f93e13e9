import { every, isNotEmpty, some, test, type TextPart } from '../../../model/index.js';
import { account, cfn, defineCheck, tf } from '../../define.js';

/** A secret or a parameter, whole or one of its keys: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html. */
const KEPT = /^arn:[^:]*:(?:secretsmanager:[^:]*:\d{12}:secret:|ssm:[^:]*:\d{12}:parameter\/)./;

/** What stands in place of an ARN in code: a secret itself, or the ARN of a secret or parameter. */
function named(parts: readonly TextPart[]): boolean | undefined {
  const [first] = parts;
  if (first === undefined || first === null) return undefined;
  if (typeof first === 'string') return /^arn:[^:]*:(?:secretsmanager|ssm):/.test(first) ? true : first.startsWith('arn:') ? undefined : false;
  if (/^arn$|^id$|Arn$/i.test(first.attribute) || /secretsmanager|master_user_secret/.test(`${first.address}.${first.attribute}`)) return true;
  // `Ref` gives a secret its ARN, a parameter its name.
  return first.attribute === 'name' ? false : undefined;
}

export default defineCheck({
  id: 'aws-ecs-secrets-by-arn',
  title: 'Containers name their secrets by ARN',
  row: 'secrets',
  severity: 'low',
  on: 'AWS::ECS::TaskDefinition',
  why: 'A bare name is looked up wherever the task runs: in another account or region it is another parameter, or one that somebody else put there. An ARN says whose secret it is, and the role that reads it can be held to that one.',
  cwe: ['CWE-610'],
  judgement: {
    detection: 'hard: the task starts with the wrong value',
    effort: 'minutes: the ARN in place of the name',
    reach: 'whatever the secret opens',
    trap: 'a name is taken to be unique',
  },
  applies: ({ ContainerDefinitions }) => some(ContainerDefinitions, ({ Secrets }) => isNotEmpty(Secrets)),
  evaluate: ({ ContainerDefinitions }) => every(ContainerDefinitions, ({ Secrets }) => every(Secrets, ({ ValueFrom: from }) => test(from, (text) => KEPT.test(String(text)), { partial: named }))),
  fix: {
    terraform: `secrets = [{ name = "DATABASE_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]`,
    cloudformation: `Secrets:
  - Name: DATABASE_PASSWORD
    ValueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:database-AbCdEf`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html', 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_secretsmanager_secret" "db" {
          name = "db"
        }
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name    = "web"
            image   = "web:1"
            secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
          }])
        }
      `,
      tf`
        resource "aws_secretsmanager_secret" "db" {
          name = "db"
        }
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name    = "web"
            image   = "web:1"
            secrets = [{ name = "DB_PASSWORD", valueFrom = "\${aws_secretsmanager_secret.db.arn}:password::" }]
          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  Secrets:
                    - Name: DB_PASSWORD
                      ValueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf
      `,
      account`{"ecs": {"ListTaskDefinitionFamiliesCommand {\"status\":\"ACTIVE\"}": {"families": ["app"]}, "DescribeTaskDefinitionCommand {\"taskDefinition\":\"app\",\"include\":[\"TAGS\"]}": {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/app:1", "family": "app", "containerDefinitions": [{"name": "web", "image": "web:1", "secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/db"}]}]}}}}`,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name    = "web"
            image   = "web:1"
            secrets = [{ name = "DB_PASSWORD", valueFrom = "/app/db-password" }]
          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  Secrets:
                    - Name: DB_PASSWORD
                      ValueFrom: /app/db-password
      `,
    ],
    unknown: [
      tf`
        variable "secret" {}
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name    = "web"
            image   = "web:1"
            secrets = [{ name = "DB_PASSWORD", valueFrom = var.secret }]
          }])
        }
      `,
    ],
  },
});
