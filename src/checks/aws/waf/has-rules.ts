import { type Field, child, isPresent, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-waf-has-rules',
  title: 'Web firewall has rules',
  row: 'network',
  severity: 'medium',
  on: ['AWS::WAFv2::WebACL', 'AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  why: 'A firewall without rules lets everything through and looks, from outside, like protection.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'hard: the firewall is attached',
    effort: 'minutes: the managed rules',
    reach: 'everything behind the firewall',
    trap: 'a firewall is there',
  },
  evaluate: ({ Rules: rules }) => some(rules as Field<readonly unknown[]>, (rule) => isPresent(child(rule, 'Priority'))),
  fix: {
    terraform: `resource "aws_wafv2_web_acl" "w" {
  name  = "site"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      Rules: [{ Name: common, Priority: 1, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } } }]`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html'],
  equivalents: {
    checkov: equal('CKV_AWS_175'),
    prowler: broader('wafv2_webacl_with_rules', 'waf_global_webacl_with_rules', 'waf_regional_webacl_with_rules'),
  },
  examples: {
    good: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          default_action {
            allow {}
          }
          rule {
            name     = "common"
            priority = 1
            statement {
              managed_rule_group_statement {
                name        = "AWSManagedRulesCommonRuleSet"
                vendor_name = "AWS"
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
              DefaultAction: { Allow: {} }
              Rules: [{ Name: common, Priority: 1, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } } }]
      `,
    ],
    bad: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          default_action {
            allow {}
          }
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction: { Allow: {} }
      `,
    ],
    unknown: [
      tf`
        variable "rules" {}
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          default_action {
            allow {}
          }
          dynamic "rule" {
            for_each = var.rules
            content {
              name     = rule.key
              priority = rule.value
            }
          } 
        }
      `,
    ],
  },
});
