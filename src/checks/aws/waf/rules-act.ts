import { type Field, any, child, every, isNotEmpty } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-waf-rules-act',
  title: 'Each rule of the web firewall says what to do',
  row: 'network',
  severity: 'medium',
  on: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  why: 'A rule without an action matches and lets the request through: it looks like protection and counts nothing.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'hard: the rule is in the list',
    effort: 'minutes',
    reach: 'everything behind the firewall',
    trap: 'a rule that matches also blocks',
  },
  applies: ({ Rules: rules }) => isNotEmpty(rules),
  evaluate: ({ Rules: rules }) => every(rules as Field<readonly unknown[]>, (rule) => any(isNotEmpty(child(rule, 'Action')), isNotEmpty(child(rule, 'OverrideAction')))),
  fix: {
    terraform: `resource "aws_wafv2_web_acl" "w" {
  name  = "site"
  scope = "REGIONAL"
  rule {
    name     = "countries"
    priority = 1
    action {
      block {}
    }
    statement {
      geo_match_statement {
        country_codes = ["XX"]
      }
    }
  }
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      Rules:
        - Name: countries
          Priority: 1
          Action:
            Block: {}`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html'],
  equivalents: {
    checkov: broader('CKV_AWS_342'),
  },
  examples: {
    good: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "countries"
            priority = 1
            action {
              block {}
            }
            statement {
              geo_match_statement {
                country_codes = ["XX"]
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              Rules:
                - Name: countries
                  Priority: 1
                  Action:
                    Block: {}
      `,
    ],
    bad: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "countries"
            priority = 1
            statement {
              geo_match_statement {
                country_codes = ["XX"]
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              Rules:
                - Name: countries
                  Priority: 1
                  Statement:
                    GeoMatchStatement:
                      CountryCodes: [XX]
      `,
    ],
    unknown: [
      tf`
        variable "actions" {}
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "countries"
            priority = 1
            dynamic "action" {
              for_each = var.actions
              content {
                block {}
              }
            } 
            statement {
              geo_match_statement {
                country_codes = ["XX"]
              }
            }
          }
        }
      `,
    ],
  },
});
