import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-sagemaker-model-package-names-callers',
  title: 'Model group\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::SageMaker::ModelPackageGroup',
  why: 'Models are the essence of the data that they learned from; a group for everyone gives them away.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the models',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ ModelPackageGroupPolicy }) => namesCallers(ModelPackageGroupPolicy),
  fix: {
    terraform: `resource "aws_sagemaker_model_package_group_policy" "p" {
  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
  resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "sagemaker:DescribeModelPackage", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "sagemaker:DescribeModelPackage", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-version-xaccount.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_model_package_group" "g" {
          model_package_group_name = "pricing"
        }

        resource "aws_sagemaker_model_package_group_policy" "p" {
          model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
          resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "sagemaker:DescribeModelPackage", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_sagemaker_model_package_group" "g" {
          model_package_group_name = "pricing"
        }

        resource "aws_sagemaker_model_package_group_policy" "p" {
          model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
          resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "sagemaker:DescribeModelPackage", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::SageMaker::ModelPackageGroup
            Properties:
              ModelPackageGroupName: pricing
              ModelPackageGroupPolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "sagemaker:DescribeModelPackage", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_sagemaker_model_package_group" "g" {
          model_package_group_name = "pricing"
        }

        resource "aws_sagemaker_model_package_group_policy" "p" {
          model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
          resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sagemaker:DescribeModelPackage", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_sagemaker_model_package_group" "g" {
          model_package_group_name = "pricing"
        }

        resource "aws_sagemaker_model_package_group_policy" "p" {
          model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
          resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "sagemaker:DescribeModelPackage", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::SageMaker::ModelPackageGroup
            Properties:
              ModelPackageGroupName: pricing
              ModelPackageGroupPolicy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sagemaker:DescribeModelPackage", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_sagemaker_model_package_group" "g" {
          model_package_group_name = "pricing"
        }

        resource "aws_sagemaker_model_package_group_policy" "p" {
          model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name
          resource_policy          = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "sagemaker:DescribeModelPackage", Resource = "*" }] })
        }
      `,
    ],
  },
});
