import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-model-isolated',
  title: 'Model runs without a network',
  row: 'network',
  severity: 'medium',
  on: 'AWS::SageMaker::Model',
  why: 'A model, or a package in its container, that is hostile can send out what it is given to judge; isolated it cannot.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ EnableNetworkIsolation: on }) => isTrue(on),
  fix: {
    terraform: `enable_network_isolation = true`,
    cloudformation: `EnableNetworkIsolation: true`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
  equivalents: {
    checkov: equal('CKV_AWS_370'),
    prowler: equal('sagemaker_models_network_isolation_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_model" "r" {
          name                     = "m"
          execution_role_arn       = "arn:aws:iam::111122223333:role/m"
          enable_network_isolation = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/m
              EnableNetworkIsolation: true
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_model" "r" {
          name                     = "m"
          execution_role_arn       = "arn:aws:iam::111122223333:role/m"
          enable_network_isolation = false
        }
      `,
      tf`
        resource "aws_sagemaker_model" "r" {
          name               = "m"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/m
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_sagemaker_model" "r" {
          name                     = "m"
          execution_role_arn       = "arn:aws:iam::111122223333:role/m"
          enable_network_isolation = var.x
        }
      `,
    ],
  },
});
