import { test, type TextPart } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

/** A reference to a resource names a user that is made: root is none of them. */
const namesUser = (parts: readonly TextPart[]): true | undefined => (parts.length === 1 && typeof parts[0] === 'object' && parts[0] !== null && USER.test(parts[0].attribute) ? true : undefined);
const USER = /^(?:Ref|name|id)$/;

export default defineCheck({
  id: 'aws-iam-root-no-access-keys',
  title: 'Root user has no access key',
  row: 'identity',
  severity: 'critical',
  on: 'AWS::IAM::AccessKey',
  why: 'A root key cannot be limited by any policy; whoever holds it owns the account.',
  cwe: ['CWE-250', 'CWE-798'],
  judgement: {
    detection: 'easy',
    effort: 'minutes: delete it',
    reach: 'the whole account',
    trap: 'a key of root is made for one script and stays',
  },
  evaluate: ({ UserName }) => test(UserName, (name) => name !== 'root' && name !== '<root_account>', { absent: true, partial: namesUser }),
  fix: {
    terraform: `# delete the key of the root user`,
    cloudformation: `# delete the key of the root user`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html'],
  equivalents: {
    checkov: equal('CKV_AWS_348'),
    trivy: equal('AVD-AWS-0141'),
    prowler: equal('iam_no_root_access_key'),
  },
  examples: {
    good: [
      tf`
        resource "aws_iam_access_key" "k" {
          user = "ci"
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: ci
      `,
      cfn`
        Resources:
          U:
            Type: AWS::IAM::User
          K:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: !Ref U
      `,
    ],
    bad: [
      tf`
        resource "aws_iam_access_key" "k" {
          user = "root"
        }
      `,
      cfn`
        Resources:
          K:
            Type: AWS::IAM::AccessKey
            Properties:
              UserName: root
      `,
    ],
    unknown: [
      tf`
        variable "user" {
          type = string
        }
        resource "aws_iam_access_key" "k" {
          user = var.user
        }
      `,
    ],
  },
});
