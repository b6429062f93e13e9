import { all, entries, isNotEmpty, undecided } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-apigateway-variables-no-secrets',
  title: 'Stage variables hold no credentials',
  row: 'secrets',
  severity: 'high',
  on: 'AWS::ApiGateway::Stage',
  why: 'Stage variables are shown to whoever may read the stage, and handed to every back end.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the stage',
    effort: 'an hour: a secret instead',
    reach: 'whatever the credential opens',
    trap: 'the variables are taken to stay inside',
  },
  applies: ({ Variables: variables }) => isNotEmpty(variables),
  evaluate: ({ Variables: variables }) => {
    const { entries: named, open } = entries(variables);
    return all(...named.map(([name, value]) => noSecretIn(value, name)), ...(open === undefined ? [] : [undecided([open])]));
  },
  fix: {
    terraform: `variables = {
  backend = "orders"
}`,
    cloudformation: `Variables:
  backend: orders`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/stage-variables.html'],
  equivalents: {
    prowler: equal('apigateway_restapi_no_secrets_in_stage_variables'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
          variables     = {
            backend = "orders"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              Variables:
                backend: orders
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
          variables     = {
            db_password = "horse-battery-staple"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              Variables:
                db_password: horse-battery-staple
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
          variables     = {
            db_password = var.x
          }
        }
      `,
    ],
  },
});
