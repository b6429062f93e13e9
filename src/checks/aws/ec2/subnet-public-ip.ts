import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-subnet-public-ip',
  title: 'Subnets hand out no public addresses',
  row: 'network',
  severity: 'medium',
  on: 'AWS::EC2::Subnet',
  why: 'Every machine started there is on the internet without anyone having asked for it.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag of the subnet',
    effort: 'a minute, but see what depends on it',
    reach: 'everything launched in the subnet',
    trap: 'the flag is taken for a property of public subnets that must be on',
  },
  evaluate: ({ MapPublicIpOnLaunch: map }) => not(isTrue(map)),
  fix: {
    terraform: 'map_public_ip_on_launch = false',
    cloudformation: 'MapPublicIpOnLaunch: false',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
  equivalents: {
    checkov: equal('CKV_AWS_130'),
    trivy: equal('AVD-AWS-0164'),
    prowler: equal('vpc_subnet_no_public_ip_by_default'),
  },
  examples: {
    good: [
      tf`
        resource "aws_subnet" "s" {
          vpc_id     = "vpc-1"
          cidr_block = "10.0.1.0/24"
          map_public_ip_on_launch = false
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
              CidrBlock: 10.0.1.0/24
      `,
    ],
    bad: [
      tf`
        resource "aws_subnet" "s" {
          vpc_id     = "vpc-1"
          cidr_block = "10.0.1.0/24"
          map_public_ip_on_launch = true
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
              MapPublicIpOnLaunch: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_subnet" "s" {
          vpc_id     = "vpc-1"
          cidr_block = "10.0.1.0/24"
          map_public_ip_on_launch = var.x
        }
      `,
    ],
  },
});
