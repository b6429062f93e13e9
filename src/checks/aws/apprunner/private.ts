import { isFalse } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apprunner-private',
  title: 'App Runner service is reached from its network only',
  row: 'network',
  severity: 'low',
  on: 'AWS::AppRunner::Service',
  why: 'A public address lets the whole internet try the application.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'an hour: a private endpoint',
    reach: 'the application',
    trap: 'a web service is taken to need the internet',
  },
  evaluate: ({ NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: open } } }) => isFalse(open),
  fix: {
    terraform: `network_configuration {
  ingress_configuration {
    is_publicly_accessible = false
  }
}`,
    cloudformation: `NetworkConfiguration:
  IngressConfiguration:
    IsPubliclyAccessible: false`,
  },
  references: ['https://docs.aws.amazon.com/apprunner/latest/dg/network-pl.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_apprunner_service" "r" {
          service_name = "s"
          network_configuration {
            ingress_configuration {
              is_publicly_accessible = false
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppRunner::Service
            Properties:
              ServiceName: s
              NetworkConfiguration:
                IngressConfiguration:
                  IsPubliclyAccessible: false
      `,
    ],
    bad: [
      tf`
        resource "aws_apprunner_service" "r" {
          service_name = "s"
          network_configuration {
            ingress_configuration {
              is_publicly_accessible = true
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppRunner::Service
            Properties:
              ServiceName: s
              NetworkConfiguration:
                IngressConfiguration:
                  IsPubliclyAccessible: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_apprunner_service" "r" {
          service_name = "s"
          network_configuration {
            ingress_configuration {
              is_publicly_accessible = var.x
            }
          }
        }
      `,
    ],
  },
});
