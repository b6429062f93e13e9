import { isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-autoscaling-tags',
  title: 'Scaling groups pass their tags to instances',
  row: 'os',
  severity: 'info',
  on: 'AWS::AutoScaling::AutoScalingGroup',
  why: 'An instance without tags belongs to nobody when something must be found or paid for.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the instances of the group',
    trap: 'tags of the group are taken to be on its instances',
  },
  evaluate: ({ Tags: tags }) => isNotEmpty(tags),
  fix: {
    terraform: `tag {
  key                 = "owner"
  value               = "web"
  propagate_at_launch = true
}`,
    cloudformation: `Tags:
  - Key: owner
    Value: web
    PropagateAtLaunch: true`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_153'),
  },
  examples: {
    good: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
          tag {
            key                 = "owner"
            value               = "web"
            propagate_at_launch = true
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
              Tags:
                - Key: owner
                  Value: web
                  PropagateAtLaunch: true
      `,
    ],
    bad: [
      tf`
        resource "aws_autoscaling_group" "g" {
          min_size = 1
          max_size = 2
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
