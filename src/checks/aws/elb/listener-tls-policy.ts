import { matches, oneOf } from '../../../model/index.js';
import { STRONG_POLICY } from './tls.js';
import { broader, cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-listener-tls-policy',
  title: 'Listener speaks TLS 1.2 or newer',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  why: 'TLS 1.0 and 1.1 have known breaks; whoever sits on the way can downgrade to them.',
  cwe: ['CWE-326', 'CWE-327'],
  judgement: {
    detection: 'hard: clients connect either way',
    effort: 'one line; clients older than 2015 are left out',
    reach: 'every connection',
    trap: 'HTTPS is taken to be safe whatever its version',
  },
  applies: ({ Protocol: protocol }) => oneOf(protocol, ['HTTPS', 'TLS']),
  evaluate: ({ SslPolicy: policy }) => matches(policy, STRONG_POLICY),
  fix: {
    terraform: 'ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"',
    cloudformation: 'SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
  equivalents: {
    checkov: [...narrower('CKV_AWS_103'), ...broader('CKV2_AWS_74')],
    trivy: equal('AVD-AWS-0047'),
    prowler: equal('elbv2_insecure_ssl_ciphers'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: arn:1
              Port: 443
              Protocol: HTTPS
              SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
              DefaultActions:
                - Type: forward
                  TargetGroupArn: arn:2
      `,
    ],
    bad: [
      tf`
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = "ELBSecurityPolicy-2016-08"
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: arn:1
              Port: 443
              Protocol: HTTPS
              DefaultActions:
                - Type: forward
                  TargetGroupArn: arn:2
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
          port              = 443
          protocol          = "HTTPS"
          ssl_policy        = var.x
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
    ],
  },
});
