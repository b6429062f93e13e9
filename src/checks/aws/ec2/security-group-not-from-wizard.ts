import { matches, not } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-not-from-wizard',
  title: 'Security group was written on purpose',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Groups of the launch wizard open SSH or RDP to everyone, and are reused because they are there.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: its name',
    effort: 'minutes: write one',
    reach: 'what wears the group',
    trap: 'the wizard is taken to choose well',
  },
  evaluate: ({ GroupName: name }) => not(matches(name, /^launch-wizard/)),
  fix: {
    terraform: `name = "web"`,
    cloudformation: `GroupName: web`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-security-groups.html'],
  equivalents: {
    prowler: narrower('ec2_securitygroup_from_launch_wizard'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "r" {
          description = "web"
          name        = "web"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              GroupName: web
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "r" {
          description = "web"
          name        = "launch-wizard-1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              GroupName: launch-wizard-1
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_security_group" "r" {
          description = "web"
          name        = var.x
        }
      `,
    ],
  },
});
