import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-endpoint-service-acceptance',
  title: 'Endpoint services accept connections by hand',
  row: 'network',
  severity: 'medium',
  on: 'AWS::EC2::VPCEndpointService',
  why: 'Whoever is allowed at all connects unseen, and nobody notices a stranger.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard',
    effort: 'one line; then someone must accept',
    reach: 'the service behind the endpoint',
    trap: 'the list of allowed principals is taken to be short',
  },
  evaluate: ({ AcceptanceRequired: required }) => isTrue(required),
  fix: {
    terraform: 'acceptance_required = true',
    cloudformation: 'AcceptanceRequired: true',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  equivalents: {
    checkov: equal('CKV_AWS_123'),
  },
  examples: {
    good: [
      tf`
        resource "aws_vpc_endpoint_service" "s" {
          network_load_balancer_arns = ["arn:1"]
          acceptance_required = true
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [arn:1]
              AcceptanceRequired: true
      `,
    ],
    bad: [
      tf`
        resource "aws_vpc_endpoint_service" "s" {
          network_load_balancer_arns = ["arn:1"]
          acceptance_required = false
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::VPCEndpointService
            Properties:
              NetworkLoadBalancerArns: [arn:1]
              AcceptanceRequired: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_vpc_endpoint_service" "s" {
          network_load_balancer_arns = ["arn:1"]
          acceptance_required = var.x
        }
      `,
    ],
  },
});
