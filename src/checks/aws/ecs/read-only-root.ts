import { every, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-read-only-root',
  title: 'Containers cannot write to their root file system',
  row: 'runtime',
  severity: 'low',
  on: 'AWS::ECS::TaskDefinition',
  why: 'A writable root file system lets an intruder keep tools and change the app.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy',
    effort: 'hours: find what the app writes',
    reach: 'one container',
    trap: 'containers are believed to be immutable',
  },
  evaluate: ({ ContainerDefinitions }) => every(ContainerDefinitions, (container) => isTrue(container.ReadonlyRootFilesystem)),
  fix: {
    terraform: `readonlyRootFilesystem = true`,
    cloudformation: `ReadonlyRootFilesystem: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  equivalents: {
    checkov: equal('CKV_AWS_336'),
    prowler: equal('ecs_task_definitions_containers_readonly_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            readonlyRootFilesystem = true
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
                  ReadonlyRootFilesystem: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"

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
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = bool
        }
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            readonlyRootFilesystem = var.v
          }])
        }
      `,
    ],
  },
});
