import { any, child, isNotEmpty, isTrue, not, oneOf, some } from '../../../model/index.js';
import { defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-image-owners',
  title: 'Machine images are looked up with their owner',
  row: 'os',
  severity: 'medium',
  on: 'Demarc::EC2::ImageLookup',
  why: 'Without an owner, anyone who publishes an image of a fitting name gets it started in your account.',
  cwe: ['CWE-345', 'CWE-829'],
  judgement: {
    detection: 'hard: the image starts and works',
    effort: 'one line',
    reach: 'every instance made from the lookup',
    trap: 'the name is taken to be unique',
  },
  evaluate: ({ Owners: owners, Filter: filters, MostRecent: newest }) =>
    any(not(isTrue(newest)), isNotEmpty(owners), some(filters, (filter) => oneOf(child<string>(filter, 'name'), ['owner-id', 'owner-alias', 'image-id']))),
  fix: {
    terraform: 'owners = ["amazon"]',
    cloudformation: '# name the image by its id, or by an SSM parameter that its owner publishes',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html'],
  equivalents: {
    trivy: narrower('AVD-AWS-0344'),
    checkov: equal('CKV_AWS_386'),
  },
  examples: {
    good: [
      tf`
        data "aws_ami" "a" {
          most_recent = true
          owners      = ["amazon"]
          filter {
            name   = "name"
            values = ["app-*"]
          }
        }
      `,
    ],
    bad: [
      tf`
        data "aws_ami" "a" {
          most_recent = true
          filter {
            name   = "name"
            values = ["app-*"]
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        data "aws_ami" "a" {
          most_recent = true
          owners      = var.x
          filter {
            name   = "name"
            values = ["app-*"]
          }
        }
      `,
    ],
  },
});
