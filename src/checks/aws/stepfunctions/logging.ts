import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-stepfunctions-logging',
  title: 'State machine logs its runs',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::StepFunctions::StateMachine',
  why: 'Express workflows keep no history at all, standard ones for 90 days; without a log nobody can tell later what ran with which input.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LoggingConfiguration: { Level: level } }) => oneOf(level, ['ALL', 'ERROR', 'FATAL']),
  fix: {
    terraform: `logging_configuration {
  log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
  level                  = "ALL"
  include_execution_data = true
}`,
    cloudformation: `LoggingConfiguration:
  Level: ALL
  Destinations:
    - CloudWatchLogsLogGroup:
        LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:s:*`,
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0119'),
    prowler: equal('stepfunctions_statemachine_logging_enabled'),
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
                Destinations:
                  - CloudWatchLogsLogGroup:
                      LogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:s:*
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
            level                  = "OFF"
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
                Level: "OFF"
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_sfn_state_machine" "r" {
          name       = "s"
          role_arn   = "arn:aws:iam::111122223333:role/s"
          definition = "{}"
          logging_configuration {
            log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:s:*"
            level                  = var.x
            include_execution_data = true
          }
        }
      `,
    ],
  },
});
