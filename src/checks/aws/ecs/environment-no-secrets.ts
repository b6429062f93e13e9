import { every } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { nameOf, noSecretIn } from '../secrets.js';

export default defineCheck({
  id: 'aws-ecs-environment-no-secrets',
  title: 'Containers keep no credential in their environment',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::ECS::TaskDefinition',
  why: 'A task definition is readable by many and kept in every revision: a credential in it is leaked, and stays so.',
  cwe: ['CWE-798', 'CWE-526'],
  judgement: {
    detection: 'hard: the console shows it to every reader',
    effort: 'hours: move it to Secrets Manager and name it in secrets',
    reach: 'whatever the credential opens',
    trap: 'an environment value is taken for private to the process',
  },
  evaluate: ({ ContainerDefinitions }) => every(ContainerDefinitions, (container) => every(container.Environment, (variable) => noSecretIn(variable.Value, nameOf(variable.Name)))),
  fix: {
    terraform: `secrets = [{ name = "DATABASE_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]`,
    cloudformation: `Secrets:
  - Name: DATABASE_PASSWORD
    ValueFrom: !Ref DatabaseSecret`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0036'),
    prowler: equal('ecs_task_definitions_no_environment_secrets'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            environment = [{ name = "STAGE", value = "prod" }]
          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: app
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  Environment:
                    - Name: DB_PASSWORD
                      Value: "{{resolve:secretsmanager:db}}"
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            environment = [{ name = "DB_PASSWORD", value = "correct-horse-battery" }]
          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: app
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  Environment:
                    - Name: KEY
                      Value: AKIAIOSFODNN7EXAMPLE
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            environment = [{ name = "DB_PASSWORD", value = var.v }]
          }])
        }
      `,
    ],
  },
});
