import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-msk-policy-names-callers',
  title: 'Kafka cluster\'s policy lets in only callers that it names',
  row: 'network',
  severity: 'high',
  on: 'AWS::MSK::ClusterPolicy',
  why: 'The policy decides which accounts may connect to the cluster over private links; everyone may with a star.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the cluster',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_msk_cluster_policy" "p" {
  cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
  policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kafka:CreateVpcConnection", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "kafka:CreateVpcConnection", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster_policy" "p" {
          cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
          policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "kafka:CreateVpcConnection", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_msk_cluster_policy" "p" {
          cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
          policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kafka:CreateVpcConnection", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::MSK::ClusterPolicy
            Properties:
              ClusterArn: arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "kafka:CreateVpcConnection", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster_policy" "p" {
          cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
          policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kafka:CreateVpcConnection", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_msk_cluster_policy" "p" {
          cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
          policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kafka:CreateVpcConnection", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::MSK::ClusterPolicy
            Properties:
              ClusterArn: arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1
              Policy: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kafka:CreateVpcConnection", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_msk_cluster_policy" "p" {
          cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1"
          policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "kafka:CreateVpcConnection", Resource = "*" }] })
        }
      `,
    ],
  },
});
