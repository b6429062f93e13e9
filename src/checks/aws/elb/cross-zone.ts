import { isTrue, oneOf, type Field } from '../../../model/index.js';
import { attributeOf } from '../attributes.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-cross-zone',
  title: 'Network load balancer spreads over all zones',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Without it one zone drowns while others idle.',
  cwe: ['CWE-400'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the service behind it',
    trap: 'zones are taken to share by themselves',
  },
  applies: ({ Type: type }) => oneOf(type, ['network', 'gateway']),
  evaluate: ({ LoadBalancerAttributes: attributes }) => isTrue(attributeOf(attributes, 'load_balancing.cross_zone.enabled') as Field<never>),
  fix: {
    terraform: 'enable_cross_zone_load_balancing = true',
    cloudformation: `LoadBalancerAttributes:
  - Key: load_balancing.cross_zone.enabled
    Value: "true"`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: {
    checkov: equal('CKV_AWS_152'),
    prowler: equal('elbv2_cross_zone_load_balancing_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          load_balancer_type = "network"
          enable_cross_zone_load_balancing = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              Type: network
              LoadBalancerAttributes:
                - Key: load_balancing.cross_zone.enabled
                  Value: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          load_balancer_type = "network"
          enable_cross_zone_load_balancing = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              Type: network
              LoadBalancerAttributes:
                - Key: load_balancing.cross_zone.enabled
                  Value: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          load_balancer_type = "network"
          enable_cross_zone_load_balancing = var.x
        }
      `,
    ],
  },
});
