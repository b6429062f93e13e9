import { all, any, every, isPresent, isTrue, not } from '../../../model/index.js';
import { broader, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-image-encryption',
  title: 'Machine images are encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'Demarc::EC2::Image',
  why: 'An unencrypted image can be shared and read without a key.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'a new copy',
    reach: 'every instance that starts from it',
    trap: 'the source is encrypted, so the copy is taken to be',
  },
  evaluate: ({ Encrypted: encrypted, IsCopy: copy, BlockDeviceMappings: devices }) =>
    any(all(isTrue(copy), isTrue(encrypted)), all(not(isTrue(copy)), every(devices, (device) => any(isTrue(device.Ebs.Encrypted), isPresent(device.Ebs.SnapshotId))))),
  fix: {
    terraform: 'encrypted = true',
    cloudformation: '# images are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html'],
  equivalents: {
    checkov: broader('CKV_AWS_235', 'CKV_AWS_204'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ami_copy" "i" {
          name              = "copy"
          source_ami_id     = "ami-1"
          source_ami_region = "eu-west-1"
          encrypted = true
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ami_copy" "i" {
          name              = "copy"
          source_ami_id     = "ami-1"
          source_ami_region = "eu-west-1"
        }
      `,
      tf`
        resource "aws_ami" "i" {
          name = "a"
          ebs_block_device {
            device_name = "/dev/xvda"
            volume_size = 8
          }
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
          encrypted = var.x
        }
      `,
    ],
  },
});
