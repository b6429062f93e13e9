import { any, isPresent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-apigateway-waf',
  title: 'API stage stands behind a web firewall',
  row: 'network',
  severity: 'medium',
  on: 'AWS::ApiGateway::Stage',
  why: 'Without a web firewall, injection, bots and floods of requests reach the code that has to withstand them alone.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: no association names it',
    effort: 'an hour: a web ACL with managed rules',
    reach: 'the code behind',
    trap: 'the service is taken to filter by itself',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(any(someLinked(pointingHere('AWS::WAFv2::WebACLAssociation'), (association) => isPresent(association.WebACLArn)), someLinked(pointingHere('Demarc::WAF::RegionalAssociation'), (association) => isPresent(association.WebACLId))), resource, 'WebACLAssociation', 'no web firewall guards it'),
  fix: {
    terraform: `resource "aws_wafv2_web_acl_association" "w" {
  resource_arn = aws_api_gateway_stage.r.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
}`,
    cloudformation: `W:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/a1/stages/\${R}
    WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_29'),
    prowler: equal('apigateway_restapi_waf_acl_attached'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
        resource "aws_wafv2_web_acl_association" "w" {
          resource_arn = aws_api_gateway_stage.r.arn
          web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
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
          W:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/a1/stages/\${R}
              WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1
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
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
      `,
    ],
    unknown: [
      tf`
        variable "arn" {
          type = string
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
        resource "aws_wafv2_web_acl_association" "w" {
          resource_arn = var.arn
          web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
        }
      `,
    ],
  },
});
