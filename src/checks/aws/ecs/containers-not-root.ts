import { every, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-containers-not-root',
  title: 'Containers do not run as root',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::ECS::TaskDefinition',
  why: 'Root in the container is the first half of an escape, and owns every file of the app.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy',
    effort: 'hours: the image needs a user',
    reach: 'one container',
    trap: 'root in a container is taken for someone else than root',
  },
  evaluate: ({ ContainerDefinitions }) => every(ContainerDefinitions, (container) => not(matches(container.User, /^(root|0)(:|$)/))),
  fix: {
    terraform: `user = "10001"`,
    cloudformation: `User: "10001"`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  equivalents: {
    prowler: narrower('ecs_task_definitions_host_networking_mode_users'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            user = "10001"
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
                  User: "10001"
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"
            user = "root"
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
                  User: "0:0"
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
            user = var.v
          }])
        }
      `,
    ],
  },
});
