import { any, equals, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-latest-platform',
  title: 'Fargate service runs on the latest platform',
  row: 'os',
  severity: 'medium',
  on: 'AWS::ECS::Service',
  why: 'A pinned Fargate platform stops getting kernel and runtime patches.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy',
    effort: 'a minute',
    reach: 'every task',
    trap: 'a pinned version is taken for a stable one',
  },
  applies: ({ LaunchType }) => equals(LaunchType, 'FARGATE'),
  evaluate: ({ PlatformVersion }) => any(isAbsent(PlatformVersion), equals(PlatformVersion, 'LATEST')),
  fix: {
    terraform: `platform_version = "LATEST"`,
    cloudformation: `PlatformVersion: LATEST`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'],
  equivalents: {
    checkov: equal('CKV_AWS_332'),
    prowler: equal('ecs_service_fargate_latest_platform_version'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          launch_type = "FARGATE"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::ECS::Service
            Properties:
              TaskDefinition: t
              LaunchType: FARGATE
              PlatformVersion: LATEST
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          launch_type      = "FARGATE"
          platform_version = "1.3.0"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::ECS::Service
            Properties:
              TaskDefinition: t
              LaunchType: FARGATE
              PlatformVersion: 1.3.0
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          launch_type      = "FARGATE"
          platform_version = var.v
        }
      `,
    ],
  },
});
