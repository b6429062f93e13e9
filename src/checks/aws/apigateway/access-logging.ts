import { child, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-access-logging',
  title: 'API stage logs each access',
  row: 'logging',
  severity: 'medium',
  on: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  why: 'Without the access log nobody can tell who called the API, from where, and what they got.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: (properties, { resource }) => isPresent(child<{ readonly DestinationArn?: string }>(properties, resource.type === 'AWS::ApiGatewayV2::Stage' ? 'AccessLogSettings' : 'AccessLogSetting').DestinationArn),
  fix: {
    terraform: `access_log_settings {
  destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
  format          = "$context.requestId"
}`,
    cloudformation: `AccessLogSettings:
  DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
  Format: $context.requestId`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_76', 'CKV_AWS_95'),
    trivy: equal('AVD-AWS-0001', 'AVD-AWS-0113', 'AVD-AWS-0116'),
    prowler: equal('apigatewayv2_api_access_logging_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
          access_log_settings {
            destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
            format          = "$context.requestId"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1
              StageName: prod
              AccessLogSettings:
                DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
                Format: $context.requestId
      `,
      tf`
        resource "aws_apigatewayv2_stage" "r" {
          api_id = "a1"
          name   = "prod"
          access_log_settings {
            destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
            format          = "$context.requestId"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a1
              StageName: prod
      `,
      tf`
        resource "aws_apigatewayv2_stage" "r" {
          api_id = "a1"
          name   = "prod"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
          access_log_settings {
            destination_arn = var.x
            format          = "$context.requestId"
          }
        }
      `,
    ],
  },
});
