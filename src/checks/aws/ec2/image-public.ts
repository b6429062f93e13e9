import { equals, not } from '../../../model/index.js';
import { defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-image-public',
  title: 'Machine images are shared with no one but named accounts',
  row: 'data',
  severity: 'high',
  on: 'Demarc::EC2::LaunchPermission',
  why: 'Whatever is on the image, keys and code too, can be started and read by anyone.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: public images are listed for everyone',
    effort: 'a minute',
    reach: 'everything on the image',
    trap: 'it holds only the application, and with it its configuration',
  },
  evaluate: ({ Group: group }) => not(equals(group, 'all')),
  fix: {
    terraform: `resource "aws_ami_launch_permission" "this" {
  image_id   = aws_ami.this.id
  account_id = "111122223333"
}`,
    cloudformation: '# images are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_205'),
    prowler: equal('ec2_ami_public'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ami_launch_permission" "p" {
          image_id = "ami-1"
          account_id = "111122223333"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ami_launch_permission" "p" {
          image_id = "ami-1"
          group = "all"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ami_launch_permission" "p" {
          image_id = "ami-1"
          group = var.x
        }
      `,
    ],
  },
});
