import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-notebook-imdsv2',
  title: 'Notebook demands version 2 of the metadata service',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::SageMaker::NotebookInstance',
  why: 'Version 1 hands the role\'s keys to any request that code in the notebook is tricked into sending.',
  cwe: ['CWE-918'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: version } }) => equals(version, '2'),
  fix: {
    terraform: `instance_metadata_service_configuration {
  minimum_instance_metadata_service_version = "2"
}`,
    cloudformation: `InstanceMetadataServiceConfiguration:
  MinimumInstanceMetadataServiceVersion: "2"`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html'],
  equivalents: {
    checkov: equal('CKV_AWS_371'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          instance_metadata_service_configuration {
            minimum_instance_metadata_service_version = "2"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/n
              InstanceType: ml.t3.medium
              InstanceMetadataServiceConfiguration:
                MinimumInstanceMetadataServiceVersion: "2"
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          instance_metadata_service_configuration {
            minimum_instance_metadata_service_version = "1"
          }
        }
      `,
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/n
              InstanceType: ml.t3.medium
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          instance_metadata_service_configuration {
            minimum_instance_metadata_service_version = var.x
          }
        }
      `,
    ],
  },
});
