import { isPresent } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-vpc-flow-logs',
  title: 'VPC keeps flow logs',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::EC2::VPC',
  why: 'Without flow logs nobody can tell, after a break-in, where the intruder went and what left.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: nothing is there to look at',
    effort: 'minutes; storage costs a little',
    reach: 'every resource of the network',
    trap: 'CloudTrail is taken to show traffic; it shows calls to AWS',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::EC2::FlowLog'), (log) => isPresent(log.ResourceId)), resource, 'FlowLog', 'no flow log watches the VPC'),
  fix: {
    terraform: `resource "aws_flow_log" "this" {
  vpc_id          = aws_vpc.this.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = aws_iam_role.flow.arn
}`,
    cloudformation: `FlowLog:
  Type: AWS::EC2::FlowLog
  Properties:
    ResourceType: VPC
    ResourceId: !Ref Vpc
    TrafficType: ALL
    LogDestinationType: s3
    LogDestination: !GetAtt Bucket.Arn`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_11'),
    trivy: equal('AVD-AWS-0178'),
    prowler: equal('vpc_flow_logs_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_flow_log" "f" {
          vpc_id          = aws_vpc.v.id
          traffic_type    = "ALL"
          log_destination = "arn:aws:s3:::flow"
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          F:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceType: VPC
              ResourceId: !Ref V
              TrafficType: ALL
              LogDestinationType: s3
              LogDestination: arn:aws:s3:::flow
      `,
    ],
    bad: [
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
    unknown: [
      tf`
        variable "x" {}
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_flow_log" "f" {
          vpc_id          = var.x
          traffic_type    = "ALL"
          log_destination = "arn:aws:s3:::flow"
        }
      `,
    ],
  },
});
