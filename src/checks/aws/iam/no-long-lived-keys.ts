import { because, equals } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-no-long-lived-keys',
  title: 'No long-lived access key is made',
  row: 'identity',
  severity: 'high',
  on: 'AWS::IAM::AccessKey',
  why: 'A key that never expires ends up in repositories, logs and images; most cloud break-ins with valid credentials begin with one.',
  cwe: ['CWE-798', 'CWE-324'],
  judgement: {
    detection: 'hard: a copied key leaves no trace',
    effort: 'hours: let the workload assume a role',
    reach: 'everything that the user may do, until someone deletes the key',
    trap: 'the key is believed to stay where it was put',
  },
  evaluate: ({ Status }) => because(equals(Status, 'Inactive'), (truth) => (truth === false ? 'an active access key is made, and it never expires' : undefined)),
  fix: {
    terraform: `# let the workload assume a role instead of making a key`,
    cloudformation: `# let the workload assume a role instead of making a key`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  equivalents: {
    prowler: broader('iam_user_no_setup_initial_access_key', 'iam_rotate_access_key_90_days'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_access_key" "k" {
          user   = "ci"
          status = "Inactive"
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ci
              Status: Inactive
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_access_key" "k" {
          user = "ci"
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ci
      `,
    ],
    unknown: [
      tf`
        variable "status" {
          type = string
        }
        resource "aws_iam_access_key" "k" {
          user   = "ci"
          status = var.status
        }
      `,
    ],
  },
});
