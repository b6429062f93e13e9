import { all, equals, isPresent, matches, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-route-authorized',
  title: 'API route asks who is calling',
  row: 'network',
  severity: 'high',
  on: 'AWS::ApiGatewayV2::Route',
  why: 'A route without authorization is open to the internet, and with it whatever stands behind.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'easy for anyone who finds the address',
    effort: 'hours: an authorizer, and callers that sign in',
    reach: 'the back end of the route',
    trap: 'the address is taken to be unknown; crawlers find it',
  },
  applies: ({ RouteKey: key }) => not(matches(key, /^(?:OPTIONS |\$disconnect$)/)),
  evaluate: ({ AuthorizationType: kind }) => all(isPresent(kind), not(equals(kind, 'NONE'))),
  fix: {
    terraform: `authorization_type = "AWS_IAM"`,
    cloudformation: `AuthorizationType: AWS_IAM`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html'],
  equivalents: {
    checkov: equal('CKV_AWS_309'),
    prowler: broader('apigatewayv2_api_authorizers_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_apigatewayv2_route" "r" {
          api_id             = "a1"
          route_key          = "GET /orders"
          authorization_type = "AWS_IAM"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              ApiId: a1
              RouteKey: GET /orders
              AuthorizationType: AWS_IAM
      `,
    ],
    bad: [
      tf`
        resource "aws_apigatewayv2_route" "r" {
          api_id             = "a1"
          route_key          = "GET /orders"
          authorization_type = "NONE"
        }
      `,
      tf`
        resource "aws_apigatewayv2_route" "r" {
          api_id    = "a1"
          route_key = "GET /orders"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGatewayV2::Route
            Properties:
              ApiId: a1
              RouteKey: GET /orders
              AuthorizationType: NONE
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_apigatewayv2_route" "r" {
          api_id             = "a1"
          route_key          = "GET /orders"
          authorization_type = var.x
        }
      `,
    ],
  },
});
