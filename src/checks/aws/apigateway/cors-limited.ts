import { child, equals, not, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-cors-limited',
  title: 'API and function answer scripts of named sites only',
  row: 'network',
  severity: 'low',
  on: ['AWS::ApiGatewayV2::Api', 'AWS::Lambda::Url'],
  why: 'With the origin * a script on any site that a user visits may call the API and read the answer.',
  cwe: ['CWE-942'],
  judgement: {
    detection: 'easy: a star in the origins',
    effort: 'minutes: name the sites',
    reach: 'callers that are told apart by network or cookie',
    trap: 'CORS is taken for a formality',
  },
  evaluate: (properties, { resource }) => not(some(child<{ readonly AllowOrigins?: readonly string[] }>(properties, resource.type === 'AWS::Lambda::Url' ? 'Cors' : 'CorsConfiguration').AllowOrigins, (origin) => equals(origin, '*'))),
  fix: {
    terraform: `cors_configuration {
  allow_origins = ["https://app.example.com"]
}`,
    cloudformation: `CorsConfiguration:
  AllowOrigins:
    - https://app.example.com`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_75'),
    prowler: broader('awslambda_function_url_cors_policy'),
  },
  examples: {
    good: [
      tf`
        resource "aws_apigatewayv2_api" "r" {
          name          = "a"
          protocol_type = "HTTP"
          cors_configuration {
            allow_origins = ["https://app.example.com"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Api
            Properties:
              Name: a
              ProtocolType: HTTP
              CorsConfiguration:
                AllowOrigins:
                  - https://app.example.com
      `,
    ],
    bad: [
      tf`
        resource "aws_apigatewayv2_api" "r" {
          name          = "a"
          protocol_type = "HTTP"
          cors_configuration {
            allow_origins = ["*"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Api
            Properties:
              Name: a
              ProtocolType: HTTP
              CorsConfiguration:
                AllowOrigins:
                  - "*"
      `,
      tf`
        resource "aws_lambda_function_url" "r" {
          function_name      = "f"
          authorization_type = "AWS_IAM"
          cors {
            allow_origins = ["*"]
            allow_methods = ["*"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: f
              AuthType: AWS_IAM
              Cors:
                AllowOrigins: ["*"]
                AllowMethods: ["*"]
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_apigatewayv2_api" "r" {
          name          = "a"
          protocol_type = "HTTP"
          cors_configuration {
            allow_origins = [var.x]
          }
        }
      `,
    ],
  },
});
