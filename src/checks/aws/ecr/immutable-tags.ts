import { oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecr-immutable-tags',
  title: 'Repository does not let tags be moved',
  row: 'application',
  severity: 'medium',
  on: 'AWS::ECR::Repository',
  why: 'A tag that can be moved lets whoever can push replace the image that production pulls next.',
  cwe: ['CWE-345'],
  judgement: {
    detection: 'hard: the name stays the same',
    effort: 'minutes',
    reach: 'every workload that pulls by tag',
    trap: 'a version tag is believed to be a version',
  },
  evaluate: ({ ImageTagMutability }) => oneOf(ImageTagMutability, ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION']),
  fix: {
    terraform: `image_tag_mutability = "IMMUTABLE"`,
    cloudformation: `ImageTagMutability: IMMUTABLE`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  equivalents: {
    checkov: equal('CKV_AWS_51'),
    trivy: equal('AVD-AWS-0031'),
    prowler: equal('ecr_repositories_tag_immutability'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"
          image_tag_mutability = "IMMUTABLE"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              ImageTagMutability: IMMUTABLE
      `,
    ],
    bad: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              ImageTagMutability: MUTABLE
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecr_repository" "r" {
          name = "app"
          image_tag_mutability = var.v
        }
      `,
    ],
  },
});
