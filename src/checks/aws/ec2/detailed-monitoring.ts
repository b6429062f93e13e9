import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-detailed-monitoring',
  title: 'Instances are measured every minute',
  row: 'logging',
  severity: 'info',
  on: ['AWS::EC2::Instance'],
  why: 'With five-minute figures an attack, or a miner, is seen late.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line; it costs a little',
    reach: 'the instance',
    trap: 'basic monitoring looks the same on the chart',
  },
  evaluate: ({ Monitoring: monitoring }) => isTrue(monitoring),
  fix: {
    terraform: 'monitoring = true',
    cloudformation: 'Monitoring: true',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-cloudwatch-new.html'],
  equivalents: {
    checkov: equal('CKV_AWS_126'),
    prowler: equal('ec2_instance_detailed_monitoring_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          monitoring = true
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              Monitoring: true
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          monitoring = false
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              Monitoring: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          monitoring = var.x
        }
      `,
    ],
  },
});
