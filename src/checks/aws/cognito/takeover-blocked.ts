import { isPresent, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-takeover-blocked',
  title: 'Sign-ins of high risk are blocked',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  why: 'A sign-in from a new device in another country is often not the user.',
  cwe: ['CWE-307'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line',
    reach: 'the accounts of all users',
    trap: 'the risk is taken to be acted on when it is seen',
  },
  applies: ({ AccountTakeoverRiskConfiguration: configuration }) => isPresent(configuration),
  evaluate: ({ AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: action } } } }) => oneOf(action, ['BLOCK', 'MFA_REQUIRED']),
  fix: {
    terraform: `account_takeover_risk_configuration {
  actions {
    high_action {
      event_action = "BLOCK"
      notify       = true
    }
  }
}`,
    cloudformation: `AccountTakeoverRiskConfiguration:
  Actions:
    HighAction:
      EventAction: BLOCK
      Notify: true`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html'],
  equivalents: {
    prowler: narrower('cognito_user_pool_blocks_potential_malicious_sign_in_attempts'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          account_takeover_risk_configuration {
            actions {
              high_action {
                event_action = "BLOCK"
                notify       = true
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
            Properties:
              UserPoolId: p1
              ClientId: ALL
              AccountTakeoverRiskConfiguration:
                Actions:
                  HighAction:
                    EventAction: BLOCK
                    Notify: true
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          account_takeover_risk_configuration {
            actions {
              high_action {
                event_action = "NO_ACTION"
                notify       = true
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPoolRiskConfigurationAttachment
            Properties:
              UserPoolId: p1
              ClientId: ALL
              AccountTakeoverRiskConfiguration:
                Actions:
                  HighAction:
                    EventAction: NO_ACTION
                    Notify: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          account_takeover_risk_configuration {
            actions {
              high_action {
                event_action = var.x
                notify       = true
              }
            }
          }
        }
      `,
    ],
  },
});
