import { any, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-autoscaling-launch-template',
  title: 'Scaling groups start from launch templates',
  row: 'os',
  severity: 'low',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  why: 'Launch configurations are retired: new accounts cannot make them, and they miss newer settings.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'every instance of the group',
    trap: 'it still works',
  },
  evaluate: ({ LaunchTemplate: template, MixedInstancesPolicy: mixed }) => any(isPresent(template), isPresent(mixed.LaunchTemplate)),
  fix: {
    terraform: `launch_template {
  id      = aws_launch_template.this.id
  version = "$Latest"
}`,
    cloudformation: `LaunchTemplate:
  LaunchTemplateId: !Ref Template
  Version: !GetAtt Template.LatestVersionNumber`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html'],
  equivalents: {
    checkov: equal('CKV_AWS_315'),
    prowler: equal('autoscaling_group_using_ec2_launch_template'),
  },
  examples: {
    good: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          launch_template {
            id = "lt-1"
          }
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: "1"
              MaxSize: "2"
              LaunchTemplate:
                LaunchTemplateId: lt-1
                Version: "1"
      `,
    ],
    bad: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          launch_configuration = "web"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              MinSize: "1"
              MaxSize: "2"
              LaunchConfigurationName: web
      `,
    ],
    unknown: [],
  },
});
