import { isTrue, test } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';

/** The types that take the setting: all others have it always, or (t2 and older) cannot have it. */
const OPTIONAL = /^(?:(?:c1|m1)\.xlarge|m1\.large|m2\.[24]xlarge|m3\.2?xlarge|g2\.2xlarge|(?:c3|i2|r3)\.[24]?xlarge)$/;

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
  applies: ({ InstanceType: type }) => test(type, (value) => OPTIONAL.test(String(value))),
  evaluate: ({ EbsOptimized: optimized }) => isTrue(optimized),
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
