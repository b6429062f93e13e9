import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-stepfunctions-tracing',
  title: 'State machine is traced',
  row: 'logging',
  severity: 'info',
  on: 'AWS::StepFunctions::StateMachine',
  why: 'The trace shows which services a run went through; without it an odd run cannot be followed.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ TracingConfiguration: { Enabled: on } }) => isTrue(on),
  fix: {
    terraform: `tracing_configuration {
  enabled = true
}`,
    cloudformation: `TracingConfiguration:
  Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_284'),
    trivy: equal('AVD-AWS-0117'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
          tracing_configuration {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/s
              DefinitionString: "{}"
              TracingConfiguration:
                Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/s
              DefinitionString: "{}"
              TracingConfiguration:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
          tracing_configuration {
            enabled = var.x
          }
        }
      `,
    ],
  },
});
