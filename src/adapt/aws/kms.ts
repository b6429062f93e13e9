import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { resource, satellite } from '../table.js';

const keyFields = {
  policy: ['KeyPolicy', document],
  deletion_window_in_days: 'PendingWindowInDays',
  tags: ['Tags', keyValue],
} as const;

export const kms: ServiceRules = {
  terraform: {
    aws_kms_key: resource(
      'AWS::KMS::Key',
      { ...keyFields, is_enabled: 'Enabled', customer_master_key_spec: 'KeySpec', key_spec: 'KeySpec', bypass_policy_lockout_safety_check: 'BypassPolicyLockoutSafetyCheck' },
      { same: ['description', 'enable_key_rotation', 'rotation_period_in_days', 'key_usage', 'multi_region'] },
    ),
    aws_kms_external_key: resource('AWS::KMS::Key', { ...keyFields, enabled: 'Enabled' }, {
      same: ['description', 'multi_region'],
      // It is a key whose material is imported; the block's type says so, no argument does.
      also: ({ at }, draft) => draft.set('Origin', { kind: 'scalar', value: 'EXTERNAL', at }),
    }),
    aws_kms_replica_key: resource('AWS::KMS::ReplicaKey', { ...keyFields, enabled: 'Enabled', primary_key_arn: 'PrimaryKeyArn' }, { same: ['description'] }),
    aws_kms_key_policy: satellite(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], 'key_id', { policy: ['KeyPolicy', document] }),
    aws_kms_alias: resource('AWS::KMS::Alias', { name: 'AliasName', target_key_id: 'TargetKeyId' }),
  },
};
