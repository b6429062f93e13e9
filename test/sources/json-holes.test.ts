import { describe, expect, it } from 'vitest';
import { toJson, unknown, type TextPart, type Tree } from '../../src/model/index.js';
import { parseJsonWithHoles } from '../../src/sources/json-holes.js';

const at = { kind: 'source', file: 'main.tf', line: 1, column: 1 } as const;
const read = (...parts: readonly TextPart[]): Tree | undefined => parseJsonWithHoles(unknown({ kind: 'unresolved', detail: 'not known' }, at, { parts }));
const arn = { address: 'aws_sqs_queue.q', attribute: 'arn' };

describe('JSON with unknown parts', () => {
  it('keeps the structure around a reference inside a text', () => {
    const tree = read('{"Resource": ["', arn, '/*", "x"], "Effect": "Allow"}');
    expect(tree && toJson(tree)).toEqual({ Resource: ['${aws_sqs_queue.q.arn}/*', 'x'], Effect: 'Allow' });
  });

  it('takes a part without quotation marks for an unknown value', () => {
    const tree = read('{"Version": "2012-10-17", "Statement": ', null, '}');
    expect(tree && toJson(tree)).toEqual({ Version: '2012-10-17', Statement: '(unknown)' });
  });

  it('leaves a list open where an unknown part may be several members', () => {
    const tree = read('{"Statement": [{"Effect": "Deny"}, ', null, ']}');
    const statements = tree?.kind === 'map' ? tree.entries.get('Statement') : undefined;
    expect(statements).toMatchObject({ kind: 'list', items: [{}], open: { detail: 'not known' } });
  });

  it('leaves a map open where a key is not known', () => {
    expect(read('{"', arn, '": 1, "b": 2}')).toMatchObject({ kind: 'map', open: { detail: 'not known' } });
  });

  it('reads escapes, and nothing of what is not JSON', () => {
    const tree = read('{"a": "say \\"', arn, '\\""}');
    expect(tree && toJson(tree)).toEqual({ a: 'say "${aws_sqs_queue.q.arn}"' });
    expect(read('not ', arn, ' JSON')).toBeUndefined();
    expect(read('{ ', null, ' }')).toBeUndefined();
  });
});
