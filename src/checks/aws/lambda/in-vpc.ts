import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-lambda-in-vpc',
  title: 'Function runs inside your network',
  row: 'network',
  severity: 'low',
  on: 'AWS::Lambda::Function',
  why: 'A function outside of your VPC can reach the whole internet and no private endpoint: data leaves unseen.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'minutes to hours',
    reach: 'one function',
    trap: 'the default is believed to be the safe choice',
  },
  evaluate: ({ VpcConfig }) => isNotEmpty(VpcConfig.SubnetIds),
  fix: {
    terraform: `vpc_config {
  subnet_ids         = ["subnet-1"]
  security_group_ids = ["sg-1"]
}`,
    cloudformation: `VpcConfig:
  SubnetIds: [subnet-1]
  SecurityGroupIds: [sg-1]`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_117'),
    prowler: equal('awslambda_function_inside_vpc'),
  },
  examples: {
    good: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          vpc_config {
            subnet_ids         = ["subnet-1"]
            security_group_ids = ["sg-1"]
          }
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Role: arn:aws:iam::111122223333:role/f
              Code:
                S3Bucket: code
                S3Key: f.zip
              VpcConfig:
                SubnetIds: [subnet-1]
                SecurityGroupIds: [sg-1]
      `,
    ],
    bad: [
      tf`
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          timeout = 3
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties:
              Role: arn:aws:iam::111122223333:role/f
              Code:
                S3Bucket: code
                S3Key: f.zip
              Timeout: 3
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = any
        }
        resource "aws_lambda_function" "f" {
          function_name = "f"
          role          = "arn:aws:iam::111122223333:role/f"
          handler       = "index.handler"
          filename      = "f.zip"
          vpc_config {
            subnet_ids         = var.v
            security_group_ids = ["sg-1"]
          }
        }
      `,
    ],
  },
});
