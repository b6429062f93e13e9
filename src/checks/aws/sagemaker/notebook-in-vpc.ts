import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-notebook-in-vpc',
  title: 'Notebook stands in a network of your own',
  row: 'network',
  severity: 'medium',
  on: 'AWS::SageMaker::NotebookInstance',
  why: 'Outside your network nothing filters or logs what the notebook sends and receives.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: no subnet is named',
    effort: 'a new notebook',
    reach: 'data and role of the notebook',
    trap: 'the service is taken to shield it',
  },
  evaluate: ({ SubnetId: subnet }) => isPresent(subnet),
  fix: {
    terraform: `subnet_id = "subnet-1"`,
    cloudformation: `SubnetId: subnet-1`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-connect-to-resources.html'],
  equivalents: {
    checkov: equal('CKV_AWS_306'),
    prowler: equal('sagemaker_notebook_instance_vpc_settings_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          subnet_id     = "subnet-1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/n
              InstanceType: ml.t3.medium
              SubnetId: subnet-1
      `,
    ],
    bad: [
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
          subnet_id     = var.x
        }
      `,
    ],
  },
});
