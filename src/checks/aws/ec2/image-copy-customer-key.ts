import { isTrue } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-image-copy-customer-key',
  title: 'Copies of machine images are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::EC2::Image',
  why: 'With a key of your own you decide who may start the copy, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'a new copy',
    reach: 'the copied image',
    trap: 'encrypted is taken to mean with your key',
  },
  applies: ({ IsCopy: copy }) => isTrue(copy),
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: '# images are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_236'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ami_copy" "i" {
          name              = "copy"
          source_ami_id     = "ami-1"
          source_ami_region = "eu-west-1"
          encrypted  = true
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ami_copy" "i" {
          name              = "copy"
          source_ami_id     = "ami-1"
          source_ami_region = "eu-west-1"
          encrypted = true
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_ami_copy" "i" {
          name              = "copy"
          source_ami_id     = "ami-1"
          source_ami_region = "eu-west-1"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
