import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-stepfunctions-execution-data',
  title: 'State machine logs what its runs were given',
  row: 'logging',
  severity: 'low',
  on: 'AWS::StepFunctions::StateMachine',
  why: 'A log without the data of the runs says that something happened, not what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LoggingConfiguration: { IncludeExecutionData: on } }) => isTrue(on),
  fix: {
    terraform: `logging_configuration {
  log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
  level                  = "ALL"
  include_execution_data = true
}`,
    cloudformation: `LoggingConfiguration:
  Level: ALL
  IncludeExecutionData: true`,
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_285'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
          logging_configuration {
            log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
            level                  = "ALL"
            include_execution_data = true
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
              LoggingConfiguration:
                Level: ALL
                IncludeExecutionData: true
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
      tf`
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
          logging_configuration {
            log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
            level                  = "ALL"
            include_execution_data = false
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
              LoggingConfiguration:
                Level: ALL
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
          logging_configuration {
            log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
            level                  = "ALL"
            include_execution_data = var.x
          }
        }
      `,
    ],
  },
});
