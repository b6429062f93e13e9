import { any, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-layer-not-public',
  title: 'Layer is shared with accounts that it names',
  row: 'data',
  severity: 'medium',
  on: 'AWS::Lambda::LayerVersionPermission',
  why: 'The principal * without an organization hands the code of the layer to every AWS account.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the account, or the organization',
    reach: 'the code of the layer, and what is built into it',
    trap: 'a layer is taken to hold libraries only',
  },
  evaluate: ({ Principal: who, OrganizationId: organization }) => any(not(equals(who, '*')), isPresent(organization)),
  fix: {
    terraform: `principal = "111122223333"`,
    cloudformation: `Principal: "111122223333"`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-layer-cross-account.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_layer_version_permission" "r" {
          layer_name     = "l"
          version_number = 1
          statement_id   = "s"
          action         = "lambda:GetLayerVersion"
          principal      = "111122223333"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Lambda::LayerVersionPermission
            Properties:
              LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:l:1
              Action: lambda:GetLayerVersion
              Principal: "111122223333"
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_layer_version_permission" "r" {
          layer_name     = "l"
          version_number = 1
          statement_id   = "s"
          action         = "lambda:GetLayerVersion"
          principal      = "*"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Lambda::LayerVersionPermission
            Properties:
              LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:l:1
              Action: lambda:GetLayerVersion
              Principal: "*"
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_lambda_layer_version_permission" "r" {
          layer_name     = "l"
          version_number = 1
          statement_id   = "s"
          action         = "lambda:GetLayerVersion"
          principal      = var.x
        }
      `,
    ],
  },
});
