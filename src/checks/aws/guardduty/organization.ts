import { any, isTrue, oneOf } from '../../../model/index.js';
import { defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-guardduty-organization',
  title: 'GuardDuty watches each account that joins the organization',
  row: 'logging',
  severity: 'low',
  on: 'Demarc::GuardDuty::OrganizationConfiguration',
  why: 'An account that is not watched is where an intruder stays.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line, in the delegated account',
    reach: 'every account that is added later',
    trap: 'the detector of one account is taken to watch all',
  },
  evaluate: ({ AutoEnable: all, AutoEnableOrganizationMembers: members }) => any(isTrue(all), oneOf(members, ['ALL', 'NEW'])),
  fix: {
    terraform: `auto_enable_organization_members = "ALL"`,
    cloudformation: `# CloudFormation has no organization configuration: turn it on with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  equivalents: {
    checkov: narrower('CKV2_AWS_3'),
  },
  examples: {
    good: [
      tf`
        resource "aws_guardduty_organization_configuration" "r" {
          detector_id                      = "d1"
          auto_enable_organization_members = "ALL"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_guardduty_organization_configuration" "r" {
          detector_id                      = "d1"
          auto_enable_organization_members = "NONE"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_guardduty_organization_configuration" "r" {
          detector_id                      = "d1"
          auto_enable_organization_members = var.x
        }
      `,
    ],
  },
});
