import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaksInStream } from '../../src/app/stream-leaks.js';
import { scanWindows } from '../../src/app/texts.js';
import { changedParts } from '../../src/sources/text/changed.js';
import { windowsOf, type Place } from '../../src/sources/text/windows.js';
import { marks } from '../git/repository.js';

async function* chunks(text: string | Buffer, size: number): AsyncIterable<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
async function* parts(...all: readonly Buffer[]): AsyncIterable<Buffer> {
  for (const part of all) yield await Promise.resolve(part);
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('windows', () => {
  it('hold every byte, with the line that each begins on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'b', ' ', 'é', '\n') }), { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 8, max: 200 }), async (pieces, chunk, size) => {
        const bytes = Buffer.from(pieces.join('\n'));
        const all = bytes.toString('utf8');
        const lines = all.split('\n');
        const offset = ({ line, column }: Place): number => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
        let before = 0;
        for await (const { bytes: window, start, from, to } of windowsOf(chunks(bytes, chunk), { size, overlap: 6 })) {
          const text = window.toString('utf8');
          expect(all.slice(offset(start), offset(start) + text.length)).toBe(text);
          expect(offset(from)).toBe(before);
          expect(offset(start)).toBeLessThanOrEqual(before);
          before = to === undefined ? all.length : offset(to);
          expect(before).toBeLessThanOrEqual(offset(start) + text.length);
        }
        expect(before).toBe(all.length);
      }),
    );
  });

  it('tear nothing apart and report nothing twice', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => (i % 997 === 0 ? `2024-01-01 SECRET-n${i} ok` : `2024-01-01 line ${i} of a log that says little`));
    const found = await all(scanWindows(chunks(lines.join('\n'), 65_536), 'a.log', marks));
    expect(found.map(({ fingerprint, line, column }) => `${fingerprint} ${line} ${column}`)).toEqual(lines.flatMap((line, i) => (i % 997 === 0 ? [`n${i} ${i + 1} ${line.indexOf('SECRET') + 1}`] : [])));
  });

  it('find what lies across the end of a window in one endless line', async () => {
    const size = 4 * 1024 * 1024;
    for (const shift of [0, 3, 8, 10, 12, 8000, 9000]) {
      const text = `${'x'.repeat(size - shift)} SECRET-edge ${'y'.repeat(size)}`;
      const found = await all(scanWindows(chunks(text, 1 << 20), 'a', marks));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ fingerprint: 'edge', line: 1, column: size - shift + 2 });
    }
  });
});

describe('a stream', () => {
  const text = `${'nothing here\n'.repeat(1000)}SECRET-end\n`;

  it('is read packed, wide and with zero bytes', async () => {
    for (const bytes of [Buffer.from(text), gzipSync(text), Buffer.concat([gzipSync(text.slice(0, 5000)), gzipSync(text.slice(5000))]), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect(await leaksInStream(chunks(bytes, 1000), '-', marks)).toMatchObject({ leaks: [{ fingerprint: 'end', line: 1001 }] });
    }
    const torn = await leaksInStream(parts(Buffer.alloc(9000), Buffer.from(text)), '-', marks);
    expect(torn.leaks).toHaveLength(1);
  });

  it('that breaks off keeps what was found, and says so', async () => {
    const packed = gzipSync(Array.from({ length: 400_000 }, (_, i) => (i === 5 ? 'SECRET-early' : `line ${i * 7919}`)).join('\n'));
    const { leaks, problem } = await leaksInStream(chunks(packed.subarray(0, packed.length - 1000), 65_536), '-', marks);
    expect(leaks.map(({ fingerprint }) => fingerprint)).toEqual(['early']);
    expect(problem).toBe('ends in the middle of its gzip stream');
  });

  it('that expands without end is ended', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(80 * 1024 * 1024)));
    expect(await leaksInStream(chunks(bomb, 65_536), '-', marks)).toEqual({ leaks: [] });
  });
});

describe('the changed parts of a version', () => {
  const line = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ') });

  it('hold every new line, whole and in its place', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), fc.array(fc.tuple(fc.nat(80), fc.nat(4), fc.nat(3)), { maxLength: 5 }), fc.nat(30), fc.integer({ min: 1, max: 12 }), (lines, edits, around, probe) => {
        const next = [...lines];
        const added: string[] = [];
        for (const [at, removed, count] of edits) {
          const fresh = Array.from({ length: count }, (_, i) => `new ${added.length + i}`);
          added.push(...fresh);
          next.splice(at, removed, ...fresh);
        }
        const [a, b] = [lines.join('\n'), next.join('\n')];
        const parts = changedParts(Buffer.from(a), Buffer.from(b), { around, probe })?.toString().split('\n');
        // Nothing to read: nothing changed, or nothing is left.
        if (parts === undefined) expect([a, '']).toContain(b);
        else {
          expect(next.filter((one) => one.startsWith('new') && !parts.includes(one))).toEqual([]);
          expect(parts.filter((one) => one !== '' && !next.includes(one))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are few where little changed', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `this is line ${i} of a long file`);
    const next = lines.with(10, 'one').toSpliced(2000, 3, 'two', 'three').toSpliced(4000, 0, 'four');
    const parts = changedParts(Buffer.from(lines.join('\n')), Buffer.from(next.join('\n')));
    expect(parts?.length).toBeLessThan(5000);
    expect(['one', 'two', 'three', 'four'].filter((one) => !parts?.toString().split('\n').includes(one))).toEqual([]);
  });
});
