import { all, equals, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-efs-access-point-root',
  title: 'Access point shows a folder of its own',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::EFS::AccessPoint',
  why: 'An access point that starts at the root shows each client all files of all others.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'hard: clients see what they need, and more',
    effort: 'an hour: a folder each',
    reach: 'every file of the file system',
    trap: 'an access point separates clients; only its root folder does',
  },
  evaluate: ({ RootDirectory: root }) => all(isPresent(root.Path), not(equals(root.Path, '/'))),
  fix: {
    terraform: `resource "aws_efs_access_point" "a" {
  file_system_id = "fs-12345678"
  root_directory {
    path = "/app"
  }
}`,
    cloudformation: `Resources:
  A:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-12345678
      RootDirectory:
        Path: /app`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html'],
  equivalents: {
    checkov: equal('CKV_AWS_329'),
    prowler: equal('efs_access_point_enforce_root_directory'),
  },
  examples: {
    good: [
      tf`
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
          root_directory {
            path = "/app"
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              RootDirectory:
                Path: /app
      `,
    ],
    bad: [
      tf`
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
          root_directory {
            path = "/"
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              RootDirectory:
                Path: /
      `,
    ],
    unknown: [
      tf`
        variable "path" {}
        resource "aws_efs_access_point" "a" {
          file_system_id = "fs-12345678"
          root_directory {
            path = var.path
          }
        }
      `,
      cfn`
        Parameters:
          PPath:
            Type: String
        Resources:
          A:
            Type: AWS::EFS::AccessPoint
            Properties:
              FileSystemId: fs-12345678
              RootDirectory:
                Path: !Ref PPath
      `,
    ],
  },
});
