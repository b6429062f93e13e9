import { any, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-cognito-waf',
  title: 'User pool stands behind a web firewall',
  row: 'network',
  severity: 'medium',
  on: 'AWS::Cognito::UserPool',
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
  resource_arn = aws_cognito_user_pool.r.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
}`,
    cloudformation: `W:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !GetAtt R.Arn
    WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html'],
  equivalents: {
    prowler: equal('cognito_user_pool_waf_acl_attached'),
  },
  examples: {
    good: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
        }
        resource "aws_wafv2_web_acl_association" "w" {
          resource_arn = aws_cognito_user_pool.r.arn
          web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
          W:
            Type: AWS::WAFv2::WebACLAssociation
            Properties:
              ResourceArn: !GetAtt R.Arn
              WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1
      `,
    ],
    bad: [
      tf`
        resource "aws_cognito_user_pool" "r" {
          name = "p"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Cognito::UserPool
            Properties:
              UserPoolName: p
      `,
    ],
    unknown: [
      tf`
        variable "arn" {
          type = string
        }
        resource "aws_cognito_user_pool" "r" {
          name = "p"
        }
        resource "aws_wafv2_web_acl_association" "w" {
          resource_arn = var.arn
          web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/w/1"
        }
      `,
    ],
  },
});
