import { any, isPresent } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-instance-profile',
  title: 'Instances act through a role',
  row: 'identity',
  severity: 'low',
  on: 'AWS::EC2::Instance',
  why: 'A machine without a role gets keys in its files instead, which never expire and are copied along.',
  cwe: ['CWE-522'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'the keys on the machine',
    trap: 'the machine seems to need no rights, until someone logs in and configures some',
  },
  evaluate: ({ IamInstanceProfile: own }, { through }) => any(isPresent(own), someLinked(through('LaunchTemplate', 'AWS::EC2::LaunchTemplate'), ({ LaunchTemplateData: { IamInstanceProfile: profile } }) => any(isPresent(profile.Name), isPresent(profile.Arn)))),
  fix: {
    terraform: 'iam_instance_profile = aws_iam_instance_profile.this.name',
    cloudformation: 'IamInstanceProfile: !Ref Profile',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_41'),
    prowler: equal('ec2_instance_profile_attached'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          iam_instance_profile = "app"
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              IamInstanceProfile: app
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              InstanceType: t3.micro
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          iam_instance_profile = var.x
        }
      `,
    ],
  },
});
