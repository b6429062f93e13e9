import { equals, isTrue, not, type Field } from '../../../model/index.js';
import { attributeOf } from '../attributes.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-access-logs',
  title: 'Load balancer keeps access logs',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  why: 'Without them nobody can tell who asked for what before and during an attack.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes: a bucket is needed',
    reach: 'everything behind the load balancer',
    trap: 'the servers keep logs, and they are gone with the servers',
  },
  applies: ({ Type: type }) => not(equals(type, 'gateway')),
  evaluate: ({ LoadBalancerAttributes: attributes }) => isTrue(attributeOf(attributes, 'access_logs.s3.enabled') as Field<never>),
  fix: {
    terraform: `access_logs {
  bucket  = aws_s3_bucket.logs.id
  enabled = true
}`,
    cloudformation: `LoadBalancerAttributes:
  - Key: access_logs.s3.enabled
    Value: "true"
  - Key: access_logs.s3.bucket
    Value: !Ref Logs`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_91'),
    prowler: equal('elbv2_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          access_logs {
            bucket  = "logs"
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_lb" "b" {
          name = "web"
          access_logs {
            bucket = "logs"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: web
              LoadBalancerAttributes:
                - Key: access_logs.s3.enabled
                  Value: "false"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_lb" "b" {
          name = "web"
          access_logs {
            bucket  = "logs"
            enabled = var.x
          }
        }
      `,
    ],
  },
});
