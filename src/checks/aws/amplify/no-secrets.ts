import { every } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { nameOf, noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-amplify-no-secrets',
  title: 'Amplify app has no credentials in its variables',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::Amplify::App',
  why: 'Variables of the app are built into it and shown to whoever may read the app; a credential in them is public sooner or later.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the app',
    effort: 'an hour: a secret instead',
    reach: 'whatever the credential opens',
    trap: 'the variables are taken to stay on the server',
  },
  evaluate: ({ EnvironmentVariables: variables }) => every(variables, ({ Name: name, Value: value }) => noSecretIn(value, nameOf(name))),
  fix: {
    terraform: `environment_variables = {
  STAGE = "prod"
}`,
    cloudformation: `EnvironmentVariables:
  - Name: STAGE
    Value: prod`,
  },
  references: ['https://docs.aws.amazon.com/amplify/latest/userguide/environment-variables.html'],
  equivalents: {
    prowler: equal('amplify_app_no_secrets_in_environment'),
  },
  examples: {
    good: [
      tf`
        resource "aws_amplify_app" "r" {
          name                  = "a"
          environment_variables = {
            STAGE = "prod"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Amplify::App
            Properties:
              Name: a
              EnvironmentVariables:
                - Name: STAGE
                  Value: prod
      `,
    ],
    bad: [
      tf`
        resource "aws_amplify_app" "r" {
          name                  = "a"
          environment_variables = {
            DB_PASSWORD = "horse-battery-staple"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Amplify::App
            Properties:
              Name: a
              EnvironmentVariables:
                - Name: DB_PASSWORD
                  Value: horse-battery-staple
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_amplify_app" "r" {
          name                  = "a"
          environment_variables = {
            DB_PASSWORD = var.x
          }
        }
      `,
    ],
  },
});
