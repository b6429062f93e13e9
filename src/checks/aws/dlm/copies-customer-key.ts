import { every, isNotEmpty, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { customerKey } from '../../aws/keys.js';

export default defineCheck({
  id: 'aws-dlm-copies-customer-key',
  title: 'Snapshots that are copied to another region are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::DLM::LifecyclePolicy',
  why: 'Only a key of your own has a policy that you write, and can cut off whoever got at the copy.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the argument is missing',
    effort: 'one line, and a new resource where the key cannot be changed',
    reach: 'all that is stored with it',
    trap: 'encryption by the provider is taken to be under your control',
  },
  applies: ({ PolicyDetails: { Schedules: schedules } }) => some(schedules, ({ CrossRegionCopyRules: rules }) => isNotEmpty(rules)),
  evaluate: ({ PolicyDetails: { Schedules: schedules } }) => every(schedules, ({ CrossRegionCopyRules: rules }) => every(rules, ({ CmkArn: key }) => customerKey(key))),
  fix: {
    terraform: `policy_details {
  resource_types = ["VOLUME"]
  schedule {
    name = "daily"
    cross_region_copy_rule {
      target    = "eu-west-1"
      encrypted = true
      cmk_arn   = "arn:aws:kms:eu-west-1:111122223333:key/k"
    }
  }
}`,
    cloudformation: `PolicyDetails:
  ResourceTypes: [VOLUME]
  Schedules:
    - Name: daily
      CrossRegionCopyRules:
        - Target: eu-west-1
          Encrypted: true
          CmkArn: arn:aws:kms:eu-west-1:111122223333:key/k`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html'],
  equivalents: {
    checkov: equal('CKV_AWS_256'),
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
                cmk_arn   = "arn:aws:kms:eu-west-1:111122223333:key/k"
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
                        CmkArn: arn:aws:kms:eu-west-1:111122223333:key/k
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
    unknown: [
      tf`
        variable "x" {
          type = string
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
                encrypted = true
                cmk_arn   = var.x
              }
            }
          }
        }
      `,
    ],
  },
});
