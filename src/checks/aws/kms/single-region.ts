import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-kms-single-region',
  title: 'Key stays in one region',
  row: 'encryption',
  severity: 'info',
  on: 'AWS::KMS::Key',
  why: 'A multi-region key is one key in several places: who gets at one of them has all.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ MultiRegion: on }) => not(isTrue(on)),
  fix: {
    terraform: `multi_region = false`,
    cloudformation: `MultiRegion: false`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  equivalents: {
    prowler: equal('kms_cmk_not_multi_region'),
  },
  examples: {
    good: [
      tf`
        resource "aws_kms_key" "r" {
          enable_key_rotation = true
          multi_region        = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
              MultiRegion: false
      `,
    ],
    bad: [
      tf`
        resource "aws_kms_key" "r" {
          enable_key_rotation = true
          multi_region        = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::KMS::Key
            Properties:
              EnableKeyRotation: true
              MultiRegion: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_kms_key" "r" {
          enable_key_rotation = true
          multi_region        = var.x
        }
      `,
    ],
  },
});
