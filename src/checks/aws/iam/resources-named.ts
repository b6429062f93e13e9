import { expandActions, grants, knownText, onEverything, someCover, someStatement } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';
import { policiesOf, policyHolders } from '../../aws/document.js';
import type { PolicyText, Statement } from '../../../iam/index.js';
import type { Truth } from '../../../model/index.js';
import { actionNamed } from '../../../schema/iam/index.js';
import { hasDocuments } from '../document.js';

/**
 * What a function in a VPC needs, and its documentation grants on everything: its interfaces have no name before they are made.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
const OF_LAMBDA: ReadonlySet<string> = new Set(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses']);

/** Whether the pattern covers an action that can be held to a resource. */
const takesOne = (pattern: PolicyText): Truth => {
  const known = knownText(pattern);
  return known === undefined ? 'unknown' : expandActions(known).some((name) => !OF_LAMBDA.has(name) && (actionNamed(name)?.resourceTypes.length ?? 0) > 0);
};

/** An Allow on everything, with no condition, of an action that takes a resource. */
const everywhere = (statement: Statement): Truth => {
  if (statement.conditions.length > 0 || grants(statement) === false) return false;
  const wide = onEverything(statement);
  if (wide === false) return false;
  const takes = statement.actions === undefined ? statement.notActions !== undefined : someCover(statement.actions, takesOne);
  return takes === false ? false : takes === 'unknown' || wide === 'unknown' || grants(statement) === 'unknown' ? 'unknown' : true;
};

export default defineCheck({
  id: 'aws-iam-resources-named',
  title: 'Policy names the resources of actions that take one',
  row: 'identity',
  severity: 'low',
  on: policyHolders,
  why: 'With * for the resource an action reaches every bucket, key or table of the account, those made next year too.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a star',
    effort: 'an hour: name what is used',
    reach: 'every resource of the services named',
    trap: 'the action is taken to limit what it is about',
  },
  applies: (properties) => hasDocuments(properties),
  evaluate: (properties) => policiesOf(properties, ({ policy, place }) => because(not(someStatement(policy, place, (statement) => everywhere(statement))), (truth) => (truth === false ? 'a statement is for every resource, though its actions take one' : undefined))),
  fix: {
    terraform: `Resource = "\${aws_s3_bucket.data.arn}/*"`,
    cloudformation: `Resource: !Sub \${Data.Arn}/*`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  equivalents: {
    checkov: narrower('CKV_AWS_355', 'CKV_AWS_356'),
    trivy: narrower('AVD-AWS-0057', 'AVD-AWS-0114', 'AVD-AWS-0120'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::data/*" }]
          })
        }
      `,
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }]
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
                    Action: s3:GetObject
                    Resource: "arn:aws:s3:::data/*"
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
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
                    Action: s3:GetObject
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "actions" {
          type = list(string)
        }
        resource "aws_iam_policy" "p" {
          name = "p"
          policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }]
          })
        }
      `,
    ],
  },
});
