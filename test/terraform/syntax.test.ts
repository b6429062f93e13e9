import { describe, expect, it } from 'vitest';
import { blocksOf, parseHclJson } from '../../src/sources/terraform/syntax/json.js';
import { parseHcl } from '../../src/sources/terraform/syntax/parse.js';

const parse = (text: string) => parseHcl(text, 'main.tf');

describe('native syntax', () => {
  it('gives blocks, labels and attributes their exact places', () => {
    const { body, errors } = parse('resource "aws_s3_bucket" "b" {\n  bucket = "x"\n  tags = {\n    A = 1\n  }\n}\n');
    expect(errors).toEqual([]);
    const [block] = body.blocks;
    expect(block?.labels.map(({ value }) => value)).toEqual(['aws_s3_bucket', 'b']);
    expect(block?.headerRange).toEqual({ file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 29 });
    expect(block?.range.endLine).toBe(6);
    expect(block?.body.attributes.get('bucket')?.expression.range).toEqual({ file: 'main.tf', line: 2, column: 12, endLine: 2, endColumn: 15 });
    expect(block?.body.attributes.get('tags')?.expression.range).toMatchObject({ line: 3, column: 10, endLine: 5, endColumn: 4 });
  });

  it('takes BOM, CRLF, comments of all forms and blocks on one line', () => {
    const { body, errors, comments } = parse('\ufeff# one\r\n// two\r\n/* three\r\n */ a = 1\r\nb { c = 2 } # four\r\n');
    expect(errors).toEqual([]);
    expect([...body.attributes.keys()]).toEqual(['a']);
    expect(body.blocks[0]?.body.attributes.get('c')?.range.line).toBe(5);
    expect(comments.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('loses only the broken value, which stays as unknown', () => {
    const { body, errors } = parse('a = 1\nb = [1, }\nc = 3\nresource "x" "y" {\n  d = "open\n  e = 5\n}\nresource "x" "z" {}\n');
    expect(errors.map(({ line }) => line)).toEqual([2, 5]);
    expect([...body.attributes.keys()]).toEqual(['a', 'b', 'c']);
    expect(body.attributes.get('b')?.expression.kind).toBe('broken');
    expect([...body.blocks[0]!.body.attributes.keys()]).toEqual(['d', 'e']);
    expect(body.blocks[1]?.labels[1]?.value).toBe('z');
  });

  it('marks a body of which an item is lost', () => {
    const { body, errors } = parse('resource "x" "y" {\n  a = 1\n  = 2\n  b = 3\n}\n');
    expect(errors).toHaveLength(1);
    expect(body.blocks[0]?.body.incomplete?.kind).toBe('malformed');
    expect([...body.blocks[0]!.body.attributes.keys()]).toEqual(['a', 'b']);
  });

  it('finds the end of a block that is not closed', () => {
    const { body, errors } = parse('resource "x" "a" {\n  p = 1\n\nresource "x" "b" {\n  q = 2\n}\n');
    expect(errors).toEqual([{ file: 'main.tf', line: 1, column: 1, message: 'block `resource` is not closed with `}`' }]);
    expect(body.blocks.map(({ labels }) => labels[1]?.value)).toEqual(['a', 'b']);
  });

  it('says one thing about 20,000 nested brackets, and goes on', () => {
    for (const [open, close] of ['[]', '()', '{}']) {
      const { body, errors } = parse(`a = ${open!.repeat(20_000)}${close!.repeat(20_000)}\nb = 2\n`);
      expect(errors, open).toHaveLength(1);
      expect([...body.attributes.keys()]).toEqual(['a', 'b']);
    }
    expect(parse('a {'.repeat(20_000)).errors.length).toBeLessThan(5);
    expect(parse(`a = ${'!'.repeat(20_000)}true`).errors).toHaveLength(1);
    expect(parse(`a = ${'"${'.repeat(20_000)}`).errors).toHaveLength(1);
  });

  it('reports an argument that is set twice', () => {
    expect(parse('a = 1\na = 2\n').errors).toEqual([{ file: 'main.tf', line: 2, column: 1, message: 'argument `a` is set twice: only the first counts' }]);
  });
});

describe('JSON syntax', () => {
  const file = '{\n  "resource": {"aws_x": {"b": {"name": "a-${var.x}", "ingress": [{"from": 1}, {"from": 2}], "//": "note"}}},\n  "locals": [{"a": 1}, {"b": 2}]\n}';

  it('gives top-level blocks with labels and places', () => {
    const { body, errors } = parseHclJson(file, 'main.tf.json');
    expect(errors).toEqual([]);
    expect(body.blocks.map(({ type, labels }) => [type, ...labels.map(({ value }) => value)])).toEqual([['resource', 'aws_x', 'b'], ['locals'], ['locals']]);
    const resource = body.blocks[0]!.body;
    expect([...resource.attributes.keys()]).toEqual(['name', 'ingress']);
    expect(resource.attributes.get('name')?.expression).toMatchObject({ kind: 'template', range: { line: 2, column: 40 } });
  });

  it('reads attributes as blocks when asked', () => {
    const { body } = parseHclJson(file, 'main.tf.json');
    const ingress = blocksOf(body.blocks[0]!.body, 'ingress');
    expect(ingress.map((block) => block.body.attributes.get('from')?.expression.kind)).toEqual(['literal', 'literal']);
  });

  it('reports broken JSON in one line', () => {
    expect(parseHclJson('{"a": [1,}', 'x.tf.json').errors).toHaveLength(1);
    expect(parseHclJson('['.repeat(20_000), 'x.tf.json').errors).toEqual([{ file: 'x.tf.json', line: 1, column: 201, message: 'nested deeper than 200 levels' }]);
  });
});
