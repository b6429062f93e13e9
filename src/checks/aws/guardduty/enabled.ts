import { isFalse, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-guardduty-enabled',
  title: 'Detector is switched on',
  row: 'logging',
  severity: 'high',
  on: 'AWS::GuardDuty::Detector',
  why: 'GuardDuty watches calls, DNS and traffic for known patterns of attack. Suspended, it looks installed and sees nothing.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: the detector is in every inventory',
    effort: 'seconds',
    reach: 'the whole region',
    trap: 'the detector exists',
  },
  evaluate: ({ Enable: enable }) => not(isFalse(enable)),
  fix: {
    terraform: `resource "aws_guardduty_detector" "d" {
  enable = true
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html'],
  equivalents: {
    checkov: equal('CKV_AWS_238'),
    prowler: broader('guardduty_is_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_guardduty_detector" "d" {
          enable = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
      `,
    ],
    bad: [
      tf`
        resource "aws_guardduty_detector" "d" {
          enable = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: false
      `,
    ],
    unknown: [
      tf`
        variable "on" {}
        resource "aws_guardduty_detector" "d" {
          enable = var.on
        }
      `,
      cfn`
        Parameters:
          POn:
            Type: String
        Resources:
          D:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: !Ref POn
      `,
    ],
  },
});
