import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['kms:Decrypt', 'kms:ReEncryptFrom'] as const;

export default defineCheck({
  id: 'aws-iam-decrypt-limited',
  title: 'Policy does not decrypt with every key',
  row: 'encryption',
  severity: 'medium',
  on: policyHolders,
  why: 'Encryption separates data only while few may use the key: a right to decrypt with every key makes all of it one heap.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the policy says so',
    effort: 'minutes to hours: name what it needs',
    reach: 'everything that is encrypted',
    trap: 'the data is encrypted, so wide rights on keys are thought harmless',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement decrypts with every key' : undefined))),
  fix: {
    terraform: `# name the one that it works with`,
    cloudformation: `# name the one that it works with`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html'],
  equivalents: {
    prowler: broader('iam_policy_no_full_access_to_kms'),
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
            Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = "arn:aws:kms:eu-west-1:111122223333:key/1" }]
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
            Statement = [{ Effect = "Allow", Action = "kms:Describe*", Resource = "*" }]
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
                  PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1"}]}
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
            Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "*" }]
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
