import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appsync-logging',
  title: 'GraphQL API keeps a log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::AppSync::GraphQLApi',
  why: 'Without the log nobody can tell who asked for which data.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LogConfig: { CloudWatchLogsRoleArn: role } }) => isPresent(role),
  fix: {
    terraform: `log_config {
  cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/l"
  field_log_level          = "ALL"
}`,
    cloudformation: `LogConfig:
  CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/l
  FieldLogLevel: ALL`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  equivalents: {
    checkov: equal('CKV_AWS_193'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appsync_graphql_api" "r" {
          name                = "a"
          authentication_type = "AWS_IAM"
          log_config {
            cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/l"
            field_log_level          = "ALL"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: a
              AuthenticationType: AWS_IAM
              LogConfig:
                CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/l
                FieldLogLevel: ALL
      `,
    ],
    bad: [
      tf`
        resource "aws_appsync_graphql_api" "r" {
          name                = "a"
          authentication_type = "AWS_IAM"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: a
              AuthenticationType: AWS_IAM
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_appsync_graphql_api" "r" {
          name                = "a"
          authentication_type = "AWS_IAM"
          log_config {
            cloudwatch_logs_role_arn = var.x
            field_log_level          = "ALL"
          }
        }
      `,
    ],
  },
});
