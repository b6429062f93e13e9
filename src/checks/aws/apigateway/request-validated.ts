import { isPresent, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-request-validated',
  title: 'API method validates its requests',
  row: 'network',
  severity: 'low',
  on: 'AWS::ApiGateway::Method',
  why: 'Without a validator every malformed request reaches the code behind, which has to withstand each by itself.',
  cwe: ['CWE-20'],
  judgement: {
    detection: 'easy: no validator is named',
    effort: 'an hour: a model and a validator',
    reach: 'the back end of the method',
    trap: 'the code is trusted to check all that it is given',
  },
  applies: ({ HttpMethod: method }) => not(matches(method, /^OPTIONS?$/i)),
  evaluate: ({ RequestValidatorId: validator }) => isPresent(validator),
  fix: {
    terraform: `request_validator_id = "v1"`,
    cloudformation: `RequestValidatorId: v1`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_53'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_method" "r" {
          rest_api_id          = "a1"
          resource_id          = "r1"
          http_method          = "POST"
          authorization        = "AWS_IAM"
          request_validator_id = "v1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1
              ResourceId: r1
              HttpMethod: POST
              AuthorizationType: AWS_IAM
              RequestValidatorId: v1
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_method" "r" {
          rest_api_id   = "a1"
          resource_id   = "r1"
          http_method   = "POST"
          authorization = "AWS_IAM"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1
              ResourceId: r1
              HttpMethod: POST
              AuthorizationType: AWS_IAM
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_api_gateway_method" "r" {
          rest_api_id          = "a1"
          resource_id          = "r1"
          http_method          = "POST"
          authorization        = "AWS_IAM"
          request_validator_id = var.x
        }
      `,
    ],
  },
});
