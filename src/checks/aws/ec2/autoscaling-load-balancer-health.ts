import { any, isNotEmpty, test } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-autoscaling-load-balancer-health',
  title: 'Scaling groups behind a load balancer replace what it finds ill',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  why: 'A machine that runs but does not answer stays in service until someone notices.',
  cwe: ['CWE-754'],
  judgement: {
    detection: 'hard: the machine looks well',
    effort: 'one line',
    reach: 'the service',
    trap: 'the load balancer stops sending, so the machine is taken to be replaced',
  },
  applies: ({ TargetGroupARNs: groups, LoadBalancerNames: names }) => any(isNotEmpty(groups), isNotEmpty(names)),
  evaluate: ({ HealthCheckType: type }) => test(type, (value) => String(value).split(',').includes('ELB')),
  fix: {
    terraform: 'health_check_type = "ELB"',
    cloudformation: 'HealthCheckType: ELB',
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_15'),
    prowler: equal('autoscaling_group_elb_health_check_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          target_group_arns = ["arn:1"]
          health_check_type = "ELB"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: "1"
              MaxSize: "2"
              TargetGroupARNs: [arn:1]
              HealthCheckType: ELB
      `,
    ],
    bad: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          target_group_arns = ["arn:1"]
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: "1"
              MaxSize: "2"
              TargetGroupARNs: [arn:1]
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          target_group_arns = ["arn:1"]
          health_check_type = var.x
        }
      `,
    ],
  },
});
