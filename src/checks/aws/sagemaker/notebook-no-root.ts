import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-notebook-no-root',
  title: 'Users of a notebook are not root',
  row: 'os',
  severity: 'medium',
  on: 'AWS::SageMaker::NotebookInstance',
  why: 'As root a user, or a package that the user installs, changes the machine for all who use it after.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ RootAccess: root }) => equals(root, 'Disabled'),
  fix: {
    terraform: `root_access = "Disabled"`,
    cloudformation: `RootAccess: Disabled`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
  equivalents: {
    checkov: equal('CKV_AWS_307'),
    prowler: equal('sagemaker_notebook_instance_root_access_disabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          root_access   = "Disabled"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::NotebookInstance
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/n
              InstanceType: ml.t3.medium
              RootAccess: Disabled
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_notebook_instance" "r" {
          name          = "n"
          role_arn      = "arn:aws:iam::111122223333:role/n"
          instance_type = "ml.t3.medium"
          root_access   = "Enabled"
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
              RootAccess: Enabled
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
          root_access   = var.x
        }
      `,
    ],
  },
});
