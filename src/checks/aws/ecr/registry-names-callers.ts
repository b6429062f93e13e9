import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-ecr-registry-names-callers',
  title: 'Image registry\'s policy lets in only callers that it names',
  row: 'runtime',
  severity: 'high',
  on: 'AWS::ECR::RegistryPolicy',
  why: 'Who may replicate into the registry puts images beside your own, under names that your workloads pull.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the images',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ PolicyText }) => namesCallers(PolicyText),
  fix: {
    terraform: `resource "aws_ecr_registry_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "ecr:ReplicateImage", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "ecr:ReplicateImage", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_ecr_registry_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "ecr:ReplicateImage", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_ecr_registry_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:ReplicateImage", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::ECR::RegistryPolicy
            Properties:
              PolicyText: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "ecr:ReplicateImage", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_ecr_registry_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ecr:ReplicateImage", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_ecr_registry_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:ReplicateImage", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::ECR::RegistryPolicy
            Properties:
              PolicyText: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "ecr:ReplicateImage", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_ecr_registry_policy" "p" {
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "ecr:ReplicateImage", Resource = "*" }] })
        }
      `,
    ],
  },
});
