import { every, isNotEmpty, isTrue, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dlm-copies-encrypted',
  title: 'Snapshots that are copied to another region are encrypted',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::DLM::LifecyclePolicy',
  why: 'A copy in another region is one more place from which the disk can be read.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  applies: ({ PolicyDetails: { Schedules: schedules } }) => some(schedules, ({ CrossRegionCopyRules: rules }) => isNotEmpty(rules)),
  evaluate: ({ PolicyDetails: { Schedules: schedules } }) => every(schedules, ({ CrossRegionCopyRules: rules }) => every(rules, ({ Encrypted: on }) => isTrue(on))),
  fix: {
    terraform: `policy_details {
  resource_types = ["VOLUME"]
  schedule {
    name = "daily"
    cross_region_copy_rule {
      target    = "eu-west-1"
      encrypted = true
    }
  }
}`,
    cloudformation: `PolicyDetails:
  ResourceTypes: [VOLUME]
  Schedules:
    - Name: daily
      CrossRegionCopyRules:
        - Target: eu-west-1
          Encrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html'],
  equivalents: {
    checkov: equal('CKV_AWS_255'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dlm_lifecycle_policy" "r" {
          description        = "daily"
          execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
          policy_details {
            resource_types = ["VOLUME"]
            schedule {
              name = "daily"
              cross_region_copy_rule {
                target    = "eu-west-1"
                encrypted = true
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              Description: daily
              ExecutionRoleArn: arn:aws:iam::111122223333:role/dlm
              State: ENABLED
              PolicyDetails:
                ResourceTypes: [VOLUME]
                Schedules:
                  - Name: daily
                    CrossRegionCopyRules:
                      - Target: eu-west-1
                        Encrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dlm_lifecycle_policy" "r" {
          description        = "daily"
          execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
          policy_details {
            resource_types = ["VOLUME"]
            schedule {
              name = "daily"
              cross_region_copy_rule {
                target    = "eu-west-1"
                encrypted = false
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DLM::LifecyclePolicy
            Properties:
              Description: daily
              ExecutionRoleArn: arn:aws:iam::111122223333:role/dlm
              State: ENABLED
              PolicyDetails:
                ResourceTypes: [VOLUME]
                Schedules:
                  - Name: daily
                    CrossRegionCopyRules:
                      - Target: eu-west-1
                        Encrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_dlm_lifecycle_policy" "r" {
          description        = "daily"
          execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
          policy_details {
            resource_types = ["VOLUME"]
            schedule {
              name = "daily"
              cross_region_copy_rule {
                target    = "eu-west-1"
                encrypted = var.x
              }
            }
          }
        }
      `,
    ],
  },
});
