import type { Json } from '../../../src/model/index.js';

type Fields = { readonly [key: string]: Json };

interface Planned {
  readonly address: string;
  readonly after: Fields;
  readonly unknown: Fields;
  readonly sensitive?: Fields;
  readonly expressions: Fields;
}

const refs = (...references: readonly string[]): Fields => ({ references });
const is = (value: Json): Fields => ({ constant_value: value });
/** What the provider computes of every bucket. */
const bucketUnknown = { acl: true, arn: true, id: true, region: true, versioning: true, server_side_encryption_configuration: true, policy: true, website_endpoint: true, logging: [], tags_all: true };
const bucket = (address: string, name: string, expression: Fields): Planned => ({
  address,
  after: { bucket: name, force_destroy: false, tags: null, tags_all: { Team: 'core' }, timeouts: null, logging: [], bucket_prefix: '' },
  unknown: bucketUnknown,
  expressions: { bucket: expression },
});
const publicAccess = (key: string): Planned => ({
  address: `aws_s3_bucket_public_access_block.many["${key}"]`,
  after: { block_public_acls: true, block_public_policy: false, ignore_public_acls: null },
  unknown: { bucket: true, id: true },
  expressions: { bucket: refs('each.value.id', 'each.value'), block_public_acls: is(true), block_public_policy: is(false) },
});

const planned: readonly Planned[] = [
  bucket('aws_s3_bucket.logs', 'my-logs', is('my-logs')),
  bucket('aws_s3_bucket.many["a"]', 'many-a', refs('each.key')),
  bucket('aws_s3_bucket.many["b"]', 'many-b', refs('each.key')),
  {
    address: 'aws_s3_bucket_versioning.logs',
    after: { expected_bucket_owner: null, mfa: null, versioning_configuration: [{ status: 'Enabled' }] },
    unknown: { bucket: true, id: true, versioning_configuration: [{ mfa_delete: true }] },
    expressions: { bucket: refs('aws_s3_bucket.logs.id', 'aws_s3_bucket.logs'), versioning_configuration: [{ status: is('Enabled') }] },
  },
  publicAccess('a'),
  publicAccess('b'),
  {
    address: 'data.aws_iam_policy_document.logs',
    after: {
      override_policy_documents: null,
      policy_id: null,
      statement: [
        {
          actions: ['s3:*'],
          condition: [{ test: 'Bool', values: ['false'], variable: 'aws:SecureTransport' }],
          effect: 'Deny',
          not_actions: null,
          not_principals: [],
          principals: [{ identifiers: ['*'], type: '*' }],
          resources: [null],
          sid: null,
        },
      ],
    },
    unknown: { id: true, json: true, minified_json: true, statement: [{ actions: [false], condition: [{ values: [false] }], not_principals: [], principals: [{ identifiers: [false] }], resources: [true] }] },
    expressions: {
      statement: [
        {
          actions: is(['s3:*']),
          condition: [{ test: is('Bool'), values: is(['false']), variable: is('aws:SecureTransport') }],
          effect: is('Deny'),
          principals: [{ identifiers: is(['*']), type: is('*') }],
          resources: refs('aws_s3_bucket.logs.arn', 'aws_s3_bucket.logs'),
        },
      ],
    },
  },
  {
    address: 'aws_s3_bucket_policy.logs',
    after: {},
    unknown: { bucket: true, id: true, policy: true },
    expressions: { bucket: refs('aws_s3_bucket.logs.id', 'aws_s3_bucket.logs'), policy: refs('data.aws_iam_policy_document.logs.json', 'data.aws_iam_policy_document.logs') },
  },
  {
    address: 'aws_security_group.db',
    // Blocks that are attributes to the provider are not listed among the expressions.
    after: { description: 'Managed by Terraform', name: 'db', ingress: [{ cidr_blocks: ['10.0.0.0/8'], description: '', from_port: 5432, ipv6_cidr_blocks: [], prefix_list_ids: [], protocol: 'tcp', security_groups: [], self: false, to_port: 5432 }] },
    unknown: { id: true, arn: true, egress: true, vpc_id: true, ingress: [{ cidr_blocks: [false] }] },
    expressions: { name: is('db') },
  },
  {
    address: 'aws_db_instance.db',
    after: { identifier: 'db', password: 'hunter2', storage_encrypted: true, engine_version: '16', publicly_accessible: false, monitoring_role_arn: null },
    unknown: { id: true, arn: true, vpc_security_group_ids: true, kms_key_id: true, ca_cert_identifier: true },
    sensitive: { password: true, vpc_security_group_ids: [] },
    expressions: {
      identifier: is('db'),
      password: refs('var.password'),
      storage_encrypted: is(true),
      vpc_security_group_ids: refs('aws_security_group.db.id', 'aws_security_group.db'),
      kms_key_id: refs('module.key["k"].arn', 'module.key["k"]'),
      engine_version: is('16'),
    },
  },
];

const inner: readonly Planned[] = [
  { address: 'module.key["k"].aws_kms_key.this[0]', after: { enable_key_rotation: true, deletion_window_in_days: null, is_enabled: true }, unknown: { arn: true, id: true, key_id: true, policy: true }, expressions: { enable_key_rotation: is(true) } },
  { address: 'module.key["k"].aws_kms_alias.this', after: { name: 'alias/my-logs' }, unknown: { arn: true, id: true, target_key_id: true }, expressions: { name: refs('var.alias_of'), target_key_id: refs('aws_kms_key.this[0].key_id', 'aws_kms_key.this[0]', 'aws_kms_key.this') } },
];

function parts(address: string): { module?: string; mode: string; type: string; name: string; index?: string | number } {
  const match = /^(?:(module\..*)\.)?(data\.)?([a-z0-9_]+)\.([a-z0-9_]+)(?:\[(.+)\])?$/.exec(address);
  if (match === null) throw new Error(address);
  const [, module, data, type = '', name = '', index] = match;
  return { ...(module === undefined ? {} : { module }), mode: data === undefined ? 'managed' : 'data', type, name, ...(index === undefined ? {} : { index: JSON.parse(index) as string | number }) };
}

const change = ({ address, after, unknown, sensitive = {} }: Planned): Json => {
  const { module, ...rest } = parts(address);
  return {
    address,
    ...(module === undefined ? {} : { module_address: module }),
    ...rest,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: [rest.mode === 'data' ? 'read' : 'create'], before: null, after, after_unknown: unknown, before_sensitive: false, after_sensitive: sensitive },
  };
};

const configured = (list: readonly Planned[], forEach: Readonly<Record<string, Fields>> = {}): Json => {
  const seen = new Map<string, Json>();
  for (const { address, expressions } of list) {
    const { mode, type, name } = parts(address);
    const local = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    if (!seen.has(local)) seen.set(local, { address: local, mode, type, name, provider_config_key: 'aws', expressions, schema_version: 0, ...(forEach[local] === undefined ? {} : { for_each_expression: forEach[local] }) });
  }
  return [...seen.values()];
};

export const plan = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  variables: { team: { value: 'core' }, password: { value: 'hunter2' } },
  planned_values: { root_module: { resources: [] } },
  resource_changes: [
    ...[...planned, ...inner].map(change),
    { address: 'aws_x.gone', mode: 'managed', type: 'aws_x', name: 'gone', change: { actions: ['delete'], before: { a: 1 }, after: null, after_unknown: {} } },
  ],
  configuration: {
    provider_config: { aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', expressions: { region: is('eu-west-1'), default_tags: [{ tags: refs('var.team') }] } } },
    root_module: {
      resources: configured(planned, { 'aws_s3_bucket_public_access_block.many': refs('aws_s3_bucket.many'), 'aws_s3_bucket.many': {} }),
      module_calls: {
        key: {
          source: './key',
          expressions: { alias_of: refs('aws_s3_bucket.logs.bucket', 'aws_s3_bucket.logs') },
          for_each_expression: {},
          module: { outputs: { arn: { expression: refs('aws_kms_key.this[0].arn', 'aws_kms_key.this[0]', 'aws_kms_key.this') } }, resources: configured(inner), variables: { alias_of: {} } },
        },
      },
      variables: { team: { default: 'core' }, password: { default: 'hunter2', sensitive: true } },
    },
  },
} satisfies Json;
