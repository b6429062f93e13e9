import { all, any, every, isAbsent, isTrue } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-imagebuilder-recipe-encryption',
  title: 'Image recipe encrypts its disks with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ImageBuilder::ImageRecipe',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ BlockDeviceMappings: devices }) => every(devices, (device) => any(isAbsent(device.Ebs), all(isTrue(device.Ebs.Encrypted), customerKey(device.Ebs.KmsKeyId)))),
  fix: {
    terraform: `ebs {
  encrypted  = true
  kms_key_id = aws_kms_key.this.arn
}`,
    cloudformation: `Ebs:
  Encrypted: true
  KmsKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
  equivalents: {
    checkov: equal('CKV_AWS_200'),
  },
  examples: {
    good: [
      tf`
        resource "aws_imagebuilder_image_recipe" "r" {
          name         = "r"
          parent_image = "p"
          version      = "1.0.0"
          block_device_mapping {
            device_name = "/dev/xvda"
            ebs {
              encrypted  = true
              kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::ImageRecipe
            Properties:
              Name: r
              Version: 1.0.0
              BlockDeviceMappings:
                - DeviceName: /dev/xvda
                  Ebs:
                    Encrypted: true
                    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_imagebuilder_image_recipe" "r" {
          name         = "r"
          parent_image = "p"
          version      = "1.0.0"
          block_device_mapping {
            device_name = "/dev/xvda"
            ebs {
              volume_size = 8
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::ImageRecipe
            Properties:
              Name: r
              Version: 1.0.0
              BlockDeviceMappings:
                - DeviceName: /dev/xvda
                  Ebs:
                    VolumeSize: 8
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_imagebuilder_image_recipe" "r" {
          name         = "r"
          parent_image = "p"
          version      = "1.0.0"
          block_device_mapping {
            device_name = "/dev/xvda"
            ebs {
              encrypted  = true
              kms_key_id = var.x
            }
          }
        }
      `,
    ],
  },
});
