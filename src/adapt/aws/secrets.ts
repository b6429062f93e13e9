/** Secrets Manager, and Systems Manager with its parameters, documents and associations. */
import { at, mapping, scalar, unknown, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { inline } from '../inline.js';
import { eachBlock, resource, satellite, type Convert } from '../table.js';

/** Content in YAML is not read: what it says is unknown, not absent. */
const structured: Convert = (value, raw) => {
  const read = document(value, raw);
  return read?.kind === 'scalar' ? unknown({ kind: 'not-supported', detail: 'the content of the document is not JSON' }, read.at) : read;
};

/** Blocks with a name and values as a map from one to the other. */
const byName: Convert = (value) => {
  if (value.kind !== 'list') return value;
  return mapping(
    value.items.flatMap((block): readonly (readonly [string, Tree])[] => {
      const [name, values] = [at(block, 'name'), at(block, 'values')];
      return name?.kind === 'scalar' && values !== undefined ? [[String(name.value), values]] : [];
    }),
    value.at,
    value.open,
  );
};

const rotation = {
  rotation_lambda_arn: 'RotationLambdaARN',
  'rotation_rules.automatically_after_days': 'RotationRules.AutomaticallyAfterDays',
  'rotation_rules.schedule_expression': 'RotationRules.ScheduleExpression',
  'rotation_rules.duration': 'RotationRules.Duration',
} as const;

export const secrets: ServiceRules = {
  terraform: {
    aws_secretsmanager_secret: resource(
      'AWS::SecretsManager::Secret',
      {
        replica: ['ReplicaRegions', eachBlock({}, { same: ['region', 'kms_key_id'] })],
        recovery_window_in_days: '#RecoveryWindowInDays',
        rotation_lambda_arn: '#RotationLambdaARN',
        'rotation_rules.automatically_after_days': '#RotationRules.AutomaticallyAfterDays',
        tags: ['Tags', keyValue],
      },
      {
        same: ['name', 'description', 'kms_key_id'],
        more: inline('AWS::SecretsManager::ResourcePolicy', 'policy', { parent: 'SecretId', value: 'ResourcePolicy', convert: document }),
      },
    ),
    aws_secretsmanager_secret_version: satellite('AWS::SecretsManager::Secret', 'secret_id', { secret_string: 'SecretString' }),
    aws_secretsmanager_secret_rotation: resource('AWS::SecretsManager::RotationSchedule', { secret_id: 'SecretId', rotate_immediately: 'RotateImmediatelyOnUpdate', ...rotation }),
    aws_secretsmanager_secret_policy: resource('AWS::SecretsManager::ResourcePolicy', { secret_arn: 'SecretId', policy: ['ResourcePolicy', document], block_public_policy: 'BlockPublicPolicy' }),
    'provider.aws': resource('Demarc::Terraform::Provider', { region: 'Region' }, { same: ['access_key', 'secret_key', 'token', 'profile'] }),
    'data.http': resource('Demarc::Terraform::HttpRequest', { url: 'Url', request_body: 'RequestBody' }),
    aws_ssm_parameter: resource('AWS::SSM::Parameter', { key_id: '#KeyId', insecure_value: 'Value', tags: 'Tags' }, { same: ['name', 'type', 'value', 'tier', 'description', 'data_type', 'allowed_pattern'] }),
    aws_ssm_document: resource(
      'AWS::SSM::Document',
      { content: ['Content', structured], permissions: '#Permissions', tags: ['Tags', keyValue] },
      { same: ['name', 'document_type', 'document_format', 'target_type', 'version_name'] },
    ),
    aws_ssm_association: resource(
      'AWS::SSM::Association',
      {
        'output_location.s3_bucket_name': 'OutputLocation.S3Location.OutputS3BucketName',
        'output_location.s3_key_prefix': 'OutputLocation.S3Location.OutputS3KeyPrefix',
        targets: ['Targets', eachBlock({}, { same: ['key', 'values'] })],
      },
      { same: ['name', 'association_name', 'instance_id', 'schedule_expression', 'parameters', 'compliance_severity', 'document_version'] },
    ),
    aws_ssm_maintenance_window: resource('AWS::SSM::MaintenanceWindow', { enabled: '#Enabled' }, { same: ['name', 'schedule', 'duration', 'cutoff', 'allow_unassociated_targets'] }),
    aws_ssm_maintenance_window_target: resource('AWS::SSM::MaintenanceWindowTarget', { targets: ['Targets', eachBlock({}, { same: ['key', 'values'] })] }, { same: ['name', 'window_id', 'resource_type'] }),
    aws_ssm_maintenance_window_task: resource(
      'AWS::SSM::MaintenanceWindowTask',
      {
        targets: ['Targets', eachBlock({}, { same: ['key', 'values'] })],
        'task_invocation_parameters.run_command_parameters.parameter': ['TaskInvocationParameters.MaintenanceWindowRunCommandParameters.Parameters', byName],
      },
      { same: ['name', 'window_id', 'task_arn', 'task_type', 'max_concurrency', 'max_errors'] },
    ),
    aws_ssm_patch_baseline: resource(
      'AWS::SSM::PatchBaseline',
      {
        approval_rule: ['ApprovalRules.PatchRules', eachBlock({ patch_filter: ['PatchFilterGroup.PatchFilters', eachBlock({}, { same: ['key', 'values'] })] }, { same: ['approve_after_days', 'approve_until_date', 'compliance_level', 'enable_non_security'] })],
      },
      { same: ['name', 'operating_system', 'approved_patches', 'rejected_patches', 'approved_patches_compliance_level'] },
    ),
    aws_ssm_patch_group: satellite('AWS::SSM::PatchBaseline', 'baseline_id', { patch_group: 'PatchGroups[]' }),
    aws_ssm_default_patch_baseline: satellite('AWS::SSM::PatchBaseline', 'baseline_id', {}, { also: (raw, { set }) => set('DefaultBaseline', scalar(true, raw.at)) }),
  },
};
