import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-target-group-encryption',
  title: 'Load balancer encrypts to its targets',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  why: 'Inside the network the last stretch is in the clear, for whoever gets in.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard',
    effort: 'hours: the targets need certificates',
    reach: 'traffic inside the network',
    trap: 'the private network is taken to be a wall',
  },
  evaluate: ({ Protocol: protocol }) => not(equals(protocol, 'HTTP')),
  fix: {
    terraform: 'protocol = "HTTPS"',
    cloudformation: 'Protocol: HTTPS',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html'],
  equivalents: {
    checkov: equal('CKV_AWS_378'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb_target_group" "t" {
          port     = 443
          vpc_id   = "vpc-1"
          protocol = "HTTPS"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 443
              Protocol: HTTPS
      `,
    ],
    bad: [
      tf`
        resource "aws_lb_target_group" "t" {
          port     = 443
          vpc_id   = "vpc-1"
          protocol = "HTTP"
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Port: 443
              Protocol: HTTP
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb_target_group" "t" {
          port     = 443
          vpc_id   = "vpc-1"
          protocol = var.x
        }
      `,
    ],
  },
});
