import { all, any, equals, every, isNotEmpty, matches, not, type Condition, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

/** A fixed answer and a login send nothing of the application; `#{protocol}` keeps the one it came by. */
const redirects = (type: Field<string>, protocol: Field<string>): Condition => all(equals(type, 'redirect'), matches(protocol, /^HTTPS$/i));

export default defineCheck({
  id: 'aws-elb-listener-https',
  title: 'Listener encrypts, or only redirects to one that does',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  why: 'What crosses the network in the clear can be read and changed on the way: passwords, sessions, pages.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: browsers warn',
    effort: 'an hour: a certificate is needed',
    reach: 'all who use the service',
    trap: 'the page is taken to be public anyway; the cookie is not',
  },
  evaluate: ({ Protocol: protocol, DefaultActions: actions }) => any(not(equals(protocol, 'HTTP')), all(isNotEmpty(actions), every(actions, (action) => redirects(action.Type, action.RedirectConfig.Protocol)))),
  fix: {
    terraform: `default_action {
  type = "redirect"
  redirect {
    port        = "443"
    protocol    = "HTTPS"
    status_code = "HTTP_301"
  }
}`,
    cloudformation: `DefaultActions:
  - Type: redirect
    RedirectConfig:
      Port: "443"
      Protocol: HTTPS
      StatusCode: HTTP_301`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html'],
  equivalents: {
    checkov: [...equal('CKV_AWS_2'), ...narrower('CKV_AWS_103')],
    trivy: equal('AVD-AWS-0054'),
    prowler: equal('elbv2_ssl_listeners'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
          port              = 80
          protocol          = "HTTP"
          default_action {
            type = "redirect"
            redirect {
              protocol    = "HTTPS"
              port        = "443"
              status_code = "HTTP_301"
            }
          }
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: arn:1
              Port: 80
              Protocol: HTTP
              DefaultActions:
                - Type: redirect
                  RedirectConfig:
                    Protocol: HTTPS
                    StatusCode: HTTP_301
      `,
    ],
    bad: [
      tf`
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
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
          L:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: arn:1
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
        resource "aws_lb_listener" "l" {
          load_balancer_arn = "arn:1"
          port              = 80
          protocol          = "HTTP"
          default_action {
            type = "redirect"
            redirect {
              protocol    = var.x
              status_code = "HTTP_301"
            }
          }
        }
      `,
    ],
  },
});
