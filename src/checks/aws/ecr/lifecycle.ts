import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecr-lifecycle',
  title: 'Repository removes old images',
  row: 'runtime',
  severity: 'info',
  on: 'AWS::ECR::Repository',
  why: 'Old images keep their holes, and are started again by mistake.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: no rule',
    effort: 'minutes',
    reach: 'images that nobody patches',
    trap: 'old images are taken to harm nobody',
  },
  evaluate: ({ LifecyclePolicy: { LifecyclePolicyText: text } }) => isPresent(text),
  fix: {
    terraform: `resource "aws_ecr_lifecycle_policy" "r" {
  repository = aws_ecr_repository.r.name
  policy     = file("lifecycle.json")
}`,
    cloudformation: `LifecyclePolicy:
  LifecyclePolicyText: '{"rules": []}'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html'],
  equivalents: {
    prowler: equal('ecr_repositories_lifecycle_policy_enabled'),
  },
  examples: {
    good: [
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: r
              LifecyclePolicy:
                LifecyclePolicyText: '{"rules": []}'
      `,
      tf`
        resource "aws_ecr_repository" "r" {
          name = "r"
        }
        resource "aws_ecr_lifecycle_policy" "r" {
          repository = aws_ecr_repository.r.name
          policy     = jsonencode({ rules = [] })
        }
      `,
    ],
    bad: [
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: r
      `,
      tf`
        resource "aws_ecr_repository" "r" {
          name = "r"
        }
      `,
    ],
    unknown: [],
  },
});
