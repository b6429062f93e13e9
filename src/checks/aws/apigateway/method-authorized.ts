import { all, any, equals, isPresent, isTrue, matches, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-method-authorized',
  title: 'API method asks who is calling',
  row: 'network',
  severity: 'high',
  on: 'AWS::ApiGateway::Method',
  why: 'A method without authorization is open to the internet, and with it whatever stands behind: the function, the queue or the table.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'easy for anyone who finds the address',
    effort: 'hours: an authorizer, and callers that sign in',
    reach: 'the back end of the method',
    trap: 'the address is taken to be unknown; crawlers find it',
  },
  applies: ({ HttpMethod: method }) => not(matches(method, /^OPTIONS?$/i)),
  evaluate: ({ AuthorizationType: kind, ApiKeyRequired: key }) => any(all(isPresent(kind), not(equals(kind, 'NONE'))), isTrue(key)),
  fix: {
    terraform: `authorization = "AWS_IAM"`,
    cloudformation: `AuthorizationType: AWS_IAM`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
  equivalents: {
    checkov: equal('CKV_AWS_59'),
    trivy: equal('AVD-AWS-0004'),
    prowler: broader('apigateway_restapi_authorizers_enabled', 'apigateway_restapi_public_with_authorizer'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_method" "r" {
          rest_api_id   = "a1"
          resource_id   = "r1"
          http_method   = "GET"
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
              HttpMethod: GET
              AuthorizationType: AWS_IAM
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_method" "r" {
          rest_api_id   = "a1"
          resource_id   = "r1"
          http_method   = "GET"
          authorization = "NONE"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Method
            Properties:
              RestApiId: a1
              ResourceId: r1
              HttpMethod: GET
              AuthorizationType: NONE
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_api_gateway_method" "r" {
          rest_api_id   = "a1"
          resource_id   = "r1"
          http_method   = "GET"
          authorization = var.x
        }
      `,
    ],
  },
});
