import { describe, expect, test } from 'vitest';
import { toJson, type Json, type Tree } from '../../src/model/index.js';
import { project, reasonOf } from './project-of.js';

/** The document of `data.aws_iam_policy_document.d`, as the structure behind its text. */
function structure(read: ReturnType<typeof project>, address = 'data.aws_iam_policy_document.d'): Tree {
  const json = read.argument(address, 'json');
  if (json?.kind !== 'scalar' && json?.kind !== 'unknown') throw new Error(`no text: ${JSON.stringify(json)}`);
  if (json.json === undefined) throw new Error('no structure');
  return json.json;
}
const document = (source: string, address?: string): Json => toJson(structure(project(source), address));
const data = (body: string, name = 'd'): string => `data "aws_iam_policy_document" "${name}" {\n${body}\n}\n`;

// Expected values: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
describe('aws_iam_policy_document', () => {
  test('renders statements as the provider does', () => {
    expect(
      document(
        data(`
          statement {
            sid       = "1"
            actions   = ["s3:ListAllMyBuckets", "s3:GetBucketLocation"]
            resources = ["arn:aws:s3:::*"]
          }
          statement {
            effect        = "Deny"
            not_actions   = ["iam:*"]
            not_resources = ["arn:aws:s3:::b/&{aws:username}/*"]
            condition {
              test     = "StringLike"
              variable = "s3:prefix"
              values   = ["", "home/", "home/&{aws:username}/"]
            }
            condition {
              test     = "Bool"
              variable = "aws:SecureTransport"
              values   = [false]
            }
          }`),
      ),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: '1', Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: 'arn:aws:s3:::*' },
        {
          Effect: 'Deny',
          NotAction: 'iam:*',
          NotResource: 'arn:aws:s3:::b/${aws:username}/*',
          Condition: { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/'] }, Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
  });

  test('principals: stars, types, several blocks of one type', () => {
    const principals = (blocks: string): Json => document(data(`statement {\nactions = ["s3:*"]\n${blocks}\n}`));
    const principal = (type: string, ...names: readonly string[]): string => `principals {\n type = "${type}"\n identifiers = ${JSON.stringify(names)}\n}`;
    expect(principals(principal('*', '*'))).toMatchObject({ Statement: [{ Principal: '*' }] });
    expect(principals(principal('AWS', '*'))).toMatchObject({ Statement: [{ Principal: { AWS: '*' } }] });
    expect(principals(`${principal('Service', 'a.amazonaws.com', 'b.amazonaws.com')}\n${principal('AWS', '1')}`)).toMatchObject({ Statement: [{ Principal: { Service: ['a.amazonaws.com', 'b.amazonaws.com'], AWS: '1' } }] });
    expect(principals(`${principal('AWS', '1')}\n${principal('AWS', '2')}`)).toMatchObject({ Statement: [{ Principal: { AWS: ['1', '2'] } }] });
    expect(principals(principal('AWS', '1').replace('principals', 'not_principals'))).toMatchObject({ Statement: [{ NotPrincipal: { AWS: '1' } }] });
  });

  test('conditions of one test and key are joined', () => {
    const condition = (value: string): string => `condition {\n test = "StringEquals"\n variable = "aws:SourceVpc"\n values = ["${value}"]\n}`;
    expect(document(data(`statement {\n actions = ["a:b"]\n${condition('x')}\n${condition('y')}\n}`))).toMatchObject({ Statement: [{ Condition: { StringEquals: { 'aws:SourceVpc': ['x', 'y'] } } }] });
  });

  test('version and id', () => {
    expect(document(data('version = "2008-10-17"\npolicy_id = "p"\nstatement {\n actions = ["a:b"]\n}'))).toMatchObject({ Version: '2008-10-17', Id: 'p' });
  });

  const one = (sid: string, action: string): string => `statement {\n sid = "${sid}"\n actions = ["${action}"]\n resources = ["*"]\n}`;

  test('source documents come before, override documents replace by sid', () => {
    const source = data(`${one('A', 's:a')}\n${one('B', 's:b')}`, 'source');
    const over = data(`${one('B', 'o:b')}\n${one('C', 'o:c')}`, 'over');
    const own = data(`source_policy_documents = [data.aws_iam_policy_document.source.json]\noverride_policy_documents = [data.aws_iam_policy_document.over.json]\n${one('D', 'd:d')}`);
    const actions = (document(`${source}${over}${own}`) as { Statement: { Sid: string; Action: string }[] }).Statement.map(({ Sid, Action }) => `${Sid} ${Action}`);
    expect(actions).toEqual(['A s:a', 'B o:b', 'D d:d', 'C o:c']);
  });

  test('the legacy spellings, and documents written as text', () => {
    const source = 'jsonencode({ Statement = { Sid = "A", Effect = "Allow", Action = "s:a", Resource = "*" } })';
    expect(document(data(`source_json = ${source}\noverride_json = jsonencode({ Statement = [{ Sid = "A", Effect = "Deny", Action = "s:a", Resource = "*" }] })`))).toMatchObject({ Statement: [{ Sid: 'A', Effect: 'Deny' }] });
  });

  test('keeps what is known around an unknown, with positions', () => {
    const read = project(
      'variable "extra" {}\nresource "aws_s3_bucket" "b" {}\n' +
        data('statement {\n  actions   = ["s3:GetObject", var.extra]\n  resources = ["${aws_s3_bucket.b.arn}/*"]\n}') +
        'resource "aws_s3_bucket_policy" "p" {\n  bucket = aws_s3_bucket.b.id\n  policy = data.aws_iam_policy_document.d.json\n}',
    );
    expect(toJson(structure(read))).toEqual({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', '(unknown)'], Resource: '${aws_s3_bucket.b.arn}/*' }] });
    const policy = read.argument('aws_s3_bucket_policy.p', 'policy');
    if (policy?.kind !== 'unknown' || policy.json?.kind !== 'map') throw new Error('no structure');
    const [statement] = (policy.json.entries.get('Statement') as { items: readonly Tree[] }).items;
    expect(statement).toMatchObject({ kind: 'map' });
    const action = (statement as { entries: ReadonlyMap<string, Tree> }).entries.get('Action');
    // The expression stands in the policy, the value was written in the document.
    expect(action?.at).toMatchObject({ via: [{ file: 'main.tf', line: 5 }] });
  });

  test('an unknown source leaves the statements open', () => {
    const tree = structure(project('variable "s" {}\n' + data('source_policy_documents = [var.s]\nstatement {\n actions = ["a:b"]\n}')));
    expect((tree as { entries: ReadonlyMap<string, Tree> }).entries.get('Statement')).toMatchObject({ kind: 'list', open: { detail: '`var.s` has no value' }, items: [{ kind: 'map' }] });
  });

  test('dynamic statements', () => {
    expect(document(data('dynamic "statement" {\n for_each = ["a:x", "b:x"]\n content { actions = [statement.value] }\n}'))).toMatchObject({ Statement: [{ Action: 'a:x' }, { Action: 'b:x' }] });
  });

  test('documents that name each other end in an unknown', () => {
    const read = project(data('source_policy_documents = [data.aws_iam_policy_document.e.json]') + data('source_policy_documents = [data.aws_iam_policy_document.d.json]', 'e'));
    expect(read.addresses).toHaveLength(2);
  });

  test('instances', () => {
    const read = project('data "aws_iam_policy_document" "d" {\n for_each = toset(["a", "b"])\n statement {\n  actions = ["${each.key}:x"]\n }\n}\nresource "aws_x" "y" { p = data.aws_iam_policy_document.d["b"].json }');
    expect(toJson(structure(read, 'data.aws_iam_policy_document.d["b"]'))).toMatchObject({ Statement: [{ Action: 'b:x' }] });
    expect((read.json('aws_x.y') as { p: string }).p).toContain('b:x');
  });
});

describe('other data sources', () => {
  const read = project(`
    data "aws_partition" "p" {}
    data "aws_region" "r" {}
    data "aws_caller_identity" "me" {}
    data "aws_ami" "a" {
      owners      = ["amazon"]
      most_recent = true
      filter {
        name   = "name"
        values = ["x-*"]
      }
    }
    data "terraform_remote_state" "s" { backend = "s3" }
    resource "aws_x" "y" {
      arn    = "arn:\${data.aws_partition.p.partition}:iam::\${data.aws_caller_identity.me.account_id}:root"
      ami    = data.aws_ami.a.id
      remote = data.terraform_remote_state.s.outputs.vpc.id
    }`);

  test('are resources of their own', () => {
    expect(read.find('data.aws_ami.a')).toMatchObject({ type: 'data.aws_ami' });
    expect(read.json('data.aws_ami.a')).toEqual({ owners: ['amazon'], most_recent: true, filter: [{ name: 'name', values: ['x-*'] }] });
  });

  test('what only the provider knows stays a symbolic reference', () => {
    expect(read.json('aws_x.y')).toEqual({
      arn: 'arn:${data.aws_partition.p.partition}:iam::${data.aws_caller_identity.me.account_id}:root',
      ami: '${data.aws_ami.a.id}',
      remote: '${data.terraform_remote_state.s.outputs.vpc.id}',
    });
    expect(reasonOf(read.argument('aws_x.y', 'ami'))).toBe('known-after-apply: `data.aws_ami.a.id` is known after apply');
  });
});
