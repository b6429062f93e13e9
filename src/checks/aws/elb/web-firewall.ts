import { all, any, equals, isPresent } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-web-firewall',
  title: 'Public load balancer stands behind a web firewall',
  row: 'network',
  severity: 'low',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Attacks on the application reach it unfiltered.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'an hour, and tuning',
    reach: 'the applications behind it',
    trap: 'the security group is taken to filter requests',
  },
  applies: ({ Type: type, Scheme: scheme }) => all(equals(type, 'application'), equals(scheme, 'internet-facing')),
  evaluate: (_, { resource, pointingHere }) => lacking(any(someLinked(pointingHere('AWS::WAFv2::WebACLAssociation'), (association) => isPresent(association.WebACLArn)), someLinked(pointingHere('Demarc::WAF::RegionalAssociation'), (association) => isPresent(association.WebACLId))), resource, 'WebACLAssociation', 'no web firewall guards it'),
  fix: {
    terraform: `resource "aws_wafv2_web_acl_association" "this" {
  resource_arn = aws_lb.this.arn
  web_acl_arn  = aws_wafv2_web_acl.this.arn
}`,
    cloudformation: `Association:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Ref Balancer
    WebACLArn: !GetAtt Acl.Arn`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_28'),
    prowler: broader('elbv2_waf_acl_attached'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          subnets = []
        }
        resource "aws_wafv2_web_acl_association" "a" {
          resource_arn = aws_lb.b.arn
          web_acl_arn  = "arn:1"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              Scheme: internet-facing
          A:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !Ref B
              WebACLArn: arn:1
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
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
          subnets = []
        }
        resource "aws_wafv2_web_acl_association" "a" {
          resource_arn = var.x
          web_acl_arn  = "arn:1"
        }
      `,
    ],
  },
});
