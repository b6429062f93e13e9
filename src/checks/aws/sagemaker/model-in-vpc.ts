import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-sagemaker-model-in-vpc',
  title: 'Model stands in a network of your own',
  row: 'network',
  severity: 'low',
  on: 'AWS::SageMaker::Model',
  why: 'Outside your network nothing filters or logs what the model\'s container sends and receives.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: no network is named',
    effort: 'a new model and endpoint',
    reach: 'what the model is given to judge',
    trap: 'the service is taken to shield it',
  },
  evaluate: ({ VpcConfig: { Subnets: subnets } }) => isNotEmpty(subnets),
  fix: {
    terraform: `vpc_config {
  subnets            = ["subnet-1"]
  security_group_ids = ["sg-1"]
}`,
    cloudformation: `VpcConfig:
  Subnets: [subnet-1]
  SecurityGroupIds: [sg-1]`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html'],
  equivalents: {
    prowler: equal('sagemaker_models_vpc_settings_configured'),
  },
  examples: {
    good: [
      tf`
        resource "aws_sagemaker_model" "r" {
          name               = "m"
          execution_role_arn = "arn:aws:iam::111122223333:role/m"
          vpc_config {
            subnets            = ["subnet-1"]
            security_group_ids = ["sg-1"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: arn:aws:iam::111122223333:role/m
              VpcConfig:
                Subnets: [subnet-1]
                SecurityGroupIds: [sg-1]
      `,
    ],
    bad: [
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
    unknown: [],
  },
});
