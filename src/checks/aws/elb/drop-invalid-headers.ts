import { equals, isTrue, type Field } from '../../../model/index.js';
import { attributeOf } from '../attributes.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-drop-invalid-headers',
  title: 'Load balancer drops malformed headers',
  row: 'network',
  severity: 'medium',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Requests that two servers read differently smuggle a second request past the first.',
  cwe: ['CWE-444'],
  judgement: {
    detection: 'hard: such requests look like noise',
    effort: 'one line; test old clients',
    reach: 'the applications behind it',
    trap: 'the default is taken to be strict',
  },
  applies: ({ Type: type }) => equals(type, 'application'),
  evaluate: ({ LoadBalancerAttributes: attributes }) => isTrue(attributeOf(attributes, 'routing.http.drop_invalid_header_fields.enabled') as Field<never>),
  fix: {
    terraform: 'drop_invalid_header_fields = true',
    cloudformation: `LoadBalancerAttributes:
  - Key: routing.http.drop_invalid_header_fields.enabled
    Value: "true"`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: {
    checkov: equal('CKV_AWS_131'),
    trivy: equal('AVD-AWS-0052'),
    prowler: equal('elbv2_alb_drop_invalid_header_fields_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          drop_invalid_header_fields = true
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: routing.http.drop_invalid_header_fields.enabled
                  Value: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          drop_invalid_header_fields = false
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: routing.http.drop_invalid_header_fields.enabled
                  Value: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          drop_invalid_header_fields = var.x
        }
      `,
    ],
  },
});
