import { all, any, equals, isPresent, not, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-waf-known-bad-inputs',
  title: 'Web firewall turns away known bad inputs',
  row: 'network',
  severity: 'medium',
  on: 'AWS::WAFv2::WebACL',
  why: 'One managed rule group holds the patterns of Log4Shell and its like; without it such a request reaches the application.',
  cwe: ['CWE-20', 'CWE-502'],
  judgement: {
    detection: 'hard: the firewall is attached',
    effort: 'minutes: one managed rule group',
    reach: 'everything behind the firewall',
    trap: 'Log4j was years ago; machines that nobody patched still answer',
  },
  evaluate: ({ Rules: rules }) =>
      some(rules, ({ Statement: { ManagedRuleGroupStatement: group }, OverrideAction: action }) =>
        all(
          equals(group.Name, 'AWSManagedRulesKnownBadInputsRuleSet'),
          not(isPresent(action.Count)),
          not(some(group.ExcludedRules, (rule) => equals(rule.Name, 'Log4JRCE'))),
          not(some(group.RuleActionOverrides, (rule) => all(equals(rule.Name, 'Log4JRCE'), any(isPresent(rule.ActionToUse.Count), isPresent(rule.ActionToUse.Allow))))),
        ),
      ),
  fix: {
    terraform: `resource "aws_wafv2_web_acl" "w" {
  name  = "site"
  scope = "REGIONAL"
  rule {
    name     = "inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
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
      Rules:
        - Name: inputs
          Priority: 1
          OverrideAction: { None: {} }
          Statement:
            ManagedRuleGroupStatement:
              VendorName: AWS
              Name: AWSManagedRulesKnownBadInputsRuleSet`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  equivalents: {
    checkov: [...equal('CKV_AWS_192'), ...broader('CKV2_AWS_47', 'CKV2_AWS_76', 'CKV2_AWS_77', 'CKV2_AWS_78')],
  },
  examples: {
    good: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "inputs"
            priority = 1
            override_action {
              none {}
            }
            statement {
              managed_rule_group_statement {
                name        = "AWSManagedRulesKnownBadInputsRuleSet"
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
              Rules:
                - Name: inputs
                  Priority: 1
                  OverrideAction: { None: {} }
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesKnownBadInputsRuleSet
      `,
    ],
    bad: [
      tf`
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "inputs"
            priority = 1
            override_action {
              none {}
            }
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
              Rules:
                - Name: inputs
                  Priority: 1
                  OverrideAction: { Count: {} }
                  Statement:
                    ManagedRuleGroupStatement:
                      VendorName: AWS
                      Name: AWSManagedRulesKnownBadInputsRuleSet
      `,
    ],
    unknown: [
      tf`
        variable "group" {}
        resource "aws_wafv2_web_acl" "w" {
          name  = "site"
          scope = "REGIONAL"
          rule {
            name     = "inputs"
            priority = 1
            override_action {
              none {}
            }
            statement {
              managed_rule_group_statement {
                name        = var.group
                vendor_name = "AWS"
              }
            }
          }
        }
      `,
    ],
  },
});
