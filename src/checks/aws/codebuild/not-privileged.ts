import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-not-privileged',
  title: 'Builds do not run privileged',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::CodeBuild::Project',
  why: 'A privileged build container can reach its host and its Docker daemon: a malicious dependency or pull request breaks out of the build.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'hours, where images are built: use a builder that needs no daemon',
    reach: 'the build host and its credentials',
    trap: 'the flag is copied from a guide and stays',
  },
  evaluate: ({ Environment: { PrivilegedMode: on } }) => not(isTrue(on)),
  fix: {
    terraform: `environment {
  compute_type    = "BUILD_GENERAL1_SMALL"
  image           = "aws/codebuild/standard:7.0"
  type            = "LINUX_CONTAINER"
  privileged_mode = false
}`,
    cloudformation: `Environment:
  Type: LINUX_CONTAINER
  ComputeType: BUILD_GENERAL1_SMALL
  Image: aws/codebuild/standard:7.0
  PrivilegedMode: false`,
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html'],
  equivalents: {
    checkov: equal('CKV_AWS_316'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          environment {
            compute_type    = "BUILD_GENERAL1_SMALL"
            image           = "aws/codebuild/standard:7.0"
            type            = "LINUX_CONTAINER"
            privileged_mode = false
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
                PrivilegedMode: false
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          environment {
            compute_type    = "BUILD_GENERAL1_SMALL"
            image           = "aws/codebuild/standard:7.0"
            type            = "LINUX_CONTAINER"
            privileged_mode = true
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
                PrivilegedMode: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          environment {
            compute_type    = "BUILD_GENERAL1_SMALL"
            image           = "aws/codebuild/standard:7.0"
            type            = "LINUX_CONTAINER"
            privileged_mode = var.x
          }
        }
      `,
    ],
  },
});
