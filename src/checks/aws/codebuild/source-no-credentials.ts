import { all, every, matches, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

const CREDENTIALS = /^[a-z]+:\/\/[^/@\s]+@/i;

export default defineCheck({
  id: 'aws-codebuild-source-no-credentials',
  title: 'Source address of a build holds no credentials',
  row: 'secrets',
  severity: 'high',
  on: 'AWS::CodeBuild::Project',
  why: 'A token in the address of the repository is shown to whoever may read the project, and opens the code of the organization.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the project',
    effort: 'minutes: a connection instead of a token',
    reach: 'every repository that the token opens',
    trap: 'the address is taken for a plain name',
  },
  evaluate: ({ Source: source, SecondarySources: others }) => all(not(matches(source.Location, CREDENTIALS)), every(others, ({ Location: location }) => not(matches(location, CREDENTIALS)))),
  fix: {
    terraform: `source {
  type     = "GITHUB"
  location = "https://github.com/example/shop.git"
}`,
    cloudformation: `Source:
  Type: GITHUB
  Location: https://github.com/example/shop.git`,
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html'],
  equivalents: {
    prowler: equal('codebuild_project_source_repo_url_no_sensitive_credentials'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          source {
            type     = "GITHUB"
            location = "https://github.com/example/shop.git"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Source:
                Type: GITHUB
                Location: https://github.com/example/shop.git
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          source {
            type     = "GITHUB"
            location = "https://x:token@github.com/example/shop.git"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Source:
                Type: GITHUB
                Location: https://x:token@github.com/example/shop.git
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          source {
            type     = "GITHUB"
            location = var.x
          }
        }
      `,
    ],
  },
});
