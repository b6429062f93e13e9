import { isTrue, type Field } from '../../../model/index.js';
import { attributeOf } from '../attributes.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-deletion-protection',
  title: 'Load balancer cannot be deleted by one call',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'One wrong apply, and the service is unreachable and its address gone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the service behind it',
    trap: 'a load balancer is taken to be quickly remade; its name in the DNS changes',
  },
  evaluate: ({ LoadBalancerAttributes: attributes }) => isTrue(attributeOf(attributes, 'deletion_protection.enabled') as Field<never>),
  fix: {
    terraform: 'enable_deletion_protection = true',
    cloudformation: `LoadBalancerAttributes:
  - Key: deletion_protection.enabled
    Value: "true"`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: {
    checkov: equal('CKV_AWS_150'),
    prowler: equal('elbv2_deletion_protection'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          enable_deletion_protection = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: deletion_protection.enabled
                  Value: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          enable_deletion_protection = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: deletion_protection.enabled
                  Value: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          enable_deletion_protection = var.x
        }
      `,
    ],
  },
});
