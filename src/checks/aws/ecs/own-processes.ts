import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-own-processes',
  title: 'Task sees its own processes only',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::ECS::TaskDefinition',
  why: 'With the process namespace of the host a task sees, and with luck enters, every other task on the machine.',
  cwe: ['CWE-653'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line',
    reach: 'every task on the same machine',
    trap: 'the mode is copied from a monitoring guide',
  },
  evaluate: ({ PidMode: mode }) => not(equals(mode, 'host')),
  fix: {
    terraform: `pid_mode = "task"`,
    cloudformation: `PidMode: task`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html'],
  equivalents: {
    checkov: equal('CKV_AWS_335'),
    prowler: equal('ecs_task_definitions_host_namespace_not_shared'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "r" {
          family                = "t"
          container_definitions = jsonencode([{ name = "c", image = "shop:1" }])
          pid_mode              = "task"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: t
              ContainerDefinitions:
                - Name: c
                  Image: shop:1
              PidMode: task
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "r" {
          family                = "t"
          container_definitions = jsonencode([{ name = "c", image = "shop:1" }])
          pid_mode              = "host"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: t
              ContainerDefinitions:
                - Name: c
                  Image: shop:1
              PidMode: host
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_ecs_task_definition" "r" {
          family                = "t"
          container_definitions = jsonencode([{ name = "c", image = "shop:1" }])
          pid_mode              = var.x
        }
      `,
    ],
  },
});
