import { all, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-efs-access-point-user',
  title: 'Access point acts as a user of its own',
  row: 'identity',
  severity: 'low',
  on: 'AWS::EFS::AccessPoint',
  why: 'Without a user the client says who it is, and root on any client is root on the files.',
  cwe: ['CWE-250', 'CWE-732'],
  judgement: {
    detection: 'hard: clients work all the same',
    effort: 'an hour: a user id each',
    reach: 'every file that the access point shows',
    trap: 'permissions of files protect them; the client chooses its user id',
  },
  evaluate: ({ PosixUser: user }) => all(isPresent(user.Uid), isPresent(user.Gid)),
  fix: {
    terraform: `resource "aws_efs_access_point" "a" {
  file_system_id = "fs-12345678"
  posix_user {
    uid = 1000
    gid = 1000
  }
}`,
    cloudformation: `Resources:
  A:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-12345678
      PosixUser: { Uid: "1000", Gid: "1000" }`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html'],
  equivalents: {
    checkov: equal('CKV_AWS_330'),
    prowler: equal('efs_access_point_enforce_user_identity'),
  },
  examples: {
    good: [
      tf`
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
          posix_user {
            uid = 1000
            gid = 1000
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              PosixUser: { Uid: "1000", Gid: "1000" }
      `,
    ],
    bad: [
      tf`
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
      `,
    ],
    unknown: [
      tf`
        variable "uid" {}
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
          posix_user {
            uid = var.uid
            gid = 1000
          } 
        }
      `,
    ],
  },
});
