import { cfn, defineCheck, equal, tf } from '../../define.js';
import { customerKey } from '../../aws/keys.js';

export default defineCheck({
  id: 'aws-sagemaker-job-volume-customer-key',
  title: 'Disks of a monitoring job are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::SageMaker::DataQualityJobDefinition',
  why: 'The disks hold copies of the data that the job looks at; only a key of your own can cut off whoever got at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the argument is missing',
    effort: 'one line, and a new resource where the key cannot be changed',
    reach: 'all that is stored with it',
    trap: 'encryption by the provider is taken to be under your control',
  },
  evaluate: ({ JobResources: { ClusterConfig: { VolumeKmsKeyId: key } } }) => customerKey(key),
  fix: {
    terraform: `job_resources {
  cluster_config {
    instance_count    = 1
    instance_type     = "ml.m5.large"
    volume_size_in_gb = 20
    volume_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k"
  }
}`,
    cloudformation: `JobResources:
  ClusterConfig:
    VolumeKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/k`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  equivalents: {
    checkov: equal('CKV_AWS_368'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          job_resources {
            cluster_config {
              instance_count    = 1
              instance_type     = "ml.m5.large"
              volume_size_in_gb = 20
              volume_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/j
              JobResources:
                ClusterConfig:
                  VolumeKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/k
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          job_resources {
            cluster_config {
              instance_count    = 1
              instance_type     = "ml.m5.large"
              volume_size_in_gb = 20
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::DataQualityJobDefinition
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/j
              JobResources:
                ClusterConfig:
                  InstanceCount: 1
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_sagemaker_data_quality_job_definition" "r" {
          name     = "j"
          role_arn = "arn:aws:iam::111122223333:role/j"
          job_resources {
            cluster_config {
              instance_count    = 1
              instance_type     = "ml.m5.large"
              volume_size_in_gb = 20
              volume_kms_key_id = var.x
            }
          }
        }
      `,
    ],
  },
});
