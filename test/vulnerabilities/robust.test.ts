/** Records and statements come from outside: whatever they are, reading and matching end and say nothing untrue. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affects } from '../../src/vulnerabilities/affects.js';
import { match } from '../../src/vulnerabilities/match.js';
import { readRecord, type OsvEvent } from '../../src/vulnerabilities/record.js';
import { readVex } from '../../src/vulnerabilities/vex.js';
import { component, inventory } from './inventory.js';

const json = fc.jsonValue({ maxDepth: 4 });
const words = fc.constantFrom('id', 'modified', 'affected', 'package', 'ecosystem', 'name', 'ranges', 'events', 'type', 'versions', 'severity', 'aliases', 'upstream', 'npm', 'SEMVER', '0', '1.0.0', 'introduced', 'fixed');
const odd = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, words, fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(words, tie('value'), { maxKeys: 5 })),
})).value;

it('any JSON is a record, or is none, and matching with it ends', () => {
  fc.assert(
    fc.property(fc.oneof(json, odd), fc.string(), (value, version) => {
      const record = readRecord(value);
      readVex(value);
      for (const { ecosystem, name, record: own } of record?.packages ?? []) {
        const records = { dateOf: () => '2026-11-20', sizeOf: () => undefined, lacks: () => '', find: () => [own], epss: () => undefined, exploited: () => undefined };
        match(inventory([component(ecosystem, name, version)]), records);
      }
    }),
    { numRuns: 1500 },
  );
});

describe('ranges', () => {
  /** Intervals over whole major versions, apart from one another: the events say the same in another way. */
  const intervals = fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 })
    .map((cuts) => cuts.sort((a, b) => a - b))
    .map((cuts) => Array.from({ length: Math.ceil(cuts.length / 2) }, (_, i): readonly [number, number | undefined] => [cuts[2 * i] ?? 0, cuts[2 * i + 1]]));
  const shape = fc.constantFrom('fixed', 'last_affected');
  it.each([['npm', 'SEMVER', '.0.0'], ['PyPI', 'ECOSYSTEM', '.0'], ['Debian:12', 'ECOSYSTEM', '-1'], ['Maven', 'ECOSYSTEM', ''], ['Alpine:v3.19', 'ECOSYSTEM', '-r0']] as const)('of %s mean the intervals that they write, in any order of their events', (ecosystem, type, tail) => {
    fc.assert(
      fc.property(intervals, shape, fc.integer({ min: 0, max: 31 }), fc.infiniteStream(fc.integer()), (between, end, at, noise) => {
        const events = between.flatMap(([from, to]): readonly OsvEvent[] => [{ introduced: from === 0 ? '0' : `${from}${tail}` }, ...(to === undefined ? [] : [end === 'fixed' ? { fixed: `${to}${tail}` } : { last_affected: `${to}${tail}` }])]);
        const shuffled = events.map((event) => [noise.next().value as number, event] as const).sort(([a], [b]) => a - b).map(([, event]) => event);
        const inside = between.some(([from, to]) => at >= from && (to === undefined || (end === 'fixed' ? at < to : at <= to)));
        expect(affects({ ranges: [{ type, events: shuffled }], versions: [] }, ecosystem, `${at}${tail}`), JSON.stringify(shuffled)).toBe(inside);
      }),
      { numRuns: 400 },
    );
  });
});
