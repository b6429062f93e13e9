import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { referenceOf, type Unknown } from '../../src/model/index.js';
import { folderOf, project, reasonOf } from './project-of.js';

const use = (type = 'string', more = ''): string => `
variable "v" {
  type = ${type}
  ${more}
}
resource "aws_x" "y" {
  a = var.v
}
`;

describe('where a variable gets its value, the last place winning', () => {
  const all = {
    'main.tf': use('string', 'default = "default"'),
    'terraform.tfvars': 'v = "tfvars"',
    'terraform.tfvars.json': '{ "v": "tfvars.json" }',
    'a.auto.tfvars': 'v = "auto a"',
    'b.auto.tfvars.json': '{ "v": "auto b" }',
  };
  const without = (...names: readonly string[]): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

  test.each([
    ['its default', { 'main.tf': all['main.tf'] }, {}, 'default'],
    ['the environment', { 'main.tf': all['main.tf'] }, { environment: { TF_VAR_v: 'env', TF_VAR_other: 'x', v: 'y' } }, 'env'],
    ['terraform.tfvars over the environment', { 'main.tf': all['main.tf'], 'terraform.tfvars': all['terraform.tfvars'] }, { environment: { TF_VAR_v: 'env' } }, 'tfvars'],
    ['terraform.tfvars.json', without('a.auto.tfvars', 'b.auto.tfvars.json'), {}, 'tfvars.json'],
    ['*.auto.tfvars', without('b.auto.tfvars.json'), {}, 'auto a'],
    ['the last of *.auto.tfvars', all, {}, 'auto b'],
    ['--var over all files', all, { vars: { v: 'var' } }, 'var'],
  ])('%s', (_, files, options, expected) => {
    expect(project(files, options).json('aws_x.y')).toEqual({ a: expected });
  });

  test('--var-file comes after the automatic files and before --var, wherever it lies', () => {
    const varFiles = [join(folderOf({ 'prod.tfvars': 'v = "prod"\nunused = 1' }), 'prod.tfvars')];
    expect(project(all, { varFiles })).toMatchObject({ errors: [] });
    expect(project(all, { varFiles }).json('aws_x.y')).toEqual({ a: 'prod' });
    expect(project(all, { varFiles, vars: { v: 'var' } }).json('aws_x.y')).toEqual({ a: 'var' });
  });

  test('a --var-file that is not there, or broken, is one line', () => {
    const folder = folderOf({ 'broken.tfvars': 'v = = "x"' });
    expect(project(all, { varFiles: [join(folder, 'none.tfvars')] }).errors).toMatchObject([{ message: 'does not exist' }]);
    expect(project(all, { varFiles: [join(folder, 'broken.tfvars')] }).errors).toMatchObject([{ line: 1 }]);
  });
});

test('a variable without a value is unknown and says so, with its place', () => {
  const read = project(use());
  expect(reasonOf(read.argument('aws_x.y', 'a'))).toBe('unresolved: `var.v` has no value');
  expect(read.argument('aws_x.y', 'a')).toMatchObject({ reason: { at: { file: 'main.tf', line: 2 } } });
});

test('an unknown reaches through texts and keeps what is known of them', () => {
  const read = project(`
    variable "env" {}
    resource "aws_x" "y" {
      a = "logs-\${var.env}-x"
      b = upper(var.env)
      c = var.env == "prod" ? 1 : 1
    }`);
  expect(read.json('aws_x.y')).toMatchObject({ a: 'logs-${var.env}-x', b: '(unknown)' });
  expect(reasonOf(read.argument('aws_x.y', 'b'))).toContain('`var.env` has no value');
});

test('a text of nothing but a variable may be empty, and may name anything', () => {
  const read = project('variable "a" {}\nresource "aws_x" "y" {\n  a = "${var.a}"\n  b = "${var.a}${var.a}"\n  c = var.a\n}');
  expect(referenceOf(read.argument('aws_x.y', 'a'))).toBeUndefined();
  for (const name of ['a', 'b', 'c']) expect(JSON.stringify((read.argument('aws_x.y', name) as Unknown).parts ?? [])).not.toContain('var.');
});

test('two texts of one variable are the same, also through a module', () => {
  const read = project({ 'main.tf': 'variable "id" {}\nmodule "m" {\n  source = "./m"\n  id = var.id\n}\nresource "aws_x" "y" { n = "cg-${var.id}" }', 'm/main.tf': 'variable "id" {}\nresource "aws_x" "y" { n = "cg-${var.id}" }' });
  expect(read.json('module.m.aws_x.y')).toEqual({ n: 'cg-${var.id}' });
  expect(read.json('aws_x.y')).toEqual({ n: 'cg-${var.id}' });
});

describe('type constraints', () => {
  test('convert what is given', () => {
    expect(project(use('number', 'default = "5"')).json('aws_x.y')).toEqual({ a: 5 });
    expect(project(use('bool'), { vars: { v: 'true' } }).json('aws_x.y')).toEqual({ a: true });
    expect(project(use('set(string)', 'default = ["b", "a", "b"]')).json('aws_x.y')).toEqual({ a: ['a', 'b'] });
    expect(project(use('list(number)'), { vars: { v: '[1, 2]' } }).json('aws_x.y')).toEqual({ a: [1, 2] });
    expect(project(use('map(string)'), { environment: { TF_VAR_v: '{ a = 1 }' } }).json('aws_x.y')).toEqual({ a: { a: '1' } });
  });

  test('fill optional attributes, to any depth', () => {
    const type = `object({
      name  = string
      size  = optional(number, 8)
      inner = optional(object({ on = optional(bool, true) }), {})
      none  = optional(string)
    })`;
    expect(project(use(type, 'default = { name = "n" }')).json('aws_x.y')).toEqual({ a: { name: 'n', size: 8, inner: { on: true }, none: null } });
    expect(project(use(`map(${type})`, 'default = { k = { name = "n", size = 1 } }')).json('aws_x.y')).toMatchObject({ a: { k: { size: 1, inner: { on: true } } } });
  });

  test('a value that does not fit is an unknown that says so', () => {
    expect(reasonOf(project(use('number', 'default = "x"')).argument('aws_x.y', 'a'))).toMatch(/^malformed: /);
  });
});

test('null means the default only where nullable is false', () => {
  const files = (nullable: string): Record<string, string> => ({
    'main.tf': 'module "m" {\n source = "./m"\n v = null\n}',
    'm/main.tf': use('string', `default = "d"\n${nullable}`),
  });
  expect(project(files('')).json('module.m.aws_x.y')).toEqual({ a: null });
  expect(project(files('nullable = false')).json('module.m.aws_x.y')).toEqual({ a: 'd' });
});

test('a sensitive variable is redacted wherever it goes, and still there to be judged', () => {
  const read = project(`
    variable "pw" {
      sensitive = true
      default   = "hunter2"
    }
    locals { url = "postgres://u:\${var.pw}@h" }
    resource "aws_x" "y" {
      a = var.pw
      b = local.url
      c = { deep = [var.pw] }
      d = length(var.pw) > 3 ? "x" : "y"
    }`);
  expect(JSON.stringify(read.json('aws_x.y'))).not.toContain('hunter2');
  expect(read.argument('aws_x.y', 'a')).toMatchObject({ kind: 'scalar', value: 'hunter2', sensitive: true });
});

describe('provenance', () => {
  test('a value stands at its expression and says where it was first written', () => {
    const read = project({
      'main.tf': 'locals {\n  size = var.size\n}\nresource "aws_x" "y" {\n  a = local.size\n  b = "here"\n}\n',
      'variables.tf': 'variable "size" {\n  default = 5\n}\n',
    });
    expect(read.argument('aws_x.y', 'b')).toMatchObject({ at: { file: 'main.tf', line: 6, column: 7 } });
    expect(read.argument('aws_x.y', 'a')).toMatchObject({ value: 5, at: { file: 'main.tf', line: 5, column: 7, via: [{ file: 'variables.tf', line: 2 }] } });
  });

  test('a resource spans its block', () => {
    expect(project('\nresource "aws_x" "y" {\n  a = 1\n}\n').find('aws_x.y').at).toMatchObject({ file: 'main.tf', line: 2, column: 1, endLine: 4 });
  });
});

describe('locals', () => {
  test('are computed in any order', () => {
    const read = project('locals {\n a = "${local.b}-a"\n b = local.c[0]\n}\nlocals { c = ["x"] }\nresource "aws_x" "y" { n = local.a }');
    expect(read.json('aws_x.y')).toEqual({ n: 'x-a' });
  });

  test('that refer to themselves are reported once, with the path', () => {
    const read = project('locals {\n  a = local.b\n  b = "${local.a}"\n  fine = 1\n}\nresource "aws_x" "y" {\n  a = local.a\n  b = local.b\n  c = local.fine\n}');
    const circles = read.errors.filter(({ message }) => message.includes('circle'));
    expect(circles).toMatchObject([{ file: 'main.tf', line: 2, message: 'goes round in a circle: local.a → local.b → local.a' }]);
    expect(read.json('aws_x.y')).toEqual({ a: '(unknown)', b: '(unknown)', c: 1 });
  });

  test('one that is not declared is an error where it is used', () => {
    expect(reasonOf(project('resource "aws_x" "y" {\n  a = local.nope\n}').argument('aws_x.y', 'a'))).toBe('malformed: `local.nope` is not declared');
  });
});
