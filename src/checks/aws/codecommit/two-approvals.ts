import { all, atLeast, every, isNotEmpty } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codecommit-two-approvals',
  title: 'Changes need two approvals',
  row: 'application',
  severity: 'low',
  on: 'Demarc::CodeCommit::ApprovalRuleTemplate',
  why: 'One approval is one account to steal; two people are harder to deceive at once.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: a number',
    effort: 'one line, and a second reader',
    reach: 'everything that is built from it',
    trap: 'one reader is taken to be enough',
  },
  evaluate: ({ ApprovalRuleTemplateContent: { Statements: statements } }) => all(isNotEmpty(statements), every(statements, ({ NumberOfApprovalsNeeded: count }) => atLeast(count, 2))),
  fix: {
    terraform: `content = jsonencode({
  Version    = "2018-11-08"
  Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }]
})`,
    cloudformation: `# CloudFormation has no approval rule templates: change it with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html'],
  equivalents: {
    checkov: equal('CKV_AWS_257'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codecommit_approval_rule_template" "r" {
          name    = "two-eyes"
          content = jsonencode({
            Version    = "2018-11-08"
            Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }]
          })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_codecommit_approval_rule_template" "r" {
          name    = "two-eyes"
          content = jsonencode({
            Version    = "2018-11-08"
            Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 1 }]
          })
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_codecommit_approval_rule_template" "r" {
          name    = "two-eyes"
          content = jsonencode({
            Version    = "2018-11-08"
            Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = var.x }]
          })
        }
      `,
    ],
  },
});
