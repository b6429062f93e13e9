import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-job-traffic-encrypted',
  title: 'Machines of a monitoring job talk encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SageMaker::DataQualityJobDefinition',
  why: 'The data that the job looks at travels between its machines; in the clear it can be read on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ NetworkConfig: { EnableInterContainerTrafficEncryption: on } }) => isTrue(on),
  fix: {
    terraform: `network_config {
  enable_inter_container_traffic_encryption = true
}`,
    cloudformation: `NetworkConfig:
  EnableInterContainerTrafficEncryption: true`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  equivalents: {
    checkov: equal('CKV_AWS_369'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          network_config {
            enable_inter_container_traffic_encryption = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/j
              NetworkConfig:
                EnableInterContainerTrafficEncryption: true
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          network_config {
            enable_inter_container_traffic_encryption = false
          }
        }
      `,
      tf`
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/j
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          network_config {
            enable_inter_container_traffic_encryption = var.x
          }
        }
      `,
    ],
  },
});
