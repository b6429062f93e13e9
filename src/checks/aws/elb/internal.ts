import { equals, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-internal',
  title: 'Load balancer is not on the internet',
  row: 'network',
  severity: 'low',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Each public entry is one more to watch; many are public only because that is the default.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy',
    effort: 'a new load balancer: the scheme cannot be changed',
    reach: 'everything behind it',
    trap: 'the default is taken to be internal',
  },
  applies: ({ Type: type }) => not(equals(type, 'gateway')),
  evaluate: ({ Scheme: scheme }) => equals(scheme, 'internal'),
  fix: {
    terraform: 'internal = true',
    cloudformation: 'Scheme: internal',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html'],
  equivalents: {
    trivy: broader('AVD-AWS-0053'),
    prowler: broader('elbv2_internet_facing'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          internal = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              Scheme: internal
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          internal = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              Scheme: internet-facing
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          internal = var.x
        }
      `,
    ],
  },
});
