import { because, isTrue, not, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-default-vpc',
  title: 'The default VPC is not used',
  row: 'network',
  severity: 'low',
  on: 'AWS::EC2::VPC',
  why: 'The default VPC is public throughout: what lands in it gets a public address and a route to the internet.',
  cwe: ['CWE-1188'],
  judgement: {
    detection: 'easy',
    effort: 'a network of your own',
    reach: 'everything in it',
    trap: 'the default is taken to be the safe choice',
  },
  evaluate: (_, { facts, resource }) => because(not(isTrue(facts.IsDefault as Field<boolean>)), (truth) => (truth === false ? `\`${resource.address}\` adopts the default VPC` : undefined)),
  fix: {
    terraform: `resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}`,
    cloudformation: `Vpc:
  Type: AWS::EC2::VPC
  Properties:
    CidrBlock: 10.0.0.0/16`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_148'),
    trivy: equal('AVD-AWS-0101'),
  },
  examples: {
    good: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
      `,
    ],
    bad: [
      tf`
        resource "aws_default_vpc" "v" {
        }
      `,
    ],
    unknown: [],
  },
});
