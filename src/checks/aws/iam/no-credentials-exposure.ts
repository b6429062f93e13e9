import { grantsOnEverything } from '../../../iam/index.js';
import { all, because, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import { hasDocuments } from '../document.js';

const ACTIONS = ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile', 'iam:CreateServiceSpecificCredential', 'rds-db:connect', 'redshift:GetClusterCredentials', 'sts:AssumeRole', 'sts:GetFederationToken', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity', 'gamelift:GetInstanceAccess', 'lightsail:GetInstanceAccessDetails', 'chime:CreateApiKey', 'mediapackage:RotateIngestEndpointCredentials'] as const;

export default defineCheck({
  id: 'aws-iam-no-credentials-exposure',
  title: 'Policy does not hand out credentials of every resource',
  row: 'identity',
  severity: 'medium',
  on: policyHolders,
  why: 'Actions that return tokens, passwords and keys turn one set of rights into many.',
  cwe: ['CWE-250', 'CWE-269'],
  judgement: {
    detection: 'hard',
    effort: 'hours',
    reach: 'every principal and database whose credentials can be fetched',
    trap: 'the actions read like lookups',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) =>
    policiesOf(properties, ({ policy, place }) => because(all(ACTIONS.map((action) => not(grantsOnEverything(policy, place, action)))), (truth) => (truth === false ? 'a statement hands out credentials of every resource' : undefined))),
  fix: {
    terraform: `resources = [aws_iam_role.app.arn]`,
    cloudformation: `Resource: !GetAtt App.Arn`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: equal('CKV_AWS_107', 'CKV_AWS_287'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Resource = "arn:aws:iam::111122223333:role/app" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Resource: arn:aws:iam::111122223333:role/app
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole"], Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: ["sts:AssumeRole"]
                    Resource: "*"
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
