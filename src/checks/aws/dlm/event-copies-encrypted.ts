import { every, isNotEmpty, isTrue, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-dlm-event-copies-encrypted',
  title: 'Copies of shared snapshots are encrypted',
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
  applies: ({ PolicyDetails: { Actions: actions } }) => some(actions, ({ CrossRegionCopy: copies }) => isNotEmpty(copies)),
  evaluate: ({ PolicyDetails: { Actions: actions } }) => every(actions, ({ CrossRegionCopy: copies }) => every(copies, ({ EncryptionConfiguration: { Encrypted: on } }) => isTrue(on))),
  fix: {
    terraform: `policy_details {
  policy_type = "EVENT_BASED_POLICY"
  action {
    name = "copy"
    cross_region_copy {
      target = "eu-west-1"
      encryption_configuration {
        encrypted = true
      }
    }
  }
}`,
    cloudformation: `PolicyDetails:
  PolicyType: EVENT_BASED_POLICY
  Actions:
    - Name: copy
      CrossRegionCopy:
        - Target: eu-west-1
          EncryptionConfiguration:
            Encrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html'],
  equivalents: {
    checkov: equal('CKV_AWS_253'),
  },
  examples: {
    good: [
      tf`
        resource "aws_dlm_lifecycle_policy" "r" {
          description        = "daily"
          execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
          policy_details {
            policy_type = "EVENT_BASED_POLICY"
            action {
              name = "copy"
              cross_region_copy {
                target = "eu-west-1"
                encryption_configuration {
                  encrypted = true
                }
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
                PolicyType: EVENT_BASED_POLICY
                Actions:
                  - Name: copy
                    CrossRegionCopy:
                      - Target: eu-west-1
                        EncryptionConfiguration:
                          Encrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_dlm_lifecycle_policy" "r" {
          description        = "daily"
          execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
          policy_details {
            policy_type = "EVENT_BASED_POLICY"
            action {
              name = "copy"
              cross_region_copy {
                target = "eu-west-1"
                encryption_configuration {
                  encrypted = false
                }
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
                PolicyType: EVENT_BASED_POLICY
                Actions:
                  - Name: copy
                    CrossRegionCopy:
                      - Target: eu-west-1
                        EncryptionConfiguration:
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
            policy_type = "EVENT_BASED_POLICY"
            action {
              name = "copy"
              cross_region_copy {
                target = "eu-west-1"
                encryption_configuration {
                  encrypted = var.x
                }
              }
            }
          }
        }
      `,
    ],
  },
});
