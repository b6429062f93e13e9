import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-notebook-no-internet',
  title: 'Notebook has no line of its own to the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::SageMaker::NotebookInstance',
  why: 'A notebook holds data and a role; with direct internet access it can send both anywhere, past the network of the account.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DirectInternetAccess: way }) => equals(way, 'Disabled'),
  fix: {
    terraform: `direct_internet_access = "Disabled"`,
    cloudformation: `DirectInternetAccess: Disabled`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html'],
  equivalents: {
    checkov: equal('CKV_AWS_122'),
    prowler: equal('sagemaker_notebook_instance_without_direct_internet_access_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name                   = "n"
          role_arn               = "arn:aws:iam::111122223333:role/n"
          instance_type          = "ml.t3.medium"
          subnet_id              = "subnet-1"
          security_groups        = ["sg-1"]
          direct_internet_access = "Disabled"
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
              DirectInternetAccess: Disabled
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name                   = "n"
          role_arn               = "arn:aws:iam::111122223333:role/n"
          instance_type          = "ml.t3.medium"
          subnet_id              = "subnet-1"
          security_groups        = ["sg-1"]
          direct_internet_access = "Enabled"
        }
      `,
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name            = "n"
          role_arn        = "arn:aws:iam::111122223333:role/n"
          instance_type   = "ml.t3.medium"
          subnet_id       = "subnet-1"
          security_groups = ["sg-1"]
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
              DirectInternetAccess: Enabled
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_sagemaker_notebook_instance" "r" {
          name                   = "n"
          role_arn               = "arn:aws:iam::111122223333:role/n"
          instance_type          = "ml.t3.medium"
          subnet_id              = "subnet-1"
          security_groups        = ["sg-1"]
          direct_internet_access = var.x
        }
      `,
    ],
  },
});
