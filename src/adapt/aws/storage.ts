/** File systems and backups. */
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { eachBlock, resource, satellite } from '../table.js';

const vault = 'AWS::Backup::BackupVault';
const expiry = { 'lifecycle.cold_storage_after': 'Lifecycle.MoveToColdStorageAfterDays', 'lifecycle.delete_after': 'Lifecycle.DeleteAfterDays' } as const;

export const storage: ServiceRules = {
  terraform: {
    aws_efs_file_system: resource(
      'AWS::EFS::FileSystem',
      {
        'protection.replication_overwrite': 'FileSystemProtection.ReplicationOverwriteProtection',
        lifecycle_policy: ['LifecyclePolicies', eachBlock({ transition_to_ia: 'TransitionToIA', transition_to_archive: 'TransitionToArchive', transition_to_primary_storage_class: 'TransitionToPrimaryStorageClass' })],
        tags: ['FileSystemTags', keyValue],
      },
      { same: ['encrypted', 'kms_key_id', 'performance_mode', 'throughput_mode', 'availability_zone_name'] },
    ),
    aws_efs_file_system_policy: satellite('AWS::EFS::FileSystem', 'file_system_id', { policy: ['FileSystemPolicy', document] }),
    aws_efs_backup_policy: satellite('AWS::EFS::FileSystem', 'file_system_id', { 'backup_policy.status': 'BackupPolicy.Status' }),
    aws_efs_mount_target: resource('AWS::EFS::MountTarget', {}, { same: ['file_system_id', 'subnet_id', 'security_groups', 'ip_address'] }),
    aws_efs_access_point: resource('AWS::EFS::AccessPoint', {
      file_system_id: 'FileSystemId',
      'root_directory.path': 'RootDirectory.Path',
      'root_directory.creation_info.owner_gid': 'RootDirectory.CreationInfo.OwnerGid',
      'root_directory.creation_info.owner_uid': 'RootDirectory.CreationInfo.OwnerUid',
      'root_directory.creation_info.permissions': 'RootDirectory.CreationInfo.Permissions',
      'posix_user.gid': 'PosixUser.Gid',
      'posix_user.uid': 'PosixUser.Uid',
      'posix_user.secondary_gids': 'PosixUser.SecondaryGids',
    }),
    aws_backup_vault: resource(vault, { name: 'BackupVaultName', kms_key_arn: 'EncryptionKeyArn', tags: 'BackupVaultTags' }),
    aws_backup_vault_policy: satellite(vault, 'backup_vault_name', { policy: ['AccessPolicy', document] }),
    aws_backup_vault_lock_configuration: satellite(vault, 'backup_vault_name', {
      changeable_for_days: 'LockConfiguration.ChangeableForDays',
      max_retention_days: 'LockConfiguration.MaxRetentionDays',
      min_retention_days: 'LockConfiguration.MinRetentionDays',
    }),
    aws_backup_vault_notifications: satellite(vault, 'backup_vault_name', { sns_topic_arn: 'Notifications.SNSTopicArn', backup_vault_events: 'Notifications.BackupVaultEvents' }),
    aws_backup_plan: resource('AWS::Backup::BackupPlan', {
      name: 'BackupPlan.BackupPlanName',
      rule: [
        'BackupPlan.BackupPlanRule',
        eachBlock(
          {
            target_vault_name: 'TargetBackupVault',
            schedule: 'ScheduleExpression',
            completion_window: 'CompletionWindowMinutes',
            ...expiry,
            copy_action: ['CopyActions', eachBlock({ destination_vault_arn: 'DestinationBackupVaultArn', ...expiry })],
          },
          { same: ['rule_name', 'enable_continuous_backup'] },
        ),
      ],
      tags: 'BackupPlanTags',
    }),
    aws_backup_selection: resource('AWS::Backup::BackupSelection', {
      plan_id: 'BackupPlanId',
      name: 'BackupSelection.SelectionName',
      iam_role_arn: 'BackupSelection.IamRoleArn',
      resources: 'BackupSelection.Resources',
      not_resources: 'BackupSelection.NotResources',
      selection_tag: ['BackupSelection.ListOfTags', eachBlock({ key: 'ConditionKey', type: 'ConditionType', value: 'ConditionValue' })],
    }),
  },
};
