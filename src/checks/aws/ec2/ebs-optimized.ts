import { any, isTrue, test } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

/** Families that are optimized by default. */
const ALWAYS = /^(?:[a-z]+[5-9]|a1|c4|d2|d3|f1|g3|h1|i3|m4|p2|p3|r4|t3|t4|x1|z1|mac|inf|trn|vt|dl|hpc|u-)/;

export default defineCheck({
  id: 'aws-ec2-ebs-optimized',
  title: 'Instances have bandwidth of their own to their volumes',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::EC2::Instance',
  why: 'On older types, disk and network share a line, and one starves the other.',
  cwe: ['CWE-400'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the instance',
    trap: 'current types have it whatever the setting says',
  },
  evaluate: ({ EbsOptimized: optimized, InstanceType: type }) => any(isTrue(optimized), test(type, (value) => ALWAYS.test(String(value)))),
  fix: {
    terraform: 'ebs_optimized = true',
    cloudformation: 'EbsOptimized: true',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_135'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "m3.xlarge"
          ebs_optimized = true
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: m3.xlarge
              EbsOptimized: true
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "m3.xlarge"
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              InstanceType: m3.xlarge
              ImageId: ami-1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "m3.xlarge"
          ebs_optimized = var.x
        }
      `,
    ],
  },
});
