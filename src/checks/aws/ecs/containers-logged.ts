import { every, isNotEmpty, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-containers-logged',
  title: 'Every container of a task keeps a log',
  row: 'logging',
  severity: 'low',
  on: 'AWS::ECS::TaskDefinition',
  why: 'What a container prints is gone with it; without a log nobody can tell what it did.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  applies: ({ ContainerDefinitions: containers }) => isNotEmpty(containers),
  evaluate: ({ ContainerDefinitions: containers }) => every(containers, ({ LogConfiguration: { LogDriver: driver } }) => isPresent(driver)),
  fix: {
    terraform: `container_definitions = jsonencode([{ name = "c", image = "shop:1", logConfiguration = { logDriver = "awslogs", options = {} } }])`,
    cloudformation: `ContainerDefinitions:
  - Name: c
    Image: shop:1
    LogConfiguration:
      LogDriver: awslogs`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html'],
  equivalents: {
    prowler: equal('ecs_task_definitions_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "r" {
          family                = "t"
          container_definitions = jsonencode([{ name = "c", image = "shop:1", logConfiguration = { logDriver = "awslogs", options = {} } }])
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
                  LogConfiguration:
                    LogDriver: awslogs
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "r" {
          family                = "t"
          container_definitions = jsonencode([{ name = "c", image = "shop:1" }])
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
      `,
    ],
    unknown: [],
  },
});
