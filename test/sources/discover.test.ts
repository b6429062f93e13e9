import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/sources/discover.js';
import { folderOf } from '../terraform/project-of.js';

const rootsOf = (files: Record<string, string | Uint8Array>, target = '.'): readonly string[] => {
  const folder = folderOf(files);
  return discover(join(folder, target), folder).roots.map(({ kind, root }) => `${kind} ${root}`);
};

describe('Terraform roots', () => {
  test('are folders that no other calls as a module', () => {
    expect(
      rootsOf({
        'prod/main.tf': 'module "a" { source = "../modules/a" }',
        'test/main.tf': 'module "a" {\n  source = "../modules/a"\n}',
        'modules/a/main.tf': 'module "b" { source = "./b" }',
        'modules/a/b/main.tf': '',
        'modules/unused/main.tofu': '',
        'json/main.tf.json': '{ "module": { "x": { "source": "./x" } } }',
        'json/x/a.tf': '',
      }),
    ).toEqual(['terraform json', 'terraform modules/unused', 'terraform prod', 'terraform test']);
  });

  test('the target itself', () => expect(rootsOf({ 'main.tf': '' })).toEqual(['terraform .']));

  test('of folders that only call one another, one', () => {
    expect(rootsOf({ 'a/main.tf': 'module "b" { source = "../b" }', 'b/main.tf': 'module "a" { source = "../a" }' })).toEqual(['terraform a']);
  });

  test('one that calls itself', () => expect(rootsOf({ 'a/main.tf': 'module "a" { source = "./" }' })).toEqual(['terraform a']));

  test('installed modules are none', () => expect(rootsOf({ 'main.tf': '', '.terraform/modules/m/main.tf': '' })).toEqual(['terraform .']));

  test('one file alone', () => {
    const folder = folderOf({ 'main.tf': '', 'other.tf': '' });
    expect(discover(join(folder, 'main.tf'), folder).roots).toEqual([{ kind: 'terraform', root: 'main.tf', path: folder, only: 'main.tf' }]);
  });
});

describe('documents are told by their content', () => {
  test.each([
    ['a.yaml', 'AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n', 'cloudformation'],
    ['a.yml', 'Transform: AWS::Serverless-2016-10-31\nResources: {}\n', 'cloudformation'],
    ['a.json', '{ "Resources": { "B": { "Type": "AWS::S3::Bucket" } } }', 'cloudformation'],
    ['a.template', 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n', 'cloudformation'],
    ['plan.json', '{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{}}', 'terraform-json'],
    ['state.json', '{\n  "format_version": "1.0",\n  "values": {}\n}', 'terraform-json'],
    ['terraform.tfstate', '{\n  "version": 4,\n  "terraform_version": "1.9.0",\n  "serial": 1,\n  "lineage": "x"\n}', 'terraform-json'],
    ['k8s.yaml', 'apiVersion: v1\nkind: Pod\n', undefined],
    ['package.json', '{ "name": "x" }', undefined],
    ['schema.json', '{"format_version":"1.0","provider_schemas":{}}', undefined],
    ['terraform.tfvars.json', '{ "Resources": 1 }', undefined],
    ['README.md', 'AWSTemplateFormatVersion: x\n', undefined],
  ])('%s', (name, content, kind) => {
    expect(rootsOf({ [name]: content })).toEqual(kind === undefined ? [] : [`${kind} ${name}`]);
  });

  test('several kinds side by side, in order of their paths', () => {
    expect(rootsOf({ 'b/main.tf': '', 'a/t.yaml': 'AWSTemplateFormatVersion: x', 'c/p.json': '{"format_version":"1.2","planned_values":{}}' })).toEqual(['cloudformation a/t.yaml', 'terraform b', 'terraform-json c/p.json']);
  });
});

test('a file that is named and is nothing that can be read is one line', () => {
  const folder = folderOf({ 'notes.txt': 'x', 'pod.yaml': 'kind: Pod', 'utf16.json': new Uint8Array([0xff, 0xfe, 0x7b, 0]) });
  const errors = (name: string): unknown => discover(join(folder, name), folder).errors;
  expect(errors('notes.txt')).toEqual([{ file: 'notes.txt', message: 'is no Terraform file, plan or state, no CloudFormation template, no Dockerfile, no image, no lockfile and no bill of materials; nothing in it was read' }]);
  expect(errors('pod.yaml')).toHaveLength(1);
  expect(errors('utf16.json')).toEqual([{ file: 'utf16.json', message: 'is not UTF-8 text; save it as UTF-8' }]);
});

test('bytes in a folder that are nobody\'s source are passed over without a word', () => {
  const folder = folderOf({ 'main.tf': '', 'data.json': new Uint8Array([0xff, 0xfe, 0, 1]) });
  expect(discover(folder, folder)).toMatchObject({ errors: [], roots: [{ kind: 'terraform' }] });
});

test('a huge document is one line', () => {
  const folder = folderOf({ 'huge.yaml': new Uint8Array(50 * 1024 * 1024).fill(35), 'main.tf': '' });
  const found = discover(folder, folder);
  expect(found.errors).toEqual([{ file: 'huge.yaml', message: 'is 50 MB, over the limit of 10 MB' }]);
  expect(found.roots).toHaveLength(1);
});
