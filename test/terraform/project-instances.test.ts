import { describe, expect, test } from 'vitest';
import { referenceOf } from '../../src/model/index.js';
import { project, reasonOf } from './project-of.js';

describe('count', () => {
  test('makes instances by number', () => {
    const read = project('resource "aws_x" "y" {\n  count = 2\n  n     = "n-${count.index}"\n}');
    expect(read.addresses).toEqual(['aws_x.y[0]', 'aws_x.y[1]']);
    expect(read.json('aws_x.y[1]')).toEqual({ n: 'n-1' });
  });

  test('of a condition makes one or none', () => {
    const source = 'variable "on" {}\nresource "aws_x" "y" {\n  count = var.on ? 1 : 0\n}';
    expect(project(source, { vars: { on: 'true' } }).addresses).toEqual(['aws_x.y[0]']);
    expect(project(source, { vars: { on: 'false' } })).toMatchObject({ addresses: [], errors: [], coverage: [] });
  });

  test('that is not known makes one, which may not exist', () => {
    const read = project('variable "n" {}\nresource "aws_x" "y" {\n  count = var.n\n  i = count.index\n}');
    expect(read.addresses).toEqual(['aws_x.y[*]']);
    expect(read.find('aws_x.y[*]').conditional).toMatchObject({ kind: 'unresolved', detail: '`count` of `aws_x.y`: `var.n` has no value' });
    expect(read.json('aws_x.y[*]')).toEqual({ i: '(unknown)' });
  });

  test.each(['-1', '1.5', '"x"', '[]'])('that is no number (%s) says so', (count) => {
    const read = project(`resource "aws_x" "y" {\n  count = ${count}\n}`);
    expect(read.find('aws_x.y[*]').conditional).toMatchObject({ kind: 'malformed' });
  });
});

describe('for_each', () => {
  test('over a map, with keys as Terraform prints them', () => {
    const read = project('resource "aws_x" "y" {\n  for_each = { a = 1, "b.c/d" = 2, "q\\"" = 3 }\n  k = each.key\n  v = each.value\n}');
    expect(read.addresses).toEqual(['aws_x.y["a"]', 'aws_x.y["b.c/d"]', 'aws_x.y["q\\""]']);
    expect(read.json('aws_x.y["b.c/d"]')).toEqual({ k: 'b.c/d', v: 2 });
  });

  test('over a set, where key and value are one', () => {
    const read = project('resource "aws_x" "y" {\n  for_each = toset(["b", "a", "b"])\n  v = "${each.key}${each.value}"\n}');
    expect(read.addresses).toEqual(['aws_x.y["a"]', 'aws_x.y["b"]']);
    expect(read.json('aws_x.y["b"]')).toEqual({ v: 'bb' });
  });

  test('over nothing makes nothing', () => {
    expect(project('resource "aws_x" "y" {\n  for_each = {}\n}').addresses).toEqual([]);
  });

  test('over what is not known makes one with an unknown key', () => {
    const read = project('variable "m" {}\nresource "aws_x" "y" {\n  for_each = var.m\n  k = each.key\n}');
    expect(read.addresses).toEqual(['aws_x.y["*"]']);
    expect(read.find('aws_x.y["*"]').conditional?.detail).toBe('`for_each` of `aws_x.y`: `var.m` has no value');
    expect(reasonOf(read.argument('aws_x.y["*"]', 'k'))).toContain('`var.m` has no value');
  });

  test('over another resource, instance by instance', () => {
    const read = project(`
      resource "aws_s3_bucket" "b" {
        for_each = toset(["a", "z"])
        bucket   = "bucket-\${each.key}"
      }
      resource "aws_s3_bucket_versioning" "v" {
        for_each = aws_s3_bucket.b
        bucket   = each.value.id
        name     = each.value.bucket
        status   = each.key
      }`);
    expect(read.json('aws_s3_bucket_versioning.v["z"]')).toEqual({ bucket: '${aws_s3_bucket.b["z"].id}', name: 'bucket-z', status: 'z' });
  });

  test('over known keys of unknown values keeps the keys', () => {
    const read = project('resource "aws_vpc" "v" {}\nresource "aws_x" "y" {\n  for_each = { a = aws_vpc.v.id }\n  v = each.value\n}');
    expect(read.json('aws_x.y["a"]')).toEqual({ v: '${aws_vpc.v.id}' });
  });
});

describe('references to resources', () => {
  const read = project(`
    resource "aws_s3_bucket" "one" { bucket = "named" }
    resource "aws_s3_bucket" "many" {
      count  = 2
      bucket = "many-\${count.index}"
    }
    resource "aws_s3_bucket" "each" {
      for_each = { k = "x" }
      bucket   = each.value
    }
    variable "n" {}
    resource "aws_s3_bucket" "vague" { count = var.n }
    resource "aws_s3_bucket" "none" { count = 0 }
    resource "aws_eks_cluster" "c" {
      name = null
      vpc_config { subnet_ids = ["s"] }
    }
    resource "aws_x" "y" {
      argument = aws_s3_bucket.one.bucket
      id       = aws_s3_bucket.one.id
      text     = "\${aws_s3_bucket.one.arn}/*"
      number   = aws_s3_bucket.many[1].arn
      legacy   = aws_s3_bucket.many.1.bucket
      key      = aws_s3_bucket.each["k"].id
      splat    = aws_s3_bucket.many[*].id
      full     = aws_s3_bucket.many.*.bucket
      values   = values(aws_s3_bucket.each)[*].id
      first    = one(aws_s3_bucket.many[*].id)
      maybe    = aws_s3_bucket.vague[0].id
      tried    = try(aws_s3_bucket.none[0].id, "none")
      whole    = aws_s3_bucket.one
      inner    = aws_eks_cluster.c.vpc_config[0].subnet_ids
      added    = aws_eks_cluster.c.vpc_config[0].cluster_security_group_id
      unset    = "x-\${aws_eks_cluster.c.name}"
      other    = "\${aws_kms_key.elsewhere.arn}/*"
    }`);
  test.each([
    ['argument', 'named'],
    ['id', '${aws_s3_bucket.one.id}'],
    ['text', '${aws_s3_bucket.one.arn}/*'],
    ['number', '${aws_s3_bucket.many[1].arn}'],
    ['legacy', 'many-1'],
    ['key', '${aws_s3_bucket.each["k"].id}'],
    ['splat', ['${aws_s3_bucket.many[0].id}', '${aws_s3_bucket.many[1].id}']],
    ['full', ['many-0', 'many-1']],
    ['values', ['${aws_s3_bucket.each["k"].id}']],
    ['tried', 'none'],
    ['whole', '${aws_s3_bucket.one}'],
    ['inner', ['s']],
    ['added', '(unknown)'],
    ['unset', 'x-${aws_eks_cluster.c.name}'],
    ['other', '${aws_kms_key.elsewhere.arn}/*'],
  ])('%s', (name, expected) => expect((read.json('aws_x.y') as Record<string, unknown>)[name]).toEqual(expected));

  test('an id stays a symbolic link, even where it would equal the name', () => {
    expect(referenceOf(read.argument('aws_x.y', 'id'))).toEqual({ address: 'aws_s3_bucket.one', attribute: 'id' });
    expect(reasonOf(read.argument('aws_x.y', 'id'))).toBe('known-after-apply: `aws_s3_bucket.one.id` is known after apply');
  });

  test('to a name that is not known is a link to what it names', () => {
    const named = project(`
      variable "v" {}
      resource "aws_iam_role" "r" { name = "cg-\${var.v}" }
      resource "aws_s3_bucket" "b" { bucket = var.v }
      resource "aws_s3_bucket" "known" { bucket = "x-\${aws_s3_bucket.b.id}" }
      resource "aws_s3_bucket_policy" "p" { bucket = var.v }
      resource "aws_x" "y" {
        role   = aws_iam_role.r.name
        text   = "arn:aws:s3:::\${aws_s3_bucket.b.bucket}/*"
        known  = aws_s3_bucket.known.bucket
        others = aws_s3_bucket_policy.p.bucket
      }`);
    expect(named.json('aws_x.y')).toEqual({ role: 'cg-${var.v}', text: 'arn:aws:s3:::${aws_s3_bucket.b.bucket}/*', known: 'x-${aws_s3_bucket.b.id}', others: '(unknown)' });
    expect(named.json('aws_iam_role.r')).toEqual({ name: 'cg-${var.v}' });
    expect(reasonOf(named.argument('aws_x.y', 'role'))).toBe('unresolved: `var.v` has no value');
  });

  test('to what the provider adds to a block, or to what is not declared, say so', () => {
    expect(reasonOf(read.argument('aws_x.y', 'added'))).toBe('known-after-apply: what the provider adds to `vpc_config` of `aws_eks_cluster.c` is known after apply');
    expect(reasonOf(read.argument('aws_x.y', 'other'))).toBe('malformed: `aws_kms_key.elsewhere` is not declared');
  });

  test('one() of several is an error of the code', () => expect(reasonOf(read.argument('aws_x.y', 'first'))).toMatch(/^malformed: /));

  test('to an instance of an unknown count names the one that stands for all', () => {
    expect(referenceOf(read.argument('aws_x.y', 'maybe'))).toEqual({ address: 'aws_s3_bucket.vague[*]', attribute: 'id' });
  });
});

describe('dynamic blocks', () => {
  test('are expanded into the list of their type, in order with written ones', () => {
    const read = project(`
      resource "aws_security_group" "g" {
        ingress { from_port = 1 }
        dynamic "ingress" {
          for_each = [22, 443]
          content {
            from_port = ingress.value
            order     = ingress.key
          }
        }
      }`);
    expect(read.json('aws_security_group.g')).toEqual({ ingress: [{ from_port: 1 }, { from_port: 22, order: 0 }, { from_port: 443, order: 1 }] });
  });

  test('with an iterator, nested', () => {
    const read = project(`
      resource "aws_x" "y" {
        dynamic "rule" {
          for_each = { a = ["x", "y"], b = [] }
          iterator = outer
          content {
            name = outer.key
            dynamic "value" {
              for_each = outer.value
              content {
                of   = outer.key
                text = value.value
              }
            }
          }
        }
      }`);
    expect(read.json('aws_x.y')).toEqual({ rule: [{ name: 'a', value: [{ of: 'a', text: 'x' }, { of: 'a', text: 'y' }] }, { name: 'b', value: [] }] });
  });

  test('over what is not known leave the list open', () => {
    const read = project('variable "r" {}\nresource "aws_x" "y" {\n  dynamic "rule" {\n    for_each = var.r\n    content { a = rule.value }\n  }\n}');
    expect(read.argument('aws_x.y', 'rule')).toMatchObject({ kind: 'list', open: { kind: 'unresolved', detail: '`for_each` of `dynamic "rule"`: `var.r` has no value' } });
  });

  test('of a condition', () => {
    const source = 'variable "on" {\n  default = false\n}\nresource "aws_x" "y" {\n  dynamic "rule" {\n    for_each = var.on ? [1] : []\n    content { a = 1 }\n  }\n}';
    expect(project(source).json('aws_x.y')).toEqual({ rule: [] });
    expect(project(source, { vars: { on: 'true' } }).json('aws_x.y')).toEqual({ rule: [{ a: 1 }] });
  });
});

test('one nested block is a list of one', () => {
  expect(project('resource "aws_x" "y" {\n  versioning {\n    enabled = true\n  }\n}').json('aws_x.y')).toEqual({ versioning: [{ enabled: true }] });
});

test('meta arguments are no arguments; lifecycle is kept beside them', () => {
  const read = project('resource "aws_x" "y" {\n  depends_on = [aws_x.z]\n  lifecycle {\n    prevent_destroy = true\n    ignore_changes  = [tags]\n  }\n  provisioner "local-exec" { command = "x" }\n}\nresource "aws_x" "z" {}');
  expect(read.json('aws_x.y')).toEqual({});
  expect(read.find('aws_x.y').meta?.entries.get('lifecycle')).toMatchObject({ kind: 'map' });
});

test('path and workspace', () => {
  const read = project(
    {
      'root/main.tf': 'module "m" { source = "../shared/m" }\nresource "aws_x" "y" {\n  m = path.module\n  r = path.root\n  w = terraform.workspace\n  f = file("${path.module}/f.txt")\n}',
      'root/f.txt': 'hello',
      'shared/m/main.tf': 'resource "aws_x" "y" {\n  m = path.module\n  f = file("${path.module}/f.txt")\n}',
      'shared/m/f.txt': 'inner',
      '.git/HEAD': '',
    },
    { in: 'root', workspace: 'prod' },
  );
  // The repository is the temporary folder only when the target is inside of it.
  expect(read.json('aws_x.y')).toEqual({ m: '.', r: '.', w: 'prod', f: 'hello' });
  expect(read.json('module.m.aws_x.y')).toEqual({ m: '../shared/m', f: 'inner' });
});
