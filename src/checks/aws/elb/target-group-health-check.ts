import { isPresent, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-target-group-health-check',
  title: 'Load balancer asks its targets for a page',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  why: 'A machine that accepts connections but does not answer stays in service.',
  cwe: ['CWE-754'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the service',
    trap: 'an open port is taken for health',
  },
  applies: ({ Protocol: protocol }) => oneOf(protocol, ['HTTP', 'HTTPS']),
  evaluate: ({ HealthCheckPath: path }) => isPresent(path),
  fix: {
    terraform: `health_check {
  path = "/health"
}`,
    cloudformation: 'HealthCheckPath: /health',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  equivalents: {
    checkov: equal('CKV_AWS_261'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb_target_group" "t" {
          protocol = "HTTPS"
          port     = 443
          health_check {
            path = "/health"
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Protocol: HTTPS
              HealthCheckPath: /health
      `,
    ],
    bad: [
      tf`
        resource "aws_lb_target_group" "t" {
          protocol = "HTTPS"
          port     = 443
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ElasticLoadBalancingV2::TargetGroup
            Properties:
              Protocol: HTTPS
              Port: 443
      `,
    ],
    unknown: [],
  },
});
