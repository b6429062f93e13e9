import { any, every, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { nameOf, noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-codebuild-environment-no-secrets',
  title: 'Builds get no credentials in plain variables',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::CodeBuild::Project',
  why: 'Plain variables are shown in the console, in the API and in templates; whoever may read the project has the credential.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the project',
    effort: 'an hour: a secret, and the variable\'s type',
    reach: 'whatever the credential opens',
    trap: 'the console hides the value only on one page',
  },
  evaluate: ({ Environment: { EnvironmentVariables: variables } }) => every(variables, ({ Name: name, Value: value, Type: type }) => any(oneOf(type, ['PARAMETER_STORE', 'SECRETS_MANAGER']), noSecretIn(value, nameOf(name)))),
  fix: {
    terraform: `environment {
  compute_type = "BUILD_GENERAL1_SMALL"
  image        = "aws/codebuild/standard:7.0"
  type         = "LINUX_CONTAINER"
  environment_variable {
    name  = "DB_PASSWORD"
    value = "prod/db"
    type  = "SECRETS_MANAGER"
  }
}`,
    cloudformation: `Environment:
  Type: LINUX_CONTAINER
  ComputeType: BUILD_GENERAL1_SMALL
  Image: aws/codebuild/standard:7.0
  EnvironmentVariables:
    - Name: DB_PASSWORD
      Type: SECRETS_MANAGER
      Value: prod/db`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html'],
  equivalents: {
    prowler: equal('codebuild_project_no_secrets_in_variables'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          environment {
            compute_type = "BUILD_GENERAL1_SMALL"
            image        = "aws/codebuild/standard:7.0"
            type         = "LINUX_CONTAINER"
            environment_variable {
              name  = "DB_PASSWORD"
              value = "prod/db"
              type  = "SECRETS_MANAGER"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Environment:
                Type: LINUX_CONTAINER
                ComputeType: BUILD_GENERAL1_SMALL
                Image: aws/codebuild/standard:7.0
                EnvironmentVariables:
                  - Name: DB_PASSWORD
                    Type: SECRETS_MANAGER
                    Value: prod/db
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          environment {
            compute_type = "BUILD_GENERAL1_SMALL"
            image        = "aws/codebuild/standard:7.0"
            type         = "LINUX_CONTAINER"
            environment_variable {
              name  = "DB_PASSWORD"
              value = "horse-battery-staple"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Environment:
                Type: LINUX_CONTAINER
                ComputeType: BUILD_GENERAL1_SMALL
                Image: aws/codebuild/standard:7.0
                EnvironmentVariables:
                  - Name: DB_PASSWORD
                    Value: horse-battery-staple
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
          environment {
            compute_type = "BUILD_GENERAL1_SMALL"
            image        = "aws/codebuild/standard:7.0"
            type         = "LINUX_CONTAINER"
            environment_variable {
              name  = "DB_PASSWORD"
              value = var.x
            }
          }
        }
      `,
    ],
  },
});
