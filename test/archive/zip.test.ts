import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../src/sources/archive/limits.js';
import { zipMembers } from '../../src/sources/archive/zip.js';
import { zip } from './make.js';

function read(bytes: Buffer, { limits = {}, most = 1_000_000 }: { readonly limits?: Partial<ArchiveLimits>; readonly most?: number } = {}) {
  const problems: string[] = [];
  const found = [...zipMembers(bytes, { ...ARCHIVE_LIMITS, ...limits }, (message, about) => problems.push(about === undefined ? message : `${about} ${message}`))].map(({ name, type, content }) => ({ name, type, text: content(most)?.toString() }));
  return { found, problems };
}

test('members by the directory: packed, stored, folders, links, behind a script', () => {
  const bytes = zip([{ name: 'META-INF/', stored: true }, { name: 'META-INF/MANIFEST.MF', content: 'Manifest-Version: 1.0\n'.repeat(50) }, { name: 'a', content: 'plain', stored: true }, { name: 'l', content: '../../etc/passwd', attributes: 0xa1ff0000 }], Buffer.from('#!/bin/sh\nexec java -jar "$0"\n'));
  expect(read(bytes)).toEqual({
    problems: [],
    found: [
      { name: 'META-INF', type: 'directory', text: '' },
      { name: 'META-INF/MANIFEST.MF', type: 'file', text: 'Manifest-Version: 1.0\n'.repeat(50) },
      { name: 'a', type: 'file', text: 'plain' },
      { name: 'l', type: 'symlink', text: '../../etc/passwd' },
    ],
  });
});

test('a script before an archive that does not count it', () => {
  expect(read(Buffer.concat([Buffer.from('#!/bin/sh\n'), zip([{ name: 'a', content: 'x' }])])).found).toEqual([{ name: 'a', type: 'file', text: 'x' }]);
});

test('names that lead out cost their member', () => {
  expect(read(zip([{ name: '../x' }, { name: '..\\..\\y' }, { name: '/z' }, { name: 'dir\\file', content: 'k' }, { name: 'ok' }]))).toEqual({
    found: [
      { name: 'dir/file', type: 'file', text: 'k' },
      { name: 'ok', type: 'file', text: '' },
    ],
    problems: ['`../x` holds a name that leads out of it; the member was not read', '`..\\..\\y` holds a name that leads out of it; the member was not read', '`/z` holds an absolute name; the member was not read'],
  });
});

test('damage costs the member: checksum, size, place, method, encryption', () => {
  const { found, problems } = read(zip([{ name: 'crc', content: 'x', crc: 1 }, { name: 'size', content: 'x'.repeat(100), says: 10 }, { name: 'locked', content: 'x', flags: 1 }, { name: 'odd', content: 'x', method: 99 }, { name: 'gone', content: 'x', local: 5 }, { name: 'good', content: 'y' }]));
  expect(found.filter(({ text }) => text !== undefined).map(({ name }) => name)).toEqual(['good']);
  expect(problems).toEqual([
    '`crc` is damaged: its checksum differs',
    '`size` is damaged: it cannot be unpacked to the size that it says',
    '`locked` is encrypted and was not read',
    '`odd` is packed by method 99, which is not read',
    '`gone` is not where the directory says',
  ]);
});

test('bombs: one member too large, too much in all, members over one another, too many', () => {
  expect(read(zip([{ name: 'big', content: Buffer.alloc(5000) }]), { most: 1000 }).problems).toEqual(['`big` is 5000 bytes, over the limit of 1000 bytes']);
  const three = zip(['a', 'b', 'c'].map((name) => ({ name, content: Buffer.alloc(800) })));
  expect(read(three, { limits: { expanded: 2000 } }).problems).toEqual(['`c` expands to more than 2000 bytes; it was read no further']);
  const content = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251));
  const over = zip([{ name: 'kernel', content }, ...Array.from({ length: 50 }, (_, i) => ({ name: `k${i}`, content, local: 0 }))]);
  expect(read(over).problems.at(-1)).toBe('holds members that lie over one another; the rest was not read');
  expect(read(zip(Array.from({ length: 9 }, (_, i) => ({ name: `f${i}` }))), { limits: { entries: 4 } }).problems).toEqual(['holds more than 4 members; the rest was not read']);
});

test('cut off, it has no directory; a directory that lies ends the reading', () => {
  const bytes = zip([{ name: 'a', content: 'x'.repeat(100) }, { name: 'b' }]);
  expect(read(bytes.subarray(0, bytes.length - 4)).problems).toEqual(['is no valid zip, or is cut off: it has no directory']);
  const lying = Buffer.from(bytes);
  lying.writeUInt16LE(50, lying.length - 12);
  expect(read(lying)).toMatchObject({ found: { length: 2 }, problems: ['is no valid zip: its directory is broken; the rest was not read'] });
});

test('no bytes make it throw', () => {
  const good = zip([{ name: 'a/b', content: 'x'.repeat(300) }, { name: 'c', content: 'y', stored: true }]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(good.length), (changes, cut) => {
      const bytes = Buffer.from(good.subarray(cut > good.length / 2 ? 0 : cut));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      read(bytes);
    }),
    { numRuns: 300 },
  );
});
