import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGzip, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpacked } from '../../src/sources/archive/compression.js';
import { packingOf, type Packing } from '../../src/sources/archive/packing.js';
import { ARCHIVE_LIMITS, Budget, type ArchiveLimits } from '../../src/sources/archive/limits.js';
import { chunks, tar, zstdFrame as frame } from './make.js';

async function unpack(bytes: Buffer, packing: Packing | undefined, { limits = {}, size = 1000 }: { readonly limits?: Partial<ArchiveLimits>; readonly size?: number } = {}) {
  const parts: Buffer[] = [];
  let length = 0;
  let problem: string | undefined;
  try {
    for await (const part of unpacked(chunks(bytes, size), packing, new Budget({ ...ARCHIVE_LIMITS, ...limits }))) {
      length += part.length;
      if (length < 10_000_000) parts.push(part);
    }
  } catch (error) {
    problem = (error as Error).message;
  }
  return { out: Buffer.concat(parts), length, problem };
}

const text = Buffer.from(Array.from({ length: 30_000 }, (_, i) => `line ${i * 7919} of many\n`).join(''));

test('first bytes tell the packing', () => {
  expect(packingOf(gzipSync('x'))).toBe('gzip');
  expect(packingOf(frame([Buffer.from('x')]))).toBe('zstd');
  expect(packingOf(Buffer.from([0x50, 0x2a, 0x4d, 0x18]))).toBe('zstd');
  expect(packingOf(tar({ name: 'a' }).subarray(0, 262))).toBe('tar');
  expect(packingOf(Buffer.from('PK\x03\x04'))).toBe('zip');
  expect(packingOf(Buffer.from('BZh9'))).toBe('bzip2');
  expect(packingOf(Buffer.from('hello'))).toBeUndefined();
});

test('gzip: whole, in several members, cut off, damaged', async () => {
  expect((await unpack(gzipSync(text), 'gzip')).out.equals(text)).toBe(true);
  expect((await unpack(Buffer.concat([gzipSync('one'), gzipSync('two')]), 'gzip')).out.toString()).toBe('onetwo');
  expect((await unpack(gzipSync(text).subarray(0, 5000), 'gzip')).problem).toBe('ends in the middle of its gzip stream');
  const damaged = gzipSync(text);
  damaged.fill(0xff, 3000, 3100);
  expect((await unpack(damaged, 'gzip')).problem).toMatch(/^is no valid gzip stream: /);
});

test('zstd: raw, run-length, several frames, short frames, skippable frames, checksums', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]),
    frame([Buffer.from('ab')]),
    frame([Buffer.from('cd'), { run: 5, byte: 0x65 }], { checksum: true }),
    frame([text.subarray(0, 100_000), text.subarray(100_000, 200_000)]),
  ]);
  for (const size of [1, 13, 100_000]) {
    const { out, problem } = await unpack(bytes, 'zstd', { size });
    expect(problem).toBeUndefined();
    expect(out.equals(Buffer.concat([Buffer.from('abcdeeeee'), text.subarray(0, 200_000)]))).toBe(true);
  }
});

/** Written by `zstd` 1.5 from the first 3,000 lines of the text: -1; -3 --no-check; -19; --ultra -22 --long=24. */
test.each(['fast', 'unchecked', 'best', 'ultra'])('zstd: what the program writes: %s', async (name) => {
  const expected = Buffer.from(Array.from({ length: 3000 }, (_, i) => `line ${i * 7919} of many\n`).join(''));
  const { out, problem } = await unpack(readFileSync(join(import.meta.dirname, 'zstd', `${name}.zst`)), 'zstd');
  expect(problem).toBeUndefined();
  expect(out.equals(expected)).toBe(true);
});

test('zstd: cut off, damaged, and frames that ask for too much memory', async () => {
  const whole = frame([text.subarray(0, 1000), text.subarray(1000, 2000)]);
  for (const length of [2, 5, 8, 500, 1500]) expect((await unpack(whole.subarray(0, length), 'zstd')).problem).toBe('ends in the middle of its zstd stream');
  expect((await unpack(Buffer.concat([whole, Buffer.from('trailing garbage')]), 'zstd')).problem).toBe('is no valid zstd stream');
  expect((await unpack(frame([Buffer.from('x')], { window: 0xf8 }), 'zstd')).problem).toMatch(/^needs \d+ GB of memory to unpack, over the limit of 128 MB$/);
  const greedy = frame([Buffer.from('x')], { window: 0x88 });
  expect((await unpack(Buffer.concat(Array.from({ length: 40 }, () => greedy)), 'zstd')).problem).toBe('is no valid zstd stream: its frames ask for more memory than their content needs');
  const block = frame([Buffer.from('x')]);
  block.writeUIntLE((200_000 << 3) | 1, 6, 3);
  expect((await unpack(block, 'zstd')).problem).toMatch(/larger than the format allows/);
});

test('zstd: what has been given is not held, however long a frame is', async () => {
  const block = 128 * 1024;
  async function* frames(): AsyncIterable<Buffer> {
    const whole = frame(Array.from({ length: 4 }, () => Buffer.alloc(block)));
    const header = whole.subarray(0, whole.length - 4 * (3 + block));
    yield Buffer.from(header);
    for (let i = 0; i < 4000; i++) {
      const one = Buffer.alloc(3 + block);
      one.writeUIntLE((block << 3) | (i === 3999 ? 1 : 0), 0, 3);
      yield one;
    }
  }
  let [length, most] = [0, 0];
  for await (const part of unpacked(frames(), 'zstd', new Budget(ARCHIVE_LIMITS))) {
    length += part.length;
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  expect(length).toBe(4000 * block);
  expect(most).toBeLessThan(300 * 1024 * 1024);
});

test('bombs end where their size or their ratio passes the limit', async () => {
  const run = frame(Array.from({ length: 3000 }, () => ({ run: 128 * 1024 - 1, byte: 0 })));
  const { length, problem } = await unpack(run, 'zstd');
  expect(problem).toBe('expands to more than 400 times its size; it was read no further');
  expect(length).toBeLessThan(80 * 1024 * 1024);
  const zeros = createGzip();
  const packed: Buffer[] = [];
  zeros.on('data', (chunk: Buffer) => packed.push(chunk));
  const ended = new Promise((resolve) => zeros.on('end', resolve));
  for (let i = 0; i < 100; i++) zeros.write(Buffer.alloc(1024 * 1024));
  zeros.end();
  await ended;
  expect((await unpack(Buffer.concat(packed), 'gzip')).problem).toBe('expands to more than 400 times its size; it was read no further');
  expect((await unpack(gzipSync(text), 'gzip', { limits: { expanded: 1000 } })).problem).toBe('expands to more than 1000 bytes; it was read no further');
});

test('what cannot be unpacked says how to pack it', async () => {
  expect((await unpack(deflateRawSync(text), 'xz')).problem).toBe('is packed with xz, which is not read; pack it with gzip or zstd');
});
