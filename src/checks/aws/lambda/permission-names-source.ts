import { any, isPresent, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-permission-names-source',
  title: 'Function says which resource of a service may call it',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::Lambda::Permission',
  why: 'A permission for a whole service without source lets anyone use that service, from any account, to call your function: the confused deputy.',
  cwe: ['CWE-441'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'the function',
    trap: 'the service principal is taken for "our" bucket or topic',
  },
  applies: ({ Principal }) => matches(Principal, /\.amazonaws\.com(\.cn)?$/),
  evaluate: ({ SourceArn, SourceAccount, PrincipalOrgID, EventSourceToken }) => any(isPresent(SourceArn), isPresent(SourceAccount), isPresent(PrincipalOrgID), isPresent(EventSourceToken)),
  fix: {
    terraform: `source_arn = aws_sns_topic.events.arn`,
    cloudformation: `SourceArn: !Ref Events`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html'],
  equivalents: {
    checkov: equal('CKV_AWS_364'),
    trivy: equal('AVD-AWS-0067'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal  = "sns.amazonaws.com"
          source_arn = "arn:aws:sns:eu-west-1:111122223333:t"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: f
              Principal: sns.amazonaws.com
              SourceArn: arn:aws:sns:eu-west-1:111122223333:t
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal = "sns.amazonaws.com"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::Lambda::Permission
            Properties:
              Action: lambda:InvokeFunction
              FunctionName: f
              Principal: s3.amazonaws.com
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_lambda_permission" "p" {
          action        = "lambda:InvokeFunction"
          function_name = "f"
          principal  = "sns.amazonaws.com"
          source_arn = var.v
        }
      `,
    ],
  },
});
