import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJson, type Json, type RawResource, type Tree } from '../../src/model/index.js';
import { Files } from '../../src/sources/files.js';
import { readTerraformJson } from '../../src/sources/terraform/plan/read.js';
import { code } from './plan-stack/code.js';
import { plan } from './plan-stack/plan.js';
import { folderOf, project, reasonOf, view, type Read } from './project-of.js';

type Fields = Record<string, Json>;

function read(content: string | object, name = 'plan.json'): Read {
  const folder = folderOf({ [name]: typeof content === 'string' ? content : JSON.stringify(content, null, 2) });
  return view(readTerraformJson(new Files(join(folder, name), folder), join(folder, name), { root: name }), folder);
}

interface OneOptions {
  readonly type?: string;
  readonly after?: Json;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly expressions?: Json;
  readonly others?: readonly string[];
  readonly variables?: Json;
}

/** A plan of `aws_x.y` and of others, that have nothing but an id. */
function one({ type = 'aws_x', after = {}, unknown = {}, sensitive = {}, expressions, others = [], variables = {} }: OneOptions): Read {
  const made = (address: string): Json => {
    const [, of = '', name = '', index] = /^(\w+)\.(\w+)(?:\[(.*)\])?$/.exec(address) ?? [];
    return { address, mode: 'managed', type: of, name, ...(index === undefined ? {} : { index: JSON.parse(index) as string }), change: { actions: ['create'], after: {}, after_unknown: { id: true } } };
  };
  return read({
    format_version: '1.2',
    terraform_version: '1.9.0',
    variables,
    resource_changes: [{ address: `${type}.y`, mode: 'managed', type, name: 'y', change: { actions: ['create'], before: null, after, after_unknown: unknown, after_sensitive: sensitive } }, ...others.map(made)],
    configuration: { root_module: expressions === undefined ? {} : { resources: [{ address: `${type}.y`, mode: 'managed', type, name: 'y', expressions }] } },
  });
}

describe('the same stack as code and as a plan', () => {
  const written = project(code);
  const planned = read(plan);

  test('has the same resources', () => {
    expect([...planned.addresses].sort()).toEqual([...written.addresses].sort());
    expect(planned.errors).toEqual([]);
    expect(planned.find('aws_db_instance.db')).toMatchObject({ basis: 'planned', dialect: 'terraform', root: 'plan.json' });
    expect(planned.find('data.aws_iam_policy_document.logs').type).toBe('data.aws_iam_policy_document');
  });

  // What the plan knows more: defaults that the provider filled in.
  const more: Readonly<Record<string, Fields>> = {
    'aws_s3_bucket.logs': { force_destroy: false },
    'aws_s3_bucket.many["a"]': { force_destroy: false },
    'aws_s3_bucket.many["b"]': { force_destroy: false },
    'aws_security_group.db': { description: 'Managed by Terraform' },
    'aws_db_instance.db': { publicly_accessible: false },
    'module.key["k"].aws_kms_key.this[0]': { is_enabled: true },
  };
  test.each(written.addresses)('says the same of %s', (address) => {
    const expected = { ...(written.json(address) as Fields), ...more[address] };
    const found = planned.json(address) as Fields;
    if (address === 'aws_security_group.db') expected['ingress'] = [{ ...(expected['ingress'] as Fields[])[0], self: false }];
    delete expected['policy'];
    delete found['policy'];
    delete expected['json'];
    delete found['json'];
    expect(found).toEqual(expected);
  });

  test('with the same policy structure behind the text', () => {
    const structure = (one: Read): Json => {
      const policy = one.argument('aws_s3_bucket_policy.logs', 'policy');
      if (policy?.kind !== 'unknown' || policy.json === undefined) throw new Error('no structure');
      return toJson(policy.json);
    };
    expect(structure(planned)).toEqual(structure(written));
    expect(structure(planned)).toEqual({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '${aws_s3_bucket.logs.arn}', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] });
  });

  test('with the same region and default tags', () => {
    const beside = (raw: RawResource): Json => [raw.region, raw.meta].map((tree) => (tree === undefined ? null : toJson(tree as Tree)));
    expect(beside(planned.find('aws_s3_bucket.logs'))).toEqual(beside(written.find('aws_s3_bucket.logs')));
    expect(beside(planned.find('aws_s3_bucket.logs'))).toEqual(['eu-west-1', { default_tags: { Team: 'core' } }]);
  });

  test('keeps secrets secret', () => {
    for (const from of [written, planned]) expect(JSON.stringify(from.addresses.map(from.json))).not.toContain('hunter2');
    expect(planned.argument('aws_db_instance.db', 'password')).toMatchObject({ kind: 'scalar', value: 'hunter2', sensitive: true });
  });
});

describe('positions', () => {
  test('are those of the values in the file', () => {
    const planned = one({ after: { a: 'x', block: [{ b: 1 }] } });
    expect(planned.argument('aws_x.y', 'a')).toMatchObject({ at: { file: 'plan.json', line: 17, column: 16, endLine: 17, endColumn: 19 } });
    expect(planned.find('aws_x.y').at).toMatchObject({ line: 6, column: 5 });
  });
});

describe('what is known after apply', () => {
  const references = (...names: readonly string[]): Json => ({ references: names });

  test('is left out where the code leaves it to the provider', () => {
    expect(one({ after: { a: 1 }, unknown: { arn: true, acl: true }, expressions: { a: { constant_value: 1 } } }).json('aws_x.y')).toEqual({ a: 1 });
  });

  test('is unknown where nobody tells what the code says', () => {
    const planned = one({ after: {}, unknown: { acl: true } });
    expect(reasonOf(planned.argument('aws_x.y', 'acl'))).toBe('known-after-apply: `acl` is known after apply');
  });

  test('is a symbolic link where the code has one reference', () => {
    const planned = one({ unknown: { vpc_id: true }, expressions: { vpc_id: references('aws_vpc.v.id', 'aws_vpc.v') }, others: ['aws_vpc.v'] });
    expect(planned.argument('aws_x.y', 'vpc_id')).toMatchObject({ kind: 'unknown', parts: [{ address: 'aws_vpc.v', attribute: 'id' }], reason: { kind: 'known-after-apply', detail: '`aws_vpc.v.id` is known after apply' } });
  });

  test('of two references may be either', () => {
    const planned = one({ unknown: { vpc_id: true }, expressions: { vpc_id: references('aws_vpc.v.id', 'aws_vpc.v', 'aws_vpc.w.id', 'aws_vpc.w') }, others: ['aws_vpc.v', 'aws_vpc.w'] });
    expect(planned.argument('aws_x.y', 'vpc_id')).toMatchObject({ mayBe: [{ address: 'aws_vpc.v' }, { address: 'aws_vpc.w' }] });
    expect(planned.argument('aws_x.y', 'vpc_id')).not.toHaveProperty('parts');
  });

  test('in a list of as many members as references is one of each', () => {
    const planned = one({ after: { subnet_ids: [null, null] }, unknown: { subnet_ids: [true, true] }, expressions: { subnet_ids: references('aws_subnet.a.id', 'aws_subnet.a', 'aws_subnet.b.id', 'aws_subnet.b') }, others: ['aws_subnet.a', 'aws_subnet.b'] });
    expect(planned.json('aws_x.y')).toEqual({ subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] });
  });

  test('as a whole list has a member for each reference', () => {
    const planned = one({ unknown: { security_group_ids: true }, expressions: { security_group_ids: references('aws_sg.a.id', 'aws_sg.a', 'aws_sg.b.id', 'aws_sg.b') }, others: ['aws_sg.a', 'aws_sg.b'] });
    expect(planned.json('aws_x.y')).toEqual({ security_group_ids: ['${aws_sg.a.id}', '${aws_sg.b.id}'] });
    expect(planned.argument('aws_x.y', 'security_group_ids')).not.toHaveProperty('open.kind');
    const withMore = one({ unknown: { security_group_ids: true }, expressions: { security_group_ids: references('aws_sg.a.id', 'aws_sg.a', 'var.more') }, others: ['aws_sg.a'], variables: { more: { value: ['sg-1'] } } });
    expect(withMore.argument('aws_x.y', 'security_group_ids')).toMatchObject({ items: [{}], open: { detail: 'known after apply: it may hold further members' } });
  });

  test('of a splat means every instance', () => {
    const planned = one({ after: { subnet_ids: [null, null] }, unknown: { subnet_ids: [true, true] }, expressions: { subnet_ids: references('aws_subnet.a') }, others: ['aws_subnet.a[0]', 'aws_subnet.a[1]'] });
    expect(planned.json('aws_x.y')).toEqual({ subnet_ids: ['${aws_subnet.a[0]}', '${aws_subnet.a[1]}'] });
  });

  test('from a local value is not guessed', () => {
    const planned = one({ unknown: { vpc_id: true }, expressions: { vpc_id: references('local.vpc') } });
    expect(reasonOf(planned.argument('aws_x.y', 'vpc_id'))).toBe('known-after-apply: known after apply: it comes from `local.vpc`, which a plan does not explain');
    expect(planned.argument('aws_x.y', 'vpc_id')).not.toHaveProperty('mayBe');
  });

  test('in a text that is built around a reference is not that reference', () => {
    const planned = one({ unknown: { policy: true }, expressions: { policy: references('aws_s3_bucket.b.arn', 'aws_s3_bucket.b') }, others: ['aws_s3_bucket.b'] });
    expect(planned.argument('aws_x.y', 'policy')).not.toHaveProperty('parts');
    expect(reasonOf(planned.argument('aws_x.y', 'policy'))).toContain('made from `aws_s3_bucket.b.arn`');
  });

  test('in blocks of a set, whose order is not that of the code, goes by what is known of them', () => {
    const block = (port: number, group: string): Json => ({ port: { constant_value: port }, group_id: references(`aws_sg.${group}.id`, `aws_sg.${group}`) });
    const planned = one({ after: { rule: [{ port: 2 }, { port: 1 }] }, unknown: { rule: [{ group_id: true }, { group_id: true }] }, expressions: { rule: [block(1, 'a'), block(2, 'b')] }, others: ['aws_sg.a', 'aws_sg.b'] });
    expect(planned.json('aws_x.y')).toEqual({ rule: [{ port: 2, group_id: '${aws_sg.b.id}' }, { port: 1, group_id: '${aws_sg.a.id}' }] });
    const alike = one({ after: { rule: [{ port: 1 }, { port: 1 }] }, unknown: { rule: [{ group_id: true }, { group_id: true }] }, expressions: { rule: [block(1, 'a'), block(1, 'b')] }, others: ['aws_sg.a', 'aws_sg.b'] });
    expect(at0(alike.argument('aws_x.y', 'rule'), 'group_id')).toMatchObject({ mayBe: [{ address: 'aws_sg.a' }, { address: 'aws_sg.b' }] });
  });

  test('in a block that the plan lists no code for stays unknown', () => {
    const planned = one({ type: 'aws_security_group', after: { ingress: [{ from_port: 22 }] }, unknown: { ingress: [{ security_groups: true }] }, expressions: {} });
    expect(at0(planned.argument('aws_security_group.y', 'ingress'), 'security_groups')).toMatchObject({ kind: 'unknown', reason: { kind: 'known-after-apply' } });
  });

  test('by key: the instance of the same key is meant', () => {
    const planned = read({
      format_version: '1.2',
      resource_changes: ['a', 'b'].flatMap((key) => [
        { address: `aws_x.y["${key}"]`, mode: 'managed', type: 'aws_x', name: 'y', index: key, change: { actions: ['create'], after: {}, after_unknown: { vpc_id: true } } },
        { address: `aws_vpc.v["${key}"]`, mode: 'managed', type: 'aws_vpc', name: 'v', index: key, change: { actions: ['create'], after: {}, after_unknown: { id: true } } },
      ]),
      configuration: { root_module: { resources: [{ address: 'aws_x.y', expressions: { vpc_id: references('aws_vpc.v', 'each.key') } }] } },
    });
    expect(planned.json('aws_x.y["b"]')).toEqual({ vpc_id: '${aws_vpc.v["b"]}' });
  });
});

const at0 = (tree: Tree | undefined, key: string): Tree | undefined => (tree?.kind === 'list' && tree.items[0]?.kind === 'map' ? tree.items[0].entries.get(key) : undefined);

describe('what the provider returns for nothing is nothing', () => {
  test('null, "", [] and {} that the code does not say', () => {
    expect(one({ after: { a: null, b: '', c: [], d: {}, e: false, f: 0 }, expressions: {} }).json('aws_x.y')).toEqual({ e: false, f: 0 });
  });
  test('but what the code says stays', () => {
    expect(one({ after: { b: '', c: [] }, expressions: { b: { constant_value: '' }, c: { constant_value: [] } } }).json('aws_x.y')).toEqual({ b: '', c: [] });
  });
});

describe('other parts of a plan', () => {
  const data = { address: 'data.aws_ami.a', mode: 'data', type: 'aws_ami', name: 'a', values: { id: 'ami-1', owners: ['amazon'] } };
  const old = { address: 'aws_x.old', mode: 'managed', type: 'aws_x', name: 'old', values: { a: 1 } };

  test('data sources that were read already, but not the old state', () => {
    expect(read({ format_version: '1.2', planned_values: {}, prior_state: { values: { root_module: { resources: [data, old] } } } }).addresses).toEqual(['data.aws_ami.a']);
  });

  test('planned values alone', () => {
    const planned = read({ format_version: '1.1', planned_values: { root_module: { resources: [old], child_modules: [{ address: 'module.m[0]', resources: [{ ...old, address: 'module.m[0].aws_x.old["k"]', index: 'k' }] }] } } });
    expect(planned.addresses).toEqual(['aws_x.old', 'module.m[0].aws_x.old["k"]']);
  });

  test('a plan that says it is not complete is a coverage line each', () => {
    const { coverage } = read({ format_version: '1.2', resource_changes: [], errored: true, complete: false, deferred_changes: [{ reason: 'provider_config_unknown', resource_change: { address: 'aws_x.later' } }] });
    expect(coverage).toMatchObject([{ answered: false }, { answered: false }, { answered: false, reason: '`aws_x.later` is put off to a later plan (provider_config_unknown)' }]);
  });

  test('modules that feed one another without end', () => {
    const call = (other: string): Json => ({ expressions: { in: { references: [`module.${other}.out`, `module.${other}`] } }, module: { outputs: { out: { expression: { references: ['var.in'] } } } } });
    const planned = read({
      format_version: '1.2',
      resource_changes: [{ address: 'aws_x.y', mode: 'managed', type: 'aws_x', name: 'y', change: { actions: ['create'], after: {}, after_unknown: { vpc_id: true } } }],
      configuration: { root_module: { resources: [{ address: 'aws_x.y', expressions: { vpc_id: { references: ['module.a.out'] } } }], module_calls: { a: call('b'), b: call('a') } } },
    });
    expect(planned.argument('aws_x.y', 'vpc_id')).toMatchObject({ kind: 'unknown' });
  });
});

test('a plan of what exists: a known id is a link where the expression says so', () => {
  const made = (address: string, after: Json): Json => ({ address, mode: 'managed', type: address.split('.')[0] ?? '', name: 'n', change: { actions: ['no-op'], after, after_unknown: {} } });
  const planned = read({
    format_version: '1.2',
    resource_changes: [made('aws_api_gateway_rest_api.n', { id: 'a1b2c3d4e5', name: 'api' }), made('aws_x.n', { rest_api_id: 'a1b2c3d4e5', label: 'a1b2c3d4e5', name: 'api' })],
    configuration: { root_module: { resources: [{ address: 'aws_x.n', expressions: { rest_api_id: { references: ['aws_api_gateway_rest_api.n.id', 'aws_api_gateway_rest_api.n'] }, label: { constant_value: 'a1b2c3d4e5' }, name: { references: ['aws_api_gateway_rest_api.n.name', 'aws_api_gateway_rest_api.n'] } } }] } },
  });
  expect(planned.json('aws_x.n')).toEqual({ rest_api_id: '${aws_api_gateway_rest_api.n.id}', label: 'a1b2c3d4e5', name: 'api' });
});

describe('states', () => {
  const resources = [
    { module: 'module.net["a"]', mode: 'managed', type: 'aws_vpc', name: 'v', provider: 'p', instances: [{ schema_version: 1, attributes: { id: 'vpc-0123456789abcdef0', arn: 'arn:aws:ec2:eu-west-1:1:vpc/vpc-0123456789abcdef0', cidr_block: '10.0.0.0/16' } }] },
    {
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'd',
      instances: [
        { index_key: 0, attributes: { id: 'db', password: 'hunter2', kms_key_id: '', vpc_id: 'vpc-0123456789abcdef0', setting: [{ secret: 's3cret', name: 'n' }] }, sensitive_attributes: [[{ type: 'get_attr', value: 'password' }], [{ type: 'get_attr', value: 'setting' }, { type: 'index', value: { value: 0, type: 'number' } }, { type: 'get_attr', value: 'secret' }]] },
        { index_key: 0, deposed: 'abc', attributes: { id: 'old' } },
      ],
    },
    { mode: 'data', type: 'aws_ami', name: 'a', instances: [{ attributes: { id: 'ami-0a1b2c3d' } }] },
  ];
  const state = { version: 4, terraform_version: '1.9.0', serial: 3, lineage: 'l', resources };

  test('version 4: addresses, secrets, links by id', () => {
    const found = read(state, 'terraform.tfstate');
    expect(found.addresses).toEqual(['module.net["a"].aws_vpc.v', 'aws_db_instance.d[0]', 'data.aws_ami.a']);
    expect(found.json('aws_db_instance.d[0]')).toEqual({ id: 'db', password: '(sensitive)', vpc_id: '${module.net["a"].aws_vpc.v.id}', setting: [{ secret: '(sensitive)', name: 'n' }] });
    expect(found.find('module.net["a"].aws_vpc.v').region).toMatchObject({ value: 'eu-west-1' });
  });

  test('as terraform show prints it', () => {
    const found = read({
      format_version: '1.0',
      terraform_version: '1.9.0',
      values: { root_module: { resources: [{ address: 'aws_x.y', mode: 'managed', type: 'aws_x', name: 'y', values: { password: 'hunter2', a: 1 }, sensitive_values: { password: true } }, { address: 'aws_x.y', mode: 'managed', type: 'aws_x', name: 'y', deposed_key: 'd', values: {} }] } },
    });
    expect(found.json('aws_x.y')).toEqual({ password: '(sensitive)', a: 1 });
    expect(found.addresses).toHaveLength(1);
  });

  test('two owners of one id are none, unless an ARN tells', () => {
    const of = (type: string, attributes: Json): Json => ({ mode: 'managed', type, name: 'n', instances: [{ attributes }] });
    const id = '01234567-89ab-cdef-0123-456789abcdef';
    const user = of('aws_x', { kms_key_id: id });
    const json = (...all: readonly Json[]): Json => read({ ...state, resources: all }).json('aws_x.n');
    expect(json(user, of('aws_kms_key', { id, arn: `arn:aws:kms:eu-west-1:1:key/${id}` }), of('aws_kms_key_policy', { id }))).toEqual({ kms_key_id: '${aws_kms_key.n.id}' });
    expect(json(user, of('aws_a', { id }), of('aws_b', { id }))).toEqual({ kms_key_id: id });
  });

  test('other versions and encrypted ones say what to do', () => {
    expect(read({ ...state, version: 3 }).errors).toMatchObject([{ message: 'is a state of version 3; only version 4 is read: write it out with `terraform show -json`' }]);
    expect(read({ serial: 1, lineage: 'l', encrypted_data: 'x' }).errors).toMatchObject([{ message: 'is an encrypted state; write it out with `tofu show -json`' }]);
  });
});

describe('bad input is one line', () => {
  test.each([
    ['cut off', JSON.stringify(plan).slice(0, 2000), /^not valid JSON: the text that begins here does not end$/],
    ['cut off between values', '{"format_version":"1.2","values":{"a":1', /^not valid JSON: the file ends before this is closed$/],
    ['a missing comma', '{"format_version":"1.2" "values":{}}', /^not valid JSON: `,` or `}` is missing$/],
    ['a broken value', '{"format_version":"1.2","values":{"root_module":{"resources":[{"type":"a","name":"b","values":{"x":nope}}]}}}', /^not valid JSON: this value cannot be read$/],
    ['nesting without end', `{"format_version":"1.2","values":${'['.repeat(5000)}${']'.repeat(5000)}}`, /^not valid JSON: nested deeper than 200 levels$/],
    ['a later format', '{"format_version":"2.0","values":{}}', /^has `format_version` `2.0`; versions 0 and 1/],
    ['no text', '', /^not valid JSON: the file ends too early$/],
  ])('%s', (_, content, message) => {
    const found = read(content);
    expect(found.resources).toEqual([]);
    expect(found.errors).toHaveLength(1);
    expect(found.errors[0]?.message).toMatch(message);
    if (/not valid/.test(found.errors[0]?.message ?? '')) expect(found.errors[0]).toMatchObject({ file: 'plan.json', line: 1, column: expect.any(Number) as number });
  });

  test('shapes that are not as documented lose nothing else', () => {
    const found = read({
      format_version: '1.2',
      variables: [],
      resource_changes: [1, null, { type: 'x' }, { address: 'aws_x.y', mode: 'managed', type: 'aws_x', name: 'y', change: { actions: 'create', after: { a: 1, __proto__x: 2, constructor: 3 }, after_unknown: [1], after_sensitive: 'x' } }],
      configuration: { provider_config: 3, root_module: { resources: [null, { address: 4 }], module_calls: [], outputs: 'x' } },
    });
    expect(found.json('aws_x.y')).toEqual({ a: 1, __proto__x: 2, constructor: 3 });
  });
});

test('bytes that were changed anywhere cost an error line at most', () => {
  const folder = folderOf({});
  const path = join(folder, 'plan.json');
  const text = JSON.stringify(plan);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(text.length - 1), fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '0', 'x', 'null', '')), { minLength: 1, maxLength: 4 }), (changes) => {
      let changed = text;
      for (const [at, by] of changes) changed = changed.slice(0, at) + by + changed.slice(at + 1);
      writeFileSync(path, changed);
      const { errors, resources } = readTerraformJson(new Files(folder, folder), path, { root: '.' });
      expect(errors.length === 0 || resources.length === 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('five thousand resources are read in a second or two', () => {
  const changes = Array.from({ length: 5_000 }, (_, i) => ({ address: `aws_x.y[${i}]`, mode: 'managed', type: 'aws_x', name: 'y', index: i, change: { actions: ['create'], after: { a: i, tags: { Name: `n${i}` } }, after_unknown: { vpc_id: true, id: true } } }));
  const content = JSON.stringify({ format_version: '1.2', resource_changes: changes, configuration: { root_module: { resources: [{ address: 'aws_x.y', expressions: { vpc_id: { references: ['aws_vpc.v.id', 'aws_vpc.v'] } } }] } } });
  const started = Date.now();
  expect(read(content).addresses).toHaveLength(5_000);
  expect(Date.now() - started).toBeLessThan(20_000);
});
