import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeast,
  couldBe,
  equals,
  every,
  evidenceOf,
  fromJson,
  isAbsent,
  isFalse,
  isNotEmpty,
  isPresent,
  isTrue,
  list,
  mapping,
  oneOf,
  scalar,
  some,
  startsWith,
  unknown,
  viewOf,
  type DocumentedDefault,
  type Json,
  type Reason,
  type TextPart,
  type Tree,
  type View,
} from '../../src/model/index.js';

const at = { kind: 'source', file: 'main.tf', line: 3, column: 5 } as const;
const reason: Reason = { kind: 'unresolved', detail: '`var.x` has no value' };

interface Shape {
  readonly On?: boolean;
  readonly Name?: string;
  readonly Days?: number;
  readonly Nested?: { readonly Deep?: { readonly On?: boolean } };
  readonly List?: readonly { readonly On?: boolean }[];
}
const see = (tree: Tree, defaults: Readonly<Record<string, DocumentedDefault>> = {}): View<Shape> => viewOf<Shape>(tree, { at, defaults: (path) => defaults[path] });
const json = (value: Json, defaults?: Readonly<Record<string, DocumentedDefault>>): View<Shape> => see(fromJson(value, at), defaults);
const holding = (key: string, tree: Tree): View<Shape> => see(mapping([[key, tree]], at));

describe('a view', () => {
  it('is absent below what is absent, and points to the nearest place that lacks it', () => {
    const field = json({ Nested: {} }).Nested.Deep.On;
    expect(isTrue(field).truth).toBe(false);
    expect(evidenceOf(field)).toMatchObject({ path: 'Nested.Deep.On', state: 'absent', at: { line: 3 } });
  });

  it('is unknown below what is unknown and below a key that an open map may hold', () => {
    expect(isTrue(holding('Nested', unknown(reason, at)).Nested.Deep.On)).toMatchObject({ truth: 'unknown', reasons: [reason] });
    expect(isTrue(see(mapping([], at, reason)).Nested.Deep.On)).toMatchObject({ truth: 'unknown', reasons: [reason] });
  });

  it('answers with the documented default, also below an absent parent, and says so', () => {
    const reference = 'https://docs.aws.amazon.com/x';
    const field = json({}, { 'Nested.Deep.On': { value: true, reference } }).Nested.Deep.On;
    expect(isTrue(field)).toMatchObject({ truth: true, evidence: [{ state: 'default', value: true, at: { kind: 'default', reference } }] });
  });

  it('takes null for absent', () => {
    expect(isAbsent(json({ Name: null }).Name).truth).toBe(true);
    expect(isPresent(json({ Name: '' }).Name).truth).toBe(false);
  });
});

describe('predicates', () => {
  it('read booleans as templates write them', () => {
    expect(isTrue(json({ On: 'true' }).On).truth).toBe(true);
    expect(isFalse(json({ On: 'False' }).On).truth).toBe(true);
    expect(isTrue(json({ On: 'Yes' }).On).truth).toBe(true);
    expect(isFalse(json({ On: 'off' }).On).truth).toBe(true);
    expect(isFalse(json({}).On).truth).toBe(false);
  });

  it('compare numbers and sets', () => {
    expect(atLeast(json({ Days: '7' }).Days, 7).truth).toBe(true);
    expect(atLeast(holding('Days', unknown(reason, at)).Days, 7).truth).toBe('unknown');
    expect(oneOf(json({ Name: 'a' }).Name, ['a', 'b']).truth).toBe(true);
  });

  it('decide partly known texts where the known part is enough', () => {
    const partly = (...parts: readonly TextPart[]): View<Shape> => holding('Name', unknown(reason, at, { parts }));
    expect(equals(partly('prod-', null).Name, 'dev').truth).toBe(false);
    expect(equals(partly('prod-', null).Name, 'prod-1').truth).toBe('unknown');
    expect(startsWith(partly('{{resolve:', null).Name, '{{resolve:').truth).toBe(true);
    expect(startsWith(partly(null, 'x').Name, '{{resolve:').truth).toBe('unknown');
    expect(isPresent(partly({ address: 'aws_kms_key.k', attribute: 'arn' }).Name).truth).toBe(true);
    expect(isPresent(partly(null).Name).truth).toBe('unknown');
  });

  it('quantify over lists that may hold more', () => {
    const members = (items: readonly boolean[], open?: Reason): View<Shape> => holding('List', list(items.map((on) => mapping([['On', scalar(on, at)]], at)), at, open));
    const on = (item: View<{ readonly On?: boolean }>) => isTrue(item.On);
    expect(some(members([false, true], reason).List, on).truth).toBe(true);
    expect(some(members([false], reason).List, on).truth).toBe('unknown');
    expect(some(members([false]).List, on).truth).toBe(false);
    expect(every(members([true, false], reason).List, on).truth).toBe(false);
    expect(every(members([true], reason).List, on).truth).toBe('unknown');
    expect(every(members([]).List, on).truth).toBe(true);
    expect(isNotEmpty(members([], reason).List).truth).toBe('unknown');
    expect(evidenceOf(json({ List: [{ On: true }] }).List).path).toBe('List');
    expect(some(members([true]).List, on).evidence[0]?.path).toBe('List[0].On');
  });

  it('couldBe never denies a text that the parts can make', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 5 }), (pieces) => {
        const parts = pieces.map(([text, known]) => (known ? text : null));
        expect(couldBe(parts, pieces.map(([text]) => text).join(''))).toBe(true);
      }),
    );
  });
});
