import { child, every } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-imagebuilder-distribution-customer-key',
  title: 'Distributed images are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ImageBuilder::DistributionConfiguration',
  why: 'With a key of your own you decide who may decrypt, and see each use.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard: both look encrypted',
    effort: 'a new cluster from a snapshot',
    reach: 'the data and its snapshots',
    trap: 'the key that AWS manages cannot be shared or cut off',
  },
  evaluate: ({ Distributions: distributions }) => every(distributions, (one) => customerKey(child<string>(one.AmiDistributionConfiguration, 'KmsKeyId'))),
  fix: {
    terraform: `ami_distribution_configuration {
  kms_key_id = aws_kms_key.this.arn
}`,
    cloudformation: `AmiDistributionConfiguration:
  KmsKeyId: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
  equivalents: {
    checkov: equal('CKV_AWS_199'),
  },
  examples: {
    good: [
      tf`
        resource "aws_imagebuilder_distribution_configuration" "d" {
          name = "d"
          distribution {
            region = "eu-west-1"
            ami_distribution_configuration {
              kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::DistributionConfiguration
            Properties:
              Name: d
              Distributions:
                - Region: eu-west-1
                  AmiDistributionConfiguration:
                    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_imagebuilder_distribution_configuration" "d" {
          name = "d"
          distribution {
            region = "eu-west-1"
            ami_distribution_configuration {
              name = "a"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ImageBuilder::DistributionConfiguration
            Properties:
              Name: d
              Distributions:
                - Region: eu-west-1
                  AmiDistributionConfiguration:
                    Name: a
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_imagebuilder_distribution_configuration" "d" {
          name = "d"
          distribution {
            region = "eu-west-1"
            ami_distribution_configuration {
              kms_key_id = var.x
            }
          }
        }
      `,
    ],
  },
});
