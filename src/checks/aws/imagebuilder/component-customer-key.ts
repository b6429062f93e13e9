import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-imagebuilder-component-customer-key',
  title: 'Image component is encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ImageBuilder::Component',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'a new version',
    reach: 'the component',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.arn',
    cloudformation: 'KmsKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
  equivalents: {
    checkov: equal('CKV_AWS_180'),
  },
  examples: {
    good: [
      tf`
        resource "aws_imagebuilder_component" "c" {
          name     = "c"
          platform = "Linux"
          version  = "1.0.0"
          kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::Component
            Properties:
              Name: c
              Platform: Linux
              Version: 1.0.0
              KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_imagebuilder_component" "c" {
          name     = "c"
          platform = "Linux"
          version  = "1.0.0"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::Component
            Properties:
              Name: c
              Platform: Linux
              Version: 1.0.0
              Data: d
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_imagebuilder_component" "c" {
          name     = "c"
          platform = "Linux"
          version  = "1.0.0"
          kms_key_id = var.x
        }
      `,
    ],
  },
});
