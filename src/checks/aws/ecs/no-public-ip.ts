import { equals, isNotEmpty, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-no-public-ip',
  title: 'Service gives its tasks no public address',
  row: 'network',
  severity: 'high',
  on: 'AWS::ECS::Service',
  why: 'A task with a public address is reachable from the internet past the load balancer and its firewall.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy',
    effort: 'hours: private subnets and endpoints',
    reach: 'every task',
    trap: 'the security group is believed to be enough',
  },
  applies: ({ NetworkConfiguration }) => isNotEmpty(NetworkConfiguration.AwsvpcConfiguration),
  evaluate: ({ NetworkConfiguration: { AwsvpcConfiguration: net } }) => not(equals(net.AssignPublicIp, 'ENABLED')),
  fix: {
    terraform: `assign_public_ip = false`,
    cloudformation: `AssignPublicIp: DISABLED`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html'],
  equivalents: {
    checkov: equal('CKV_AWS_333'),
    prowler: equal('ecs_service_no_assign_public_ip'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          network_configuration {
            subnets = ["subnet-1"]
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::ECS::Service
            Properties:
              TaskDefinition: t
              NetworkConfiguration:
                AwsvpcConfiguration:
                  Subnets: [subnet-1]
                  AssignPublicIp: DISABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          network_configuration {
            subnets          = ["subnet-1"]
            assign_public_ip = true
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::ECS::Service
            Properties:
              TaskDefinition: t
              NetworkConfiguration:
                AwsvpcConfiguration:
                  Subnets: [subnet-1]
                  AssignPublicIp: ENABLED
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = bool
        }
        resource "aws_ecs_service" "s" {
          name            = "s"
          cluster         = "c"
          task_definition = "t"
          network_configuration {
            subnets          = ["subnet-1"]
            assign_public_ip = var.v
          }
        }
      `,
    ],
  },
});
