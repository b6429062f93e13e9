import { all, any, equals, every, isNotEmpty, isPresent, matches, not } from '../../../model/index.js';
import { everyLinked, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-http-redirect',
  title: 'Load balancer redirects plain HTTP',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Visitors who type the name without https talk in the clear until something sends them over.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: browsers warn',
    effort: 'minutes',
    reach: 'all who use the service',
    trap: 'an HTTPS listener is taken to close the other',
  },
  applies: ({ Type: type }, { pointingHere }) => all(equals(type, 'application'), someLinked(pointingHere('AWS::ElasticLoadBalancingV2::Listener'), (listener) => isPresent(listener.Protocol))),
  evaluate: (_, { pointingHere }) =>
    everyLinked(pointingHere('AWS::ElasticLoadBalancingV2::Listener'), ({ Protocol: protocol, DefaultActions: actions }) =>
      any(not(equals(protocol, 'HTTP')), all(isNotEmpty(actions), every(actions, (action) => all(equals(action.Type, 'redirect'), matches(action.RedirectConfig.Protocol, /^HTTPS$/i))))),
    ),
  fix: {
    terraform: `default_action {
  type = "redirect"
  redirect {
    protocol    = "HTTPS"
    port        = "443"
    status_code = "HTTP_301"
  }
}`,
    cloudformation: `DefaultActions:
  - Type: redirect
    RedirectConfig:
      Protocol: HTTPS
      StatusCode: HTTP_301`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_20'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
        }
        resource "aws_lb_listener" "l" {
          load_balancer_arn = aws_lb.b.arn
          port              = 80
          protocol          = "HTTPS"
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref B
              Port: 80
              Protocol: HTTPS
              DefaultActions:
                - Type: forward
                  TargetGroupArn: arn:2
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
        }
        resource "aws_lb_listener" "l" {
          load_balancer_arn = aws_lb.b.arn
          port              = 80
          protocol          = "HTTP"
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref B
              Port: 80
              Protocol: HTTP
              DefaultActions:
                - Type: forward
                  TargetGroupArn: arn:2
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
        }
        resource "aws_lb_listener" "l" {
          load_balancer_arn = aws_lb.b.arn
          port              = 80
          protocol          = var.x
          default_action {
            type             = "forward"
            target_group_arn = "arn:2"
          }
        }
      `,
    ],
  },
});
