import { cfn, defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-stepfunctions-definition-no-secrets',
  title: 'State machine has no credentials in its definition',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::StepFunctions::StateMachine',
  why: 'The definition is shown to whoever may describe the state machine; a credential in it is theirs.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the definition',
    effort: 'an hour: a secret that a step reads',
    reach: 'whatever the credential opens',
    trap: 'the definition is taken for code that nobody sees',
  },
  evaluate: ({ DefinitionString: text }) => noSecretIn(text),
  fix: {
    terraform: `definition = "{\\"StartAt\\": \\"a\\"}"`,
    cloudformation: `DefinitionString: '{"StartAt": "a"}'`,
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/connect-secretsmanager.html'],
  equivalents: {
    prowler: equal('stepfunctions_statemachine_no_secrets_in_definition'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{\"StartAt\": \"a\"}"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/s
              DefinitionString: '{"StartAt": "a"}'
      `,
    ],
    bad: [
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{\"url\": \"https://shop:horse-battery@example.com/\"}"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/s
              DefinitionString: '{"url": "https://shop:horse-battery@example.com/"}'
      `,
    ],
    unknown: [],
  },
});
