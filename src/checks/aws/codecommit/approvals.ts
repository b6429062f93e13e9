import { holds } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-codecommit-approvals',
  title: 'Repository demands that changes are approved',
  row: 'application',
  severity: 'low',
  on: 'AWS::CodeCommit::Repository',
  why: 'Without an approval rule one person, or one stolen session, changes what runs in production.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: no rule is attached',
    effort: 'minutes: a template and its association',
    reach: 'everything that is built from it',
    trap: 'reviews are a habit; nothing stops who leaves it out',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('Demarc::CodeCommit::ApprovalRuleTemplateAssociation'), () => holds()), resource, 'ApprovalRuleTemplate', 'no approval rule is attached to it'),
  fix: {
    terraform: `resource "aws_codecommit_approval_rule_template_association" "a" {
  approval_rule_template_name = "two-eyes"
  repository_name             = aws_codecommit_repository.r.repository_name
}`,
    cloudformation: `# CloudFormation has no approval rule templates: attach one with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_37'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codecommit_repository" "r" {
          repository_name = "shop"
        }
        resource "aws_codecommit_approval_rule_template_association" "a" {
          approval_rule_template_name = "two-eyes"
          repository_name             = aws_codecommit_repository.r.repository_name
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_codecommit_repository" "r" {
          repository_name = "shop"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_codecommit_repository" "r" {
          repository_name = "shop"
        }
        resource "aws_codecommit_approval_rule_template_association" "a" {
          approval_rule_template_name = "two-eyes"
          repository_name             = var.x
        }
      `,
    ],
  },
});
