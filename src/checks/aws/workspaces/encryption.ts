import { all, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-workspaces-encryption',
  title: 'Workspace encrypts its system and user volumes',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::WorkSpaces::Workspace',
  why: 'The volumes of a desktop hold mail, downloads and saved passwords; unencrypted, a snapshot shows them all.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the settings are on the workspace',
    effort: 'hours: the workspace must be made anew',
    reach: 'everything on the desktop',
    trap: 'AWS encrypts disks; those of desktops only when asked',
  },
  evaluate: ({ RootVolumeEncryptionEnabled: root, UserVolumeEncryptionEnabled: user }) => all(isTrue(root), isTrue(user)),
  fix: {
    terraform: `resource "aws_workspaces_workspace" "w" {
  bundle_id                      = "wsb-1"
  directory_id                   = "d-1"
  user_name                      = "ann"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      BundleId: wsb-1
      DirectoryId: d-1
      UserName: ann
      UserVolumeEncryptionEnabled: true
      RootVolumeEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  equivalents: {
    checkov: broader('CKV_AWS_155', 'CKV_AWS_156'),
    trivy: equal('AVD-AWS-0109'),
    prowler: equal('workspaces_volume_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_workspaces_workspace" "w" {
          bundle_id                      = "wsb-1"
          directory_id                   = "d-1"
          user_name                      = "ann"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = true
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              BundleId: wsb-1
              DirectoryId: d-1
              UserName: ann
              UserVolumeEncryptionEnabled: true
              RootVolumeEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_workspaces_workspace" "w" {
          bundle_id                      = "wsb-1"
          directory_id                   = "d-1"
          user_name                      = "ann"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = false
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              BundleId: wsb-1
              DirectoryId: d-1
              UserName: ann
              UserVolumeEncryptionEnabled: true
              RootVolumeEncryptionEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "encrypt" {}
        resource "aws_workspaces_workspace" "w" {
          bundle_id                      = "wsb-1"
          directory_id                   = "d-1"
          user_name                      = "ann"
          root_volume_encryption_enabled = true
          user_volume_encryption_enabled = var.encrypt
        }
      `,
      cfn`
        Parameters:
          PEncrypt:
            Type: String
        Resources:
          W:
            Type: AWS::WorkSpaces::Workspace
            Properties:
              BundleId: wsb-1
              DirectoryId: d-1
              UserName: ann
              UserVolumeEncryptionEnabled: true
              RootVolumeEncryptionEnabled: !Ref PEncrypt
      `,
    ],
  },
});
