import { describe, expect, test } from 'vitest';
import { project, reasonOf } from './project-of.js';

describe('local modules', () => {
  test('one instance for each call and key, at the addresses that Terraform prints', () => {
    const read = project({
      'main.tf': `
        module "a" {
          source   = "./a"
          for_each = { k = "x", l = "y" }
          name     = each.value
        }
        module "b" {
          source = "./a"
          count  = 2
          name   = "b\${count.index}"
        }
        resource "aws_x" "out" {
          one  = module.a["k"].id
          name = module.b[1].name
          all  = module.b[*].name
        }`,
      'a/main.tf': 'variable "name" {}\nmodule "inner" {\n  source = "./inner"\n  name = upper(var.name)\n}\noutput "id" { value = module.inner.id }\noutput "name" { value = var.name }',
      'a/inner/main.tf': 'variable "name" {}\nresource "aws_x" "y" {\n  count = 1\n  n = var.name\n}\noutput "id" { value = aws_x.y[0].id }',
    });
    expect(read.addresses).toEqual([
      'aws_x.out',
      'module.a["k"].module.inner.aws_x.y[0]',
      'module.a["l"].module.inner.aws_x.y[0]',
      'module.b[0].module.inner.aws_x.y[0]',
      'module.b[1].module.inner.aws_x.y[0]',
    ]);
    expect(read.json('module.a["l"].module.inner.aws_x.y[0]')).toEqual({ n: 'Y' });
    expect(read.json('aws_x.out')).toEqual({ one: '${module.a["k"].module.inner.aws_x.y[0].id}', name: 'b1', all: ['b0', 'b1'] });
    expect(read.coverage).toEqual([]);
  });

  test('of an unknown count may not exist, and neither may what is in them', () => {
    const read = project({ 'main.tf': 'variable "n" {}\nmodule "m" {\n  source = "./m"\n  count = var.n\n}', 'm/main.tf': 'resource "aws_x" "y" {}' });
    expect(read.addresses).toEqual(['module.m[*].aws_x.y']);
    expect(read.find('module.m[*].aws_x.y').conditional?.detail).toContain('`var.n` has no value');
  });

  test('outputs are computed when asked for: two modules may feed each other', () => {
    const read = project({
      'main.tf': 'module "a" {\n  source = "./m"\n  in = module.b.plain\n}\nmodule "b" {\n  source = "./m"\n  in = module.a.plain\n}\nresource "aws_x" "y" { v = module.a.out }',
      'm/main.tf': 'variable "in" {}\noutput "plain" { value = "p" }\noutput "out" { value = var.in }',
    });
    expect(read.json('aws_x.y')).toEqual({ v: 'p' });
    expect(read.errors).toEqual([]);
  });

  test('that feed each other round in a circle end in a reported unknown', () => {
    const read = project({
      'main.tf': 'module "a" {\n  source = "./m"\n  in = module.b.out\n}\nmodule "b" {\n  source = "./m"\n  in = module.a.out\n}\nresource "aws_x" "y" { v = module.a.out }',
      'm/main.tf': 'variable "in" {}\noutput "out" { value = var.in }',
    });
    expect(reasonOf(read.argument('aws_x.y', 'v'))).toContain('circle');
    expect(read.errors.some(({ message }) => message.includes('goes round in a circle'))).toBe(true);
  });

  test('an output or input that does not exist says so', () => {
    const read = project({ 'main.tf': 'module "m" { source = "./m" }\nresource "aws_x" "y" { v = module.m.nope }', 'm/main.tf': '' });
    expect(reasonOf(read.argument('aws_x.y', 'v'))).toMatch(/^malformed: .*nope/);
  });

  test('the call stands for what is in it', () => {
    const read = project({ 'main.tf': '\nmodule "m" {\n  source = "./m"\n}', 'm/main.tf': 'resource "aws_x" "y" {}' });
    expect(read.calls).toMatchObject([{ address: 'module.m.', at: { file: 'main.tf', line: 2, endLine: 4 } }]);
    expect(read.find('module.m.aws_x.y').at).toMatchObject({ file: 'm/main.tf', line: 1 });
  });
});

describe('modules from elsewhere', () => {
  const main = `
    resource "aws_vpc" "v" {}
    module "sg" {
      source  = "terraform-aws-modules/security-group/aws"
      version = "5.1.0"
      vpc_id  = aws_vpc.v.id
      name    = "x"
    }
    resource "aws_instance" "i" { vpc_security_group_ids = [module.sg.security_group_id] }`;

  test('are found through the manifest of terraform init', () => {
    const read = project({
      'main.tf': main,
      '.terraform/modules/modules.json': JSON.stringify({ Modules: [{ Key: '', Source: '', Dir: '.' }, { Key: 'sg', Source: 'registry', Dir: '.terraform/modules/sg' }, { Key: 'sg.deep', Source: 'x', Dir: '.terraform/modules/sg.deep' }] }),
      '.terraform/modules/sg/main.tf': 'variable "vpc_id" {}\nvariable "name" {}\nmodule "deep" {\n  source = "git::https://example.com/deep.git"\n}\nresource "aws_security_group" "this" { vpc_id = var.vpc_id }\noutput "security_group_id" { value = aws_security_group.this.id }',
      '.terraform/modules/sg.deep/main.tf': 'resource "aws_x" "deep" {}',
    });
    expect(read.coverage).toEqual([]);
    expect(read.addresses).toContain('module.sg.module.deep.aws_x.deep');
    expect(read.json('module.sg.aws_security_group.this')).toEqual({ vpc_id: '${aws_vpc.v.id}' });
    expect(read.json('aws_instance.i')).toEqual({ vpc_security_group_ids: ['${module.sg.aws_security_group.this.id}'] });
  });

  test('one that is not there is a coverage line that says what to do, never a failure', () => {
    const read = project(main);
    expect(read.errors).toEqual([]);
    expect(read.coverage).toMatchObject([{ subject: 'module.sg', asked: 'module', answered: false, reason: 'run `terraform init` in `.` to install `terraform-aws-modules/security-group/aws`' }]);
  });

  test('its outputs are unknown and may mean only what was handed to it', () => {
    const list = project(main).argument('aws_instance.i', 'vpc_security_group_ids');
    expect(list).toMatchObject({ items: [{ kind: 'unknown', reason: { kind: 'module-missing' }, mayBe: [{ address: 'aws_vpc.v', attribute: 'id' }] }] });
    const nothing = project('module "m" {\n  source = "a/b/c"\n}\nresource "aws_x" "y" { v = module.m.out }').argument('aws_x.y', 'v');
    expect(nothing).toMatchObject({ kind: 'unknown', mayBe: [] });
  });

  test('a broken manifest installs nothing and breaks nothing', () => {
    expect(project({ 'main.tf': main, '.terraform/modules/modules.json': '{ nope' }).coverage).toHaveLength(1);
    expect(project({ 'main.tf': main, '.terraform/modules/modules.json': '{"Modules":[1,{"Key":3},null,{"Key":"sg","Dir":"../../../../etc"}]}' }).coverage).toHaveLength(1);
  });
});

describe('modules that do not end', () => {
  test('a module that calls itself is reported with its path', () => {
    const read = project({ 'main.tf': 'module "a" { source = "./a" }', 'a/main.tf': 'resource "aws_x" "y" {}\nmodule "b" { source = "../b" }', 'b/main.tf': 'module "again" { source = "../a" }' });
    expect(read.addresses).toEqual(['module.a.aws_x.y']);
    expect(read.errors).toMatchObject([{ file: 'b/main.tf', line: 1, message: expect.stringContaining('module.a.module.b → module.a.module.b.module.again') as string }]);
  });

  test('a root that calls itself', () => {
    expect(project('module "me" { source = "./" }').errors).toMatchObject([{ message: 'module calls itself: module.me' }]);
  });

  test('instances that multiply level by level stop at a limit', () => {
    const files: Record<string, string> = { 'main.tf': 'module "m" {\n  source = "./l0"\n  count = 40\n}' };
    for (let level = 0; level < 6; level++) files[`l${level}/main.tf`] = `module "m" {\n  source = "../l${level + 1}"\n  count = 40\n}`;
    files['l6/main.tf'] = 'resource "aws_x" "y" {}';
    const started = Date.now();
    const read = project(files);
    expect(read.errors.some(({ message }) => message.includes('module instances'))).toBe(true);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('providers', () => {
  test('region, alias and default tags reach resources, through modules', () => {
    const read = project({
      'main.tf': `
        variable "region" { default = "eu-west-1" }
        provider "aws" {
          region = var.region
          default_tags { tags = { Team = "t" } }
        }
        provider "aws" {
          alias  = "us"
          region = "us-east-1"
        }
        resource "aws_x" "here" {}
        resource "aws_x" "there" { provider = aws.us }
        resource "aws_x" "own" { region = "ap-south-1" }
        module "plain" { source = "./m" }
        module "mapped" {
          source    = "./m"
          providers = { aws = aws.us, aws.other = aws }
        }`,
      'm/main.tf': 'resource "aws_x" "y" {}\nresource "aws_x" "z" { provider = aws.other }',
    });
    const region = (address: string): unknown => (read.find(address).region as { value?: unknown } | undefined)?.value;
    expect(['aws_x.here', 'aws_x.there', 'aws_x.own', 'module.plain.aws_x.y', 'module.mapped.aws_x.y', 'module.mapped.aws_x.z'].map(region)).toEqual(['eu-west-1', 'us-east-1', 'ap-south-1', 'eu-west-1', 'us-east-1', 'eu-west-1']);
    expect(read.find('module.plain.aws_x.y').meta?.entries.get('default_tags')).toMatchObject({ kind: 'map' });
    expect(read.find('aws_x.there').meta).toBeUndefined();
  });
});

describe('override files', () => {
  test('replace attributes and whole block types, in name order', () => {
    const read = project({
      'main.tf': 'resource "aws_x" "y" {\n  a = 1\n  b = 1\n  rule { n = 1 }\n  rule { n = 2 }\n  other { n = 1 }\n}\nvariable "v" { default = "base" }\nlocals { l = var.v }',
      'a_override.tf': 'resource "aws_x" "y" {\n  a = 2\n  rule { n = 3 }\n}\nvariable "v" { default = "over" }',
      'override.tf': 'resource "aws_x" "y" { a = local.l }',
    });
    expect(read.json('aws_x.y')).toEqual({ a: 'over', b: 1, rule: [{ n: 3 }], other: [{ n: 1 }] });
    expect(read.errors).toEqual([]);
  });
});

describe('files of a folder', () => {
  test('.tf.json and .tofu count, hidden and backup files do not', () => {
    const read = project({
      'a.tf': 'resource "aws_x" "a" {}',
      'b.tf.json': '{ "resource": { "aws_x": { "b": { "v": "${local.l}", "rule": [{ "n": 1 }] } } } }',
      'c.tofu': 'locals { l = "x" }',
      '.hidden.tf': 'resource "aws_x" "h" {}',
      'old.tf~': 'resource "aws_x" "o" {}',
      'sub/main.tf': 'resource "aws_x" "s" {}',
    });
    expect(read.addresses).toEqual(['aws_x.a', 'aws_x.b']);
    expect(read.json('aws_x.b')).toMatchObject({ v: 'x' });
  });

  test('other blocks are no resources', () => {
    const read = project('terraform {\n  required_version = ">= 1"\n}\nmoved {\n  from = aws_x.a\n  to = aws_x.b\n}\nremoved { from = aws_x.c }\nimport {\n  to = aws_x.b\n  id = "1"\n}\ncheck "c" {\n  assert {\n    condition = true\n    error_message = "x"\n  }\n}\nresource "aws_x" "b" {}\nresource "terraform_data" "t" {}');
    expect(read.addresses).toEqual(['aws_x.b', 'terraform_data.t']);
    expect(read.errors).toEqual([]);
  });

  test('one file alone: what is declared beside it is not read, and that is said', () => {
    const read = project({ 'main.tf': 'resource "aws_x" "y" {\n  a = local.beside\n  b = aws_x.beside.id\n  c = 1\n}', 'beside.tf': 'locals { beside = 1 }\nresource "aws_x" "beside" {}' }, { only: 'main.tf' });
    expect(read.addresses).toEqual(['aws_x.y']);
    expect(reasonOf(read.argument('aws_x.y', 'a'))).toBe('unresolved: `local.beside` is not declared in the files that were read');
    expect(read.json('aws_x.y')).toMatchObject({ c: 1 });
  });

  test('a name declared twice is reported; the first counts', () => {
    const read = project('resource "aws_x" "y" { a = 1 }\nresource "aws_x" "y" { a = 2 }');
    expect(read.json('aws_x.y')).toEqual({ a: 1 });
    expect(read.errors).toMatchObject([{ line: 2, message: '`resource aws_x y` is declared twice; the first one counts, at main.tf:1' }]);
  });
});
