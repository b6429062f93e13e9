/** Principals, keys, secrets and the trail of what they did. */
import { aws, template, terraform, written, type DefaultTable } from './table.js';

export const identity: DefaultTable = {
  'AWS::IAM::Role': {
    MaxSessionDuration: [template(3600), terraform(3600, 'iam_role#max_session_duration')],
    Path: [template('/'), terraform('/', 'iam_role#path')],
  },
  'AWS::IAM::User': {
    Path: [template('/'), terraform('/', 'iam_user#path')],
  },
  'AWS::KMS::Key': {
    EnableKeyRotation: [template(false), terraform(false, 'kms_key#enable_key_rotation')],
    RotationPeriodInDays: [template(365)],
    PendingWindowInDays: [template(30), terraform(30, 'kms_key#deletion_window_in_days')],
    KeySpec: [template('SYMMETRIC_DEFAULT'), terraform('SYMMETRIC_DEFAULT', 'kms_key#customer_master_key_spec')],
    KeyUsage: [template('ENCRYPT_DECRYPT'), terraform('ENCRYPT_DECRYPT', 'kms_key#key_usage')],
    Origin: [template('AWS_KMS')],
    Enabled: [template(true), terraform(true, 'kms_key#is_enabled')],
    MultiRegion: [template(false), terraform(false, 'kms_key#multi_region')],
    BypassPolicyLockoutSafetyCheck: [template(false), terraform(false, 'kms_key#bypass_policy_lockout_safety_check')],
  },
  'AWS::SecretsManager::Secret': {
    KmsKeyId: [written('alias/aws/secretsmanager', aws('secretsmanager/latest/userguide/security-encryption.html'))],
  },
  'AWS::CloudTrail::Trail': {
    IsMultiRegionTrail: [template(false), terraform(false, 'cloudtrail#is_multi_region_trail')],
    EnableLogFileValidation: [template(false), terraform(false, 'cloudtrail#enable_log_file_validation')],
    IncludeGlobalServiceEvents: [terraform(true, 'cloudtrail#include_global_service_events')],
    IsLogging: [terraform(true, 'cloudtrail#enable_logging')],
    IsOrganizationTrail: [template(false), terraform(false, 'cloudtrail#is_organization_trail')],
    'EventSelectors.IncludeManagementEvents': [template(true), terraform(true, 'cloudtrail#include_management_events')],
    'EventSelectors.ReadWriteType': [template('All'), terraform('All', 'cloudtrail#read_write_type')],
  },
  'AWS::Config::ConfigurationRecorder': {
    'RecordingGroup.AllSupported': [terraform(true, 'config_configuration_recorder#all_supported'), template(true, aws('config/latest/developerguide/select-resources.html'))],
    'RecordingGroup.IncludeGlobalResourceTypes': [terraform(false, 'config_configuration_recorder#include_global_resource_types'), template(false)],
  },
  'AWS::Logs::LogGroup': {
    LogGroupClass: [template('STANDARD', aws('AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html'))],
  },
  'AWS::Cognito::UserPool': {
    MfaConfiguration: [template('OFF', aws('cognito/latest/developerguide/user-pool-settings-mfa.html')), terraform('OFF', 'cognito_user_pool#mfa_configuration')],
    'AdminCreateUserConfig.AllowAdminCreateUserOnly': [template(false)],
    DeletionProtection: [terraform('INACTIVE', 'cognito_user_pool#deletion_protection')],
  },
};
