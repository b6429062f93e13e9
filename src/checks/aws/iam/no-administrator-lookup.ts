import { all, equals, matches, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-no-administrator-lookup',
  title: 'Code does not look up AdministratorAccess',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::IAM::PolicyLookup',
  why: 'Code that looks the policy up is about to give it to somebody, who then owns the account.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the lookup names it',
    effort: 'hours: find out what is really needed',
    reach: 'everything in the account',
    trap: 'it is looked up to get started and stays',
  },
  evaluate: ({ Name: name, Arn: arn }) => all(not(equals(name, 'AdministratorAccess')), not(matches(arn, /:policy\/AdministratorAccess$/))),
  fix: {
    terraform: `data "aws_iam_policy" "p" {
  name = "ReadOnlyAccess"
}`,
    cloudformation: `# CloudFormation has no lookups: its principals are judged themselves.`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_275'),
  },
  examples: {
    good: [
      tf`
        data "aws_iam_policy" "p" {
          name = "ReadOnlyAccess"
        }
      `,
    ],
    bad: [
      tf`
        data "aws_iam_policy" "p" {
          name = "AdministratorAccess"
        }
      `,
      tf`
        data "aws_iam_policy" "p" {
          arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }
      `,
    ],
    unknown: [
      tf`
        variable "name" {
          type = string
        }
        data "aws_iam_policy" "p" {
          name = var.name
        }
      `,
    ],
  },
});
