import { all, equals, every, implies, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-codebuild-artifacts-encrypted',
  title: 'What builds produce is encrypted',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::CodeBuild::Project',
  why: 'Artifacts are the code that will run; unencrypted they can be read, with what was built into them, by anyone who gets at the bucket.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ Artifacts: main, SecondaryArtifacts: others }) =>
    all(
      implies(not(equals(main.Type, 'NO_ARTIFACTS')), not(isTrue(main.EncryptionDisabled))),
      every(others, ({ EncryptionDisabled: off }) => not(isTrue(off))),
    ),
  fix: {
    terraform: `artifacts {
  type                = "S3"
  location            = "builds"
  encryption_disabled = false
}`,
    cloudformation: `Artifacts:
  Type: S3
  Location: builds
  EncryptionDisabled: false`,
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_78'),
    trivy: equal('AVD-AWS-0018'),
  },
  examples: {
    good: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          artifacts {
            type                = "S3"
            location            = "builds"
            encryption_disabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Artifacts:
                Type: S3
                Location: builds
                EncryptionDisabled: false
      `,
    ],
    bad: [
      tf`
        resource "aws_codebuild_project" "r" {
          name         = "b"
          service_role = "arn:aws:iam::111122223333:role/b"
          artifacts {
            type                = "S3"
            location            = "builds"
            encryption_disabled = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::CodeBuild::Project
            Properties:
              ServiceRole: arn:aws:iam::111122223333:role/b
              Artifacts:
                Type: S3
                Location: builds
                EncryptionDisabled: true
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
          artifacts {
            type                = "S3"
            location            = "builds"
            encryption_disabled = var.x
          }
        }
      `,
    ],
  },
});
