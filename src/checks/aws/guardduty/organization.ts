import { any, isTrue, oneOf } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-guardduty-organization',
  title: 'GuardDuty watches each account that joins the organization',
  row: 'logging',
  severity: 'info',
  on: 'AWS::GuardDuty::Detector',
  why: 'An account that is not watched is where an intruder stays.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the configuration is missing',
    effort: 'one block, in the delegated account',
    reach: 'every account that is added later',
    trap: 'the detector of one account is taken to watch all',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('Demarc::GuardDuty::OrganizationConfiguration'), ({ AutoEnable: every, AutoEnableOrganizationMembers: members }) => any(isTrue(every), oneOf(members, ['ALL', 'NEW']))), resource, 'OrganizationConfiguration', 'accounts of the organization are not watched by themselves'),
  fix: {
    terraform: `resource "aws_guardduty_organization_configuration" "o" {
  detector_id                      = aws_guardduty_detector.r.id
  auto_enable_organization_members = "ALL"
}`,
    cloudformation: `# CloudFormation has no organization configuration: turn it on with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_3'),
  },
  examples: {
    good: [
      tf`
        resource "aws_guardduty_detector" "r" {
          enable = true
        }
        resource "aws_guardduty_organization_configuration" "o" {
          detector_id                      = aws_guardduty_detector.r.id
          auto_enable_organization_members = "ALL"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_guardduty_detector" "r" {
          enable = true
        }
      `,
      tf`
        resource "aws_guardduty_detector" "r" {
          enable = true
        }
        resource "aws_guardduty_organization_configuration" "o" {
          detector_id                      = aws_guardduty_detector.r.id
          auto_enable_organization_members = "NONE"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_guardduty_detector" "r" {
          enable = true
        }
        resource "aws_guardduty_organization_configuration" "o" {
          detector_id                      = aws_guardduty_detector.r.id
          auto_enable_organization_members = var.x
        }
      `,
    ],
  },
});
