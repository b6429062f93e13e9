import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-domain-sso',
  title: 'People reach the studio through the directory',
  row: 'identity',
  severity: 'low',
  on: 'AWS::SageMaker::Domain',
  why: 'Users of IAM mode have accounts of their own that the directory does not know.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'a new domain',
    reach: 'notebooks and data of the domain',
    trap: 'both ways are taken to be the same',
  },
  evaluate: ({ AuthMode: mode }) => equals(mode, 'SSO'),
  fix: {
    terraform: `auth_mode = "SSO"`,
    cloudformation: `AuthMode: SSO`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/onboard-sso-users.html'],
  equivalents: {
    prowler: equal('sagemaker_domain_sso_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_domain" "r" {
          domain_name = "d"
          vpc_id      = "vpc-1"
          subnet_ids  = ["subnet-1"]
          auth_mode   = "SSO"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::Domain
            Properties:
              DomainName: d
              DefaultUserSettings: {}
              AuthMode: SSO
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_domain" "r" {
          domain_name = "d"
          vpc_id      = "vpc-1"
          subnet_ids  = ["subnet-1"]
          auth_mode   = "IAM"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::Domain
            Properties:
              DomainName: d
              DefaultUserSettings: {}
              AuthMode: IAM
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_sagemaker_domain" "r" {
          domain_name = "d"
          vpc_id      = "vpc-1"
          subnet_ids  = ["subnet-1"]
          auth_mode   = var.x
        }
      `,
    ],
  },
});
