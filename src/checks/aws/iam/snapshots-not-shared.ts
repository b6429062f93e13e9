import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['ec2:ModifySnapshotAttribute', 'ec2:ModifyImageAttribute', 'rds:ModifyDBSnapshotAttribute', 'rds:ModifyDBClusterSnapshotAttribute'] as const;

export default defineCheck({
  id: 'aws-iam-snapshots-not-shared',
  title: 'Policy does not let its holder share disks and databases',
  row: 'data',
  severity: 'medium',
  on: policyHolders,
  why: 'Sharing a snapshot with another account copies the data out without touching the network.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes to hours: name what it needs',
    reach: 'every disk and database that has a snapshot',
    trap: 'backup rights are thought to be rights to save, not to give away',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement shares any snapshot or image with other accounts' : undefined))),
  fix: {
    terraform: `# name the one that it works with`,
    cloudformation: `# name the one that it works with`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-modifying-snapshot-permissions.html'],
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
            Statement = [{ Effect = "Allow", Action = "ec2:CreateSnapshot", Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ec2:CreateSnapshot", "Resource": "*"}]}
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
            Statement = [{ Effect = "Allow", Action = "rds:*", Resource = "*" }]
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
            Statement = [{ Effect = "Allow", Action = ["ec2:ModifySnapshotAttribute"], Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "rds:*", "Resource": "*"}]}
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
