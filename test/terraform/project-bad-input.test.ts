import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Files } from '../../src/sources/files.js';
import { readTerraformRoot } from '../../src/sources/terraform/project/read.js';
import { folderOf, project, reasonOf } from './project-of.js';

const good = 'resource "aws_x" "good" { a = 1 }\n';
const within = <T>(milliseconds: number, run: () => T): T => {
  const started = Date.now();
  const result = run();
  expect(Date.now() - started).toBeLessThan(milliseconds);
  return result;
};

describe('a bad file costs only itself', () => {
  test('broken HCL: one line with its place; what can be read of it is read', () => {
    const read = project({ 'bad.tf': 'resource "aws_x" "before" {}\nresource "aws_x" "bad" {\n  a = = 1\n}\nresource "aws_x" "after" {}\n', 'good.tf': good });
    expect(read.addresses).toEqual(expect.arrayContaining(['aws_x.before', 'aws_x.after', 'aws_x.good']));
    expect(read.errors).toHaveLength(1);
    expect(read.errors[0]).toMatchObject({ file: 'bad.tf', line: 3 });
  });

  test('a block that was cut off is open: what it lacks is unknown, not absent', () => {
    const read = project('resource "aws_x" "y" {\n  a = 1\n  b = = 2\n  c = 3\n}\n');
    expect(read.find('aws_x.y').arguments.open ?? read.argument('aws_x.y', 'b')).toBeDefined();
    expect(read.json('aws_x.y')).toMatchObject({ a: 1 });
  });

  test('a file of 50 MB', () => {
    const read = project({ 'huge.tf': new Uint8Array(50 * 1024 * 1024).fill(35), 'good.tf': good });
    expect(read.addresses).toEqual(['aws_x.good']);
    expect(read.errors).toEqual([{ file: 'huge.tf', message: 'is 50 MB, over the limit of 10 MB' }]);
  });

  test('bytes that are no text', () => {
    const read = project({ 'bytes.tf': new Uint8Array([0x6c, 0xff, 0xfe, 0x00]), 'good.tf': good });
    expect(read.addresses).toEqual(['aws_x.good']);
    expect(read.errors).toEqual([{ file: 'bytes.tf', message: 'is not UTF-8 text; save it as UTF-8' }]);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    const folder = folderOf({ 'secret.tf': good, 'good.tf': good.replace('good', 'other') });
    chmodSync(join(folder, 'secret.tf'), 0);
    const { errors } = readTerraformRoot(new Files(folder, folder), folder, { root: '.' });
    expect(errors).toEqual([{ file: 'secret.tf', message: 'could not be read: permission denied' }]);
  });

  test('a file that goes away while it is read', () => {
    const folder = folderOf({ 'gone.tf': good, 'good.tf': good });
    class Vanishing extends Files {
      override list(of: string): readonly string[] {
        const names = super.list(of);
        rmSync(join(folder, 'gone.tf'), { force: true });
        return names;
      }
    }
    const { errors, resources } = readTerraformRoot(new Vanishing(folder, folder), folder, { root: '.' });
    expect(resources).toHaveLength(1);
    expect(errors).toEqual([{ file: 'gone.tf', message: 'does not exist' }]);
  });

  test('a broken tfvars file', () => {
    const read = project({ 'main.tf': 'variable "v" { default = 1 }\nresource "aws_x" "y" { a = var.v }', 'terraform.tfvars': 'v = [1,\n' });
    expect(read.errors.length).toBeGreaterThan(0);
    expect(read.errors[0]).toMatchObject({ file: 'terraform.tfvars' });
  });
});

describe('nothing outside is read', () => {
  const outside = folderOf({ 'secret.txt': 'top secret', 'm/main.tf': 'resource "aws_x" "outside" {}' });

  test('by file functions', () => {
    const read = project(`resource "aws_x" "y" {\n  a = file("${outside}/secret.txt")\n  b = file("../../../../etc/passwd")\n  c = templatefile("${outside}/secret.txt", {})\n  d = fileexists("${outside}/secret.txt")\n  e = filesha256("${outside}/secret.txt")\n  f = fileset("${outside}", "*")\n}`);
    expect(JSON.stringify(read.json('aws_x.y'))).not.toMatch(/top secret|root:/);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) expect(reasonOf(read.argument('aws_x.y', name))).toMatch(/leads out of the scanned folder/);
  });

  test('by a link', () => {
    const folder = folderOf({ 'main.tf': 'resource "aws_x" "y" { a = file("link.txt") }' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(join(outside, 'm/main.tf'), join(folder, 'linked.tf'));
    symlinkSync(join(outside, 'm'), join(folder, 'm'));
    const { resources } = readTerraformRoot(new Files(folder, folder), folder, { root: '.' });
    expect(resources.map(({ address }) => address)).toEqual(['aws_x.y']);
    expect(resources[0]?.arguments.entries.get('a')).toMatchObject({ kind: 'unknown' });
  });

  test('by a module source', () => {
    const read = project(`module "m" { source = "../${outside.split('/').pop() ?? ''}/m" }`);
    expect(read.addresses).toEqual([]);
    expect(read.coverage).toMatchObject([{ subject: 'module.m', answered: false, reason: expect.stringContaining('outside') as string }]);
  });
});

describe('circles', () => {
  test.each([
    ['attributes of resources', 'resource "aws_x" "a" { v = aws_x.b.v }\nresource "aws_x" "b" { v = aws_x.a.v }', 'aws_x.a', 'v'],
    ['an attribute of itself', 'resource "aws_x" "a" { v = aws_x.a.v }', 'aws_x.a', 'v'],
    ['a count of itself', 'resource "aws_x" "a" {\n  count = length(aws_x.a)\n  v = aws_x.a[0].id\n}', 'aws_x.a[*]', 'v'],
    ['a local through a resource', 'locals { l = aws_x.a.v }\nresource "aws_x" "a" { v = local.l }', 'aws_x.a', 'v'],
  ])('%s', (_, source, address, name) => {
    const read = project(source);
    expect(read.argument(address, name)).toMatchObject({ kind: 'unknown' });
    expect(read.errors.some(({ message }) => message.startsWith('goes round in a circle: '))).toBe(true);
  });
});

describe('bombs', () => {
  test('ten million elements', () => {
    const read = within(30_000, () => project('resource "aws_x" "y" {\n  count = length(range(10000000))\n  a = range(10000000)\n}\nresource "aws_x" "z" { for_each = toset([for i in range(10000000) : tostring(i)]) }\nresource "aws_x" "n" { count = 10000000 }'));
    expect(read.find('aws_x.n[*]').conditional).toMatchObject({ kind: 'budget' });
    expect(read.addresses.length).toBeLessThan(10);
  });

  test('a text that doubles forty times', () => {
    const locals = Array.from({ length: 40 }, (_, i) => `  l${i + 1} = "\${local.l${i}}\${local.l${i}}"`).join('\n');
    const read = within(30_000, () => project(`locals {\n  l0 = "xxxxxxxxxx"\n${locals}\n}\nresource "aws_x" "y" { a = local.l40 }`));
    expect(reasonOf(read.argument('aws_x.y', 'a'))).toMatch(/^budget: /);
  });

  test('a structure that doubles forty times', () => {
    const locals = Array.from({ length: 40 }, (_, i) => `  l${i + 1} = [local.l${i}, local.l${i}]`).join('\n');
    within(30_000, () => project(`locals {\n  l0 = ["x"]\n${locals}\n}\nresource "aws_x" "y" { a = local.l40 }`));
  });

  test('names that refer to one another ten thousand times', () => {
    const locals = Array.from({ length: 10_000 }, (_, i) => `  l${i + 1} = local.l${i}`).join('\n');
    const read = within(30_000, () => project(`locals {\n  l0 = 1\n${locals}\n}\nresource "aws_x" "y" {\n  a = local.l10000\n  b = local.l10\n}`));
    expect(reasonOf(read.argument('aws_x.y', 'a'))).toMatch(/^budget: /);
    expect(read.json('aws_x.y')).toMatchObject({ b: 1 });
  });

  test('resources that refer to one another ten thousand times', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => `resource "aws_x" "r${i + 1}" { v = aws_x.r${i}.v }`).join('\n');
    const read = within(30_000, () => project(`resource "aws_x" "r0" { v = 1 }\n${chain}`));
    expect(read.addresses).toHaveLength(10_001);
  });

  test('brackets nested twenty thousand deep', () => {
    const read = within(30_000, () => project({ 'deep.tf': `locals { a = ${'['.repeat(20_000)}${']'.repeat(20_000)} }`, 'good.tf': good }));
    expect(read.addresses).toEqual(['aws_x.good']);
    expect(read.errors.length).toBeGreaterThan(0);
  });
});

test('ten thousand resources are read in two seconds', () => {
  const source = Array.from({ length: 10_000 }, (_, i) => `resource "aws_s3_bucket" "b${i}" {\n  bucket = "\${var.p}-${i}"\n  tags = { Name = "b${i}" }\n}\n`).join('');
  const read = within(30_000, () => project(`variable "p" { default = "p" }\n${source}`));
  expect(read.json('aws_s3_bucket.b9999')).toEqual({ bucket: 'p-9999', tags: { Name: 'b9999' } });
});
