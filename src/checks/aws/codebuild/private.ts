import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-private',
  title: 'Builds are not shown to the world',
  row: 'data',
  severity: 'high',
  on: 'AWS::CodeBuild::Project',
  why: 'Of a public project anyone reads logs and artifacts, with every name and secret that a build prints.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line',
    reach: 'logs and artifacts of every build',
    trap: 'only the badge is believed to be public',
  },
  evaluate: ({ Visibility: who }) => not(equals(who, 'PUBLIC_READ')),
  fix: {
    terraform: `project_visibility = "PRIVATE"`,
    cloudformation: `Visibility: PRIVATE`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html'],
  equivalents: {
    prowler: equal('codebuild_project_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name               = "b"
          service_role       = "arn:aws:iam::111122223333:role/b"
          project_visibility = "PRIVATE"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Visibility: PRIVATE
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name               = "b"
          service_role       = "arn:aws:iam::111122223333:role/b"
          project_visibility = "PUBLIC_READ"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Visibility: PUBLIC_READ
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_codebuild_project" "r" {
          name               = "b"
          service_role       = "arn:aws:iam::111122223333:role/b"
          project_visibility = var.x
        }
      `,
    ],
  },
});
