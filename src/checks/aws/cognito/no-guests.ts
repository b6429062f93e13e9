import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-no-guests',
  title: 'Identity pool hands no credentials to strangers',
  row: 'identity',
  severity: 'high',
  on: 'AWS::Cognito::IdentityPool',
  why: 'Anyone who knows the id of the pool, which stands in the app, gets AWS credentials without a login.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'easy for whoever reads the app',
    effort: 'hours: users have to sign in',
    reach: 'all that the guest role may do',
    trap: 'the guest role is taken to be harmless',
  },
  evaluate: ({ AllowUnauthenticatedIdentities: on }) => not(isTrue(on)),
  fix: {
    terraform: `allow_unauthenticated_identities = false`,
    cloudformation: `AllowUnauthenticatedIdentities: false`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  equivalents: {
    checkov: equal('CKV_AWS_366'),
    prowler: equal('cognito_identity_pool_guest_access_disabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_identity_pool" "r" {
          identity_pool_name               = "p"
          allow_unauthenticated_identities = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::IdentityPool
            Properties:
              IdentityPoolName: p
              AllowUnauthenticatedIdentities: false
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_identity_pool" "r" {
          identity_pool_name               = "p"
          allow_unauthenticated_identities = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::IdentityPool
            Properties:
              IdentityPoolName: p
              AllowUnauthenticatedIdentities: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_cognito_identity_pool" "r" {
          identity_pool_name               = "p"
          allow_unauthenticated_identities = var.x
        }
      `,
    ],
  },
});
