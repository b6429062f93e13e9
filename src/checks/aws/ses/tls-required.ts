import { matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ses-tls-required',
  title: 'Mail leaves only over TLS',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SES::ConfigurationSet',
  why: 'Without the demand mail goes in the clear to every server that does not offer TLS, or whose offer somebody on the way removes.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DeliveryOptions: { TlsPolicy: policy } }) => matches(policy, /^require$/i),
  fix: {
    terraform: `delivery_options {
  tls_policy = "Require"
}`,
    cloudformation: `DeliveryOptions:
  TlsPolicy: REQUIRE`,
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html'],
  equivalents: {
    checkov: equal('CKV_AWS_365'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ses_configuration_set" "r" {
          name = "c"
          delivery_options {
            tls_policy = "Require"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SES::ConfigurationSet
            Properties:
              Name: c
              DeliveryOptions:
                TlsPolicy: REQUIRE
      `,
    ],
    bad: [
      tf`
        resource "aws_ses_configuration_set" "r" {
          name = "c"
        }
      `,
      tf`
        resource "aws_ses_configuration_set" "r" {
          name = "c"
          delivery_options {
            tls_policy = "Optional"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SES::ConfigurationSet
            Properties:
              Name: c
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_ses_configuration_set" "r" {
          name = "c"
          delivery_options {
            tls_policy = var.x
          }
        }
      `,
    ],
  },
});
