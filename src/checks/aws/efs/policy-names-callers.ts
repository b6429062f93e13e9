import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-efs-policy-names-callers',
  title: 'File system policy lets in only clients that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::EFS::FileSystem',
  why: 'A statement for everyone lets any client that reaches a mount target read and write all files, without any credentials.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'hard: mounting works for everybody',
    effort: 'an hour: name the roles, or ask that the mount target be used',
    reach: 'every file',
    trap: 'security groups keep others out; they let in every workload of the subnet',
  },
  evaluate: ({ FileSystemPolicy: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_efs_file_system" "f" {
  encrypted = true
}
resource "aws_efs_file_system_policy" "f" {
  file_system_id = aws_efs_file_system.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "elasticfilesystem:ClientMount" }]
  })
}`,
    cloudformation: `Resources:
  F:
    Type: AWS::EFS::FileSystem
    Properties:
      FileSystemPolicy:
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::111122223333:role/app" }
            Action: elasticfilesystem:ClientMount`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html'],
  equivalents: {
    prowler: broader('efs_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_file_system_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "elasticfilesystem:ClientMount" }]
          })
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/app" }
                    Action: elasticfilesystem:ClientMount
      `,
    ],
    bad: [
      tf`
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_file_system_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "elasticfilesystem:ClientMount" }]
          })
        }
      `,
      cfn`
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "*" }
                    Action: elasticfilesystem:ClientMount
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_efs_file_system" "f" {
          encrypted = true
        }
        resource "aws_efs_file_system_policy" "f" {
          file_system_id = aws_efs_file_system.f.id
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "elasticfilesystem:ClientMount" }]
          })
        }
      `,
      cfn`
        Parameters:
          PWho:
            Type: String
        Resources:
          F:
            Type: AWS::EFS::FileSystem
            Properties:
              FileSystemPolicy:
                Statement:
                  - Effect: Allow
                    Principal: { AWS: !Ref PWho }
                    Action: elasticfilesystem:ClientMount
      `,
    ],
  },
});
