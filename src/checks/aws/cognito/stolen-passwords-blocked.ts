import { equals, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-cognito-stolen-passwords-blocked',
  title: 'Sign-ins with stolen passwords are blocked',
  row: 'identity',
  severity: 'low',
  on: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
  why: 'Passwords that stand in lists of stolen ones are tried first.',
  cwe: ['CWE-307'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line',
    reach: 'users who use a password twice',
    trap: 'the risk is taken to be acted on when it is seen',
  },
  applies: ({ CompromisedCredentialsRiskConfiguration: configuration }) => isPresent(configuration),
  evaluate: ({ CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: action } } }) => equals(action, 'BLOCK'),
  fix: {
    terraform: `compromised_credentials_risk_configuration {
  actions {
    event_action = "BLOCK"
  }
}`,
    cloudformation: `CompromisedCredentialsRiskConfiguration:
  Actions:
    EventAction: BLOCK`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_blocks_compromised_credentials_sign_in_attempts'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          compromised_credentials_risk_configuration {
            actions {
              event_action = "BLOCK"
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
              CompromisedCredentialsRiskConfiguration:
                Actions:
                  EventAction: BLOCK
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          compromised_credentials_risk_configuration {
            actions {
              event_action = "NO_ACTION"
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
              CompromisedCredentialsRiskConfiguration:
                Actions:
                  EventAction: NO_ACTION
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_cognito_risk_configuration" "r" {
          user_pool_id = "p1"
          compromised_credentials_risk_configuration {
            actions {
              event_action = var.x
            }
          }
        }
      `,
    ],
  },
});
