import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy'] as const;

export default defineCheck({
  id: 'aws-iam-keys-not-deleted',
  title: 'Policy does not let its holder delete any key',
  row: 'encryption',
  severity: 'medium',
  on: policyHolders,
  why: 'Deleting a key deletes everything that it encrypts, backups included: the shortest ransom there is.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes to hours: name what it needs',
    reach: 'everything that is encrypted',
    trap: 'the waiting period is thought to be enough; nobody watches it',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement disables, deletes or takes over any key' : undefined))),
  fix: {
    terraform: `# name the one that it works with`,
    cloudformation: `# name the one that it works with`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "kms:Encrypt", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
              Policies:
                - PolicyName: rights
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_user" "u" {
          name = "ann"
        }

        resource "aws_iam_user_policy" "u" {
          user   = aws_iam_user.u.name
          name   = "rights"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["kms:ScheduleKeyDeletion"], Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
            Properties:
              UserName: ann
              Policies:
                - PolicyName: rights
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_iam_policy" "p" {
          name   = "p"
          policy = var.policy
        }
      `,
    ],
  },
});
