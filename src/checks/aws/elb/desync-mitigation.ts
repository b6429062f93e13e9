import { equals, oneOf } from '../../../model/index.js';
import { attributeOf } from '../attributes.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-desync-mitigation',
  title: 'Load balancer guards against request smuggling',
  row: 'network',
  severity: 'medium',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'In monitor mode requests that two servers read differently go through.',
  cwe: ['CWE-444'],
  judgement: {
    detection: 'hard',
    effort: 'one line',
    reach: 'the applications behind it',
    trap: 'the counter is taken for a guard',
  },
  applies: ({ Type: type }) => equals(type, 'application'),
  evaluate: ({ LoadBalancerAttributes: attributes }) => oneOf(attributeOf(attributes, 'routing.http.desync_mitigation_mode'), ['defensive', 'strictest']),
  fix: {
    terraform: 'desync_mitigation_mode = "defensive"',
    cloudformation: `LoadBalancerAttributes:
  - Key: routing.http.desync_mitigation_mode
    Value: defensive`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: {
    checkov: broader('CKV_AWS_328'),
    prowler: equal('elbv2_desync_mitigation_mode'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          desync_mitigation_mode = "defensive"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: routing.http.desync_mitigation_mode
                  Value: "defensive"
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          desync_mitigation_mode = "monitor"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: routing.http.desync_mitigation_mode
                  Value: "monitor"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          desync_mitigation_mode = var.x
        }
      `,
    ],
  },
});
