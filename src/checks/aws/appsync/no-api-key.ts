import { all, equals, every, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appsync-no-api-key',
  title: 'GraphQL API knows its callers by more than a key',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::AppSync::GraphQLApi',
  why: 'An API key stands in every copy of the client; who has the app has the key, and all look the same.',
  cwe: ['CWE-287'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'hours: users, roles or tokens, and a client that signs in',
    reach: 'all data that the key opens',
    trap: 'the key is taken for a secret',
  },
  evaluate: ({ AuthenticationType: kind, AdditionalAuthenticationProviders: others }) => all(not(equals(kind, 'API_KEY')), every(others, ({ AuthenticationType: other }) => not(equals(other, 'API_KEY')))),
  fix: {
    terraform: `authentication_type = "AWS_IAM"`,
    cloudformation: `AuthenticationType: AWS_IAM`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  equivalents: {
    prowler: equal('appsync_graphql_api_no_api_key_authentication'),
  },
  examples: {
    good: [
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
    bad: [
      tf`
        resource "aws_appsync_graphql_api" "r" {
          name                = "a"
          authentication_type = "API_KEY"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppSync::GraphQLApi
            Properties:
              Name: a
              AuthenticationType: API_KEY
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_appsync_graphql_api" "r" {
          name                = "a"
          authentication_type = var.x
        }
      `,
    ],
  },
});
