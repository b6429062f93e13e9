import { describe, expect, it } from 'vitest';
import { toJson, type Tree } from '../../src/model/index.js';
import { convert, parseType } from '../../src/sources/terraform/language/convert.js';
import { evaluate } from '../../src/sources/terraform/language/evaluate.js';
import type { FileAccess, Scope } from '../../src/sources/terraform/language/scope.js';
import { toTree } from '../../src/sources/terraform/language/to-tree.js';
import { markSensitive, referenceValue, stringValue, tupleValue, unknownValue, type TfValue } from '../../src/sources/terraform/language/value.js';
import { parseExpressionText } from '../../src/sources/terraform/syntax/parse.js';

const unset = unknownValue({ kind: 'unresolved', detail: '`var.x` has no value' });
const names: Readonly<Record<string, TfValue>> = {
  unset,
  secret: markSensitive(stringValue('s3cret')),
  elsewhere: stringValue('far', { file: 'variables.tf', line: 7, column: 13 }),
  sequence: tupleValue([stringValue('a')], undefined, unset.reason),
};
const texts: Readonly<Record<string, string>> = { 'a.tpl': 'Hello ${name}!', 'a.txt': 'plain', 'sub/b.txt': 'b' };
const files: FileAccess = {
  readText: (path) => (texts[path] === undefined ? { reason: { kind: 'unresolved', detail: 'missing' }, missing: true } : { value: texts[path] }),
  readBytes: (path) => (texts[path] === undefined ? { reason: { kind: 'unresolved', detail: 'missing' }, missing: true } : { value: Buffer.from(texts[path]) }),
  exists: (path) => ({ value: texts[path] !== undefined }),
  list: () => ({ value: Object.keys(texts) }),
};
const scope: Scope = {
  files,
  lookup: (name, steps) => {
    if (name === 'aws_x') {
      const [resource = '', ...rest] = steps;
      return { value: referenceValue({ address: `aws_x.${resource}`, attribute: rest.join('.') }, { kind: 'known-after-apply', detail: 'known after apply' }), used: steps.length };
    }
    const value = names[name];
    return value === undefined ? undefined : { value, used: 0 };
  },
};
const value = (source: string): TfValue => evaluate(parseExpressionText(source, 'main.tf'), scope);
const tree = (source: string): Tree => {
  const expression = parseExpressionText(source, 'main.tf');
  return toTree(evaluate(expression, scope), expression.range);
};
const unknownOf = (source: string) => {
  const found = tree(source);
  if (found.kind !== 'unknown') throw new Error(`${source} is ${found.kind}`);
  return found;
};

describe('unknowns reach only as far as they must', () => {
  it.each([
    ['false && unset', false],
    ['true || unset', true],
    ['unset && false', false],
    ['length([unset, 1])', 2],
    ['lookup({a = 1, b = unset}, "a")', 1],
    ['merge({a = unset}, {b = 2}).b', 2],
    ['element([1, unset], 0)', 1],
    ['contains(["a", unset], "a")', true],
    ['coalesce("a", unset)', 'a'],
    ['{a = unset, b = 2}.b', 2],
    ['unset ? 5 : 5', 5],
    ['try(nothing.here, 7)', 7],
    ['anytrue([unset, true])', true],
    ['startswith("arn:${unset}", "arn")', true],
    ['"a-${unset}" == "b"', false],
    ['concat([1], [unset])[0]', 1],
    ['values({a = 1, b = unset})[0]', 1],
    ['keys({a = unset})', ['a']],
    ['can(unset.x) ? 1 : 1', 1],
  ])('%s', (source, expected) => {
    expect(toJson(tree(source))).toEqual(expected);
  });

  it.each(['unset + 1', 'length(sequence)', 'upper(unset)', 'unset == 1', 'try(unset, 1)', '[for x in unset : x]', 'sum([1, unset])'])('%s is unknown for the reason of its cause', (source) => {
    expect(unknownOf(source).reason).toEqual(unset.reason);
  });

  it('keeps the parts of partly known texts', () => {
    const arn = { address: 'aws_x.b', attribute: 'arn' };
    expect(unknownOf('aws_x.b.arn').parts).toEqual([arn]);
    expect(unknownOf('"${aws_x.b.arn}/*"').parts).toEqual([arn, '/*']);
    expect(unknownOf('format("%s/%s", aws_x.b.arn, "k")').parts).toEqual([arn, '/k']);
    expect(unknownOf('join(":", ["a", aws_x.b.arn])').parts).toEqual(['a:', arn]);
    expect(unknownOf('"x${unset}y"').parts).toEqual(['x', null, 'y']);
    expect(unknownOf('replace("a/ARN/b", "ARN", aws_x.b.arn)').parts).toEqual(['a/', arn, '/b']);
  });

  it('bounds what it could mean', () => {
    expect(unknownOf('unset ? aws_x.a.id : aws_x.b.id').mayBe).toEqual([
      { address: 'aws_x.a', attribute: 'id' },
      { address: 'aws_x.b', attribute: 'id' },
    ]);
    expect(unknownOf('unset ? aws_x.a.id : null').mayBe).toEqual([{ address: 'aws_x.a', attribute: 'id' }]);
    expect(unknownOf('unset ? aws_x.a.id : "literal"').mayBe).toBeUndefined();
    expect(unknownOf('[aws_x.a, aws_x.b][unset].id').mayBe).toHaveLength(2);
    expect(unknownOf('aws_x.a[*].id').mayBe).toEqual([{ address: 'aws_x.a[*]', attribute: 'id' }]);
  });

  it('keeps the structure of encoded texts', () => {
    const policy = unknownOf('jsonencode({Statement = [{Resource = aws_x.b.arn, Effect = "Allow"}]})');
    expect(policy.json).toMatchObject({ kind: 'map' });
    expect(toJson(policy.json!)).toEqual({ Statement: [{ Resource: '${aws_x.b.arn}', Effect: 'Allow' }] });
    expect(toJson(tree('jsondecode(jsonencode({a = unset, b = 1})).b'))).toBe(1);
  });
});

describe('sensitive values', () => {
  it('stay sensitive through what is made of them', () => {
    for (const source of ['secret', '"a${secret}"', 'upper(secret)', 'secret == "a"', '[secret][0]', 'secret != "" ? 1 : 2', 'format("%s", secret)', 'jsonencode({a = secret})']) {
      expect(value(source).sensitive, source).toBe(true);
    }
    expect(value('nonsensitive(secret)').sensitive).toBeUndefined();
    expect(toJson(tree('{a = secret, b = 1}'))).toEqual({ a: '(sensitive)', b: 1 });
  });
});

describe('provenance', () => {
  it('gives inner literals their own places, and says by way of what a value came', () => {
    const found = tree('{a = "x",\n b = elsewhere}');
    if (found.kind !== 'map') throw new Error('no map');
    expect(found.entries.get('a')?.at).toMatchObject({ kind: 'source', file: 'main.tf', line: 1, column: 6 });
    expect(found.entries.get('b')?.at).toMatchObject({ file: 'main.tf', via: [{ file: 'variables.tf', line: 7 }] });
  });
});

describe('files', () => {
  it('are read through the access given, and only so', () => {
    expect(toJson(tree('file("a.txt")'))).toBe('plain');
    expect(toJson(tree('templatefile("a.tpl", {name = "World"})'))).toBe('Hello World!');
    expect(unknownOf('templatefile("a.tpl", {name = aws_x.b.id})').parts).toEqual(['Hello ', { address: 'aws_x.b', attribute: 'id' }, '!']);
    expect(toJson(tree('fileset(".", "**/*.txt")'))).toEqual(['a.txt', 'sub/b.txt']);
    expect(toJson(tree('fileexists("nope")'))).toBe(false);
    expect(value('file("nope")')).toMatchObject({ kind: 'unknown', error: true });
    expect(evaluate(parseExpressionText('file("a.txt")', 'x'), { lookup: () => undefined })).toMatchObject({ reason: { kind: 'not-supported' } });
  });
});

describe('types', () => {
  const typed = (source: string, type: string): Tree => {
    const expression = parseExpressionText(source, 'main.tf');
    return toTree(convert(evaluate(expression, scope), parseType(parseExpressionText(type, 'main.tf')).type), expression.range);
  };
  it.each([
    ['{a = 1}', 'object({a = string, b = optional(string, "x"), c = optional(number)})', { a: '1', b: 'x', c: null }],
    ['[1, "b"]', 'list(string)', ['1', 'b']],
    ['["b", "a", "b"]', 'set(string)', ['a', 'b']],
    ['{a = true}', 'map(any)', { a: true }],
    ['[{}]', 'list(object({n = optional(object({p = optional(number, 80)}), {})}))', [{ n: { p: 80 } }]],
    ['"5"', '"number"', 5],
  ])('%s as %s', (source, type, expected) => {
    expect(toJson(typed(source, type))).toEqual(expected);
  });
  it('refuses what does not fit', () => {
    expect(typed('[1]', 'string')).toMatchObject({ kind: 'unknown', reason: { kind: 'malformed' } });
    expect(parseType(parseExpressionText('strin', 'main.tf')).error?.reason.detail).toBe('`strin` is no type');
  });
});

describe('expansion bombs', () => {
  it.each([
    'range(10000000)',
    '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : "x"]]]',
    'setproduct(range(1000), range(1000), range(1000))',
    'replace(format("%1000s", ""), " ", format("%99999s", ""))',
    'format("%999999999s", "x")',
    `jsonencode(${'['.repeat(40)}1${']'.repeat(40)})`,
    'regex("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")',
  ])('%s ends soon', (source) => {
    const start = performance.now();
    tree(source);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
  it('says so', () => {
    expect(unknownOf('range(10000000)').reason.kind).toBe('budget');
    expect(unknownOf('regex("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")').reason.kind).toBe('budget');
  });
  it('takes long chains of operators', () => {
    expect(toJson(tree(Array.from({ length: 20_000 }, () => '1').join(' + ')))).toBe(20_000);
  });
});
