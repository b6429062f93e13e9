import { letsInAnyone } from '../../../iam/index.js';
import { because, holds, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { documentOf } from '../../aws/document.js';

export default defineCheck({
  id: 'aws-ecr-policy-not-public',
  title: 'Repository is not open to anyone',
  row: 'identity',
  severity: 'high',
  on: 'AWS::ECR::Repository',
  why: 'A repository policy for * gives your images, and whatever is baked into them, to every AWS account.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'all images',
    trap: '"pull only" is taken for harmless',
  },
  evaluate: ({ RepositoryPolicyText }) => {
    const policy = documentOf(RepositoryPolicyText);
    return policy === undefined ? holds() : because(not(letsInAnyone(policy.policy, policy.place)), (truth) => (truth === false ? 'the repository policy lets in every AWS account' : undefined));
  },
  fix: {
    terraform: `principals {
  type        = "AWS"
  identifiers = ["arn:aws:iam::111122223333:root"]
}`,
    cloudformation: `Principal:
  AWS: arn:aws:iam::111122223333:root`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'],
  equivalents: {
    checkov: equal('CKV_AWS_32'),
    trivy: equal('AVD-AWS-0032'),
    prowler: equal('ecr_repositories_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
        resource "aws_ecr_repository_policy" "p" {
          repository = aws_ecr_repository.r.name
          policy     = jsonencode({
          Version = "2012-10-17"
          Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "ecr:BatchGetImage" }]
        })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: app
      `,
    ],
    bad: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
        resource "aws_ecr_repository_policy" "p" {
          repository = aws_ecr_repository.r.name
          policy     = jsonencode({
          Version = "2012-10-17"
          Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage" }]
        })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryPolicyText:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: "*"
                    Action: ecr:BatchGetImage
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
        resource "aws_ecr_repository_policy" "p" {
          repository = aws_ecr_repository.r.name
          policy     = var.v
        }
      `,
    ],
  },
});
