import { every, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-no-privileged-containers',
  title: 'Containers are not privileged',
  row: 'runtime',
  severity: 'high',
  on: 'AWS::ECS::TaskDefinition',
  why: 'A privileged container is root on its host: a flaw in the app becomes the host, and every other task on it.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy',
    effort: 'hours',
    reach: 'the host and its tasks',
    trap: 'isolation is believed to hold whatever the flag says',
  },
  evaluate: ({ ContainerDefinitions }) => every(ContainerDefinitions, (container) => not(isTrue(container.Privileged))),
  fix: {
    terraform: `container_definitions = jsonencode([{ name = "web", image = "web:1", privileged = false }])`,
    cloudformation: `Privileged: false`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  equivalents: {
    checkov: equal('CKV_AWS_334'),
    prowler: equal('ecs_task_definitions_containers_privileged', 'ecs_task_definitions_no_privileged_containers'),
  },
  examples: {
    good: [
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
                  Privileged: false
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            privileged = true
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
                  Privileged: true
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
            privileged = var.v
          }])
        }
      `,
    ],
  },
});
