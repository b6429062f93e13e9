import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync, symlinkSync, mkdirSync, openSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../src/sources/archive/limits.js';
import { linkTarget } from '../../src/sources/archive/member-name.js';
import { memberBytes, tarMembers } from '../../src/sources/archive/tar.js';
import { chunks, END, pax, tar, tarHeader, tarPiece } from './make.js';

async function read(bytes: Buffer, { limits = {}, size }: { readonly limits?: Partial<ArchiveLimits>; readonly size?: number } = {}) {
  const problems: string[] = [];
  const found: { name: string; type: string; text: string | undefined; link?: string }[] = [];
  for await (const member of tarMembers(chunks(bytes, size), { ...ARCHIVE_LIMITS, ...limits }, (message, about) => problems.push(about === undefined ? message : `${about} ${message}`))) {
    found.push({ name: member.name, type: member.type, text: (await memberBytes(member, 10_000_000))?.toString('latin1'), ...(member.link === undefined ? {} : { link: member.link }) });
  }
  return { found, problems };
}

test('members come with names, types, links and content, whatever the chunks', async () => {
  const bytes = tar({ name: './etc/', flag: '5' }, { name: './etc/os-release', content: 'ID=debian\n' }, { name: 'lib', flag: '2', link: 'usr/lib' }, { name: 'b', flag: '1', link: 'etc/os-release' }, { name: 'null', flag: '3' });
  for (const size of [1, 7, 512, 100_000]) {
    expect(await read(bytes, { size })).toEqual({
      problems: [],
      found: [
        { name: 'etc', type: 'directory', text: '' },
        { name: 'etc/os-release', type: 'file', text: 'ID=debian\n' },
        { name: 'lib', type: 'symlink', text: '', link: 'usr/lib' },
        { name: 'b', type: 'hardlink', text: '', link: 'etc/os-release' },
        { name: 'null', type: 'other', text: '' },
      ],
    });
  }
});

test('content that is not asked for is passed over', async () => {
  const names: string[] = [];
  for await (const { name } of tarMembers(chunks(tar({ name: 'a', content: 'x'.repeat(5000) }, { name: 'b', content: 'y' })), ARCHIVE_LIMITS, () => expect.unreachable())) names.push(name);
  expect(names).toEqual(['a', 'b']);
});

test('names and sizes of pax and GNU headers count before those of the header', async () => {
  const long = `usr/${'d'.repeat(80)}/${'n'.repeat(180)}`;
  const bytes = Buffer.concat([
    tarPiece(pax([['path', 'ünï/code'], ['mtime', '1']])),
    tarPiece({ name: 'short', content: '1' }),
    tarPiece({ name: '././@LongLink', flag: 'L', content: `${long}\0` }),
    tarPiece({ name: long.slice(0, 100), content: '2' }),
    tarPiece({ name: '././@LongLink', flag: 'K', content: `${long}\0` }),
    tarPiece({ name: 'k', flag: '2', link: 'cut' }),
    tarPiece(pax([['size', '3']])),
    tarHeader({ name: 'sized', says: 0 }),
    Buffer.concat([Buffer.from('abc'), Buffer.alloc(509)]),
    tarPiece({ name: 'name', patch: (header) => header.write('pre/fix', 345) }),
    END,
  ]);
  const { found, problems } = await read(bytes);
  expect(problems).toEqual([]);
  expect(found.map(({ name }) => name)).toEqual(['ünï/code', long, 'k', 'sized', 'pre/fix/name']);
  expect(found[2]!.link).toBe(long);
  expect(found[3]!.text).toBe('abc');
});

test('what real tar writes is read: every format, links, sparse members of each kind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-tar-'));
  try {
    mkdirSync(join(folder, 'in', 'd'.repeat(120)), { recursive: true });
    writeFileSync(join(folder, 'in', 'd'.repeat(120), 'plain'), 'hello');
    symlinkSync('plain', join(folder, 'in', 'link'));
    const sparse = join(folder, 'in', 'sparse');
    writeFileSync(sparse, 'start');
    const handle = openSync(sparse, 'r+');
    for (let i = 1; i < 40; i++) writeSync(handle, `at ${i}`, i * 65_536);
    closeSync(handle);
    truncateSync(sparse, 3_000_000);
    const expected = Buffer.alloc(3_000_000);
    expected.write('start');
    for (let i = 1; i < 40; i++) expected.write(`at ${i}`, i * 65_536);
    for (const options of [['--format=gnu', '-S'], ['--format=gnu'], ['--format=posix', '-S', '--sparse-version=0.0'], ['--format=posix', '-S', '--sparse-version=0.1'], ['--format=posix', '-S', '--sparse-version=1.0'], ['--format=posix']]) {
      const bytes = execFileSync('tar', [...options, '-C', join(folder, 'in'), '-cf', '-', '.'], { maxBuffer: 2 ** 26 });
      const { found, problems } = await read(bytes, { size: 4096 });
      expect(problems, options.join(' ')).toEqual([]);
      const byName = new Map(found.map((one) => [one.name, one]));
      expect(byName.get('sparse')?.text === expected.toString('latin1'), options.join(' ')).toBe(true);
      expect(byName.get(`${'d'.repeat(120)}/plain`)?.text).toBe('hello');
      expect(byName.get('link')).toMatchObject({ type: 'symlink', link: 'plain' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('names that lead out, absolute ones and those with hidden bytes cost their member, in one line each', async () => {
  const { found, problems } = await read(tar({ name: '../../etc/passwd', content: 'x' }, { name: '/etc/shadow', content: 'x' }, { name: 'a/../../b' }, { name: 'good', content: 'y' }, { name: `n${'x'.repeat(30)}` }), { limits: { name: 20 } });
  expect(found.map(({ name }) => name)).toEqual(['good']);
  expect(problems).toEqual([
    '`../../etc/passwd` holds a name that leads out of it; the member was not read',
    '`/etc/shadow` holds an absolute name; the member was not read',
    '`a/../../b` holds a name that leads out of it; the member was not read',
    '`nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` holds a name of 31 characters, over the limit of 20',
  ]);
});

test('links are told, not followed; where one leads is a path inside or nothing', () => {
  expect(linkTarget('var/lib/rpm', '../../usr/lib/sysimage/rpm')).toBe('usr/lib/sysimage/rpm');
  expect(linkTarget('etc/os-release', '../usr/lib/os-release')).toBe('usr/lib/os-release');
  expect(linkTarget('a/b', '/../../x')).toBe('x');
  expect(linkTarget('a/b', '../../../etc/passwd')).toBeUndefined();
  expect(linkTarget('a', '.')).toBe('');
});

test('cut off anywhere, what came before is read and one line says so', async () => {
  const bytes = tar({ name: 'a', content: 'x'.repeat(700) }, { name: 'b', content: 'y'.repeat(10) });
  for (const [length, whole, message] of [
    [100, 0, 'ends in the middle of a header'],
    [512 + 100, 0, 'ends in the middle of `a`'],
    [512 + 1024, 1, 'has no end mark: it may be cut off'],
    [512 + 1024 + 512 + 5, 1, 'ends in the middle of `b`'],
  ] as const) {
    const { found, problems } = await read(bytes.subarray(0, length));
    expect([found.filter(({ text }) => text !== undefined).length, problems], String(length)).toEqual([whole, [message]]);
  }
});

test('after a broken header the next good one is found', async () => {
  const bytes = Buffer.concat([tarPiece({ name: 'a', content: 'x' }), Buffer.alloc(512, 7), tarPiece({ name: 'negative', patch: (header) => header.fill(0xff, 124, 136) }), tarPiece({ name: 'b', content: 'y' }), END]);
  const { found, problems } = await read(bytes);
  expect(found.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(problems).toEqual(['holds a broken header at byte 1024; what follows was read from the next good one']);
});

test('entries, bytes and sparse holes are bounded', async () => {
  const many = tar(...Array.from({ length: 10 }, (_, i) => ({ name: `f${i}` })));
  expect(await read(many, { limits: { entries: 3 } })).toMatchObject({ found: { length: 3 }, problems: ['holds more than 3 members; the rest was not read'] });
  const hole = Buffer.concat([tarPiece(pax([['GNU.sparse.major', '1'], ['GNU.sparse.minor', '0'], ['GNU.sparse.name', 'disk'], ['GNU.sparse.realsize', '999999999999999']])), tarPiece({ name: 'x', content: Buffer.concat([Buffer.from('1\n0\n3\n'.padEnd(512, '\0')), Buffer.from('abc')]) }), tarPiece({ name: 'after', content: 'z' }), END]);
  const { found, problems } = await read(hole);
  expect(found.map(({ name }) => name)).toEqual(['after']);
  expect(problems).toEqual(['`disk` expands to more than 64 GB; it was read no further']);
});

test('a sparse map that contradicts itself or never ends costs its member', async () => {
  for (const map of ['1\n5\n100\n', '2\n10\n5\n0\n5\n', '99999999\n', 'x\n', '1\n0\n']) {
    const bytes = Buffer.concat([tarPiece(pax([['GNU.sparse.major', '1'], ['GNU.sparse.minor', '0'], ['GNU.sparse.realsize', '20']])), tarPiece({ name: 'x', content: Buffer.from(map.padEnd(512, '\0')) }), tarPiece({ name: 'after' }), END]);
    const { found, problems } = await read(bytes);
    expect([found.map(({ name }) => name), problems.length], map).toEqual([['after'], 1]);
  }
});

test('no bytes make it throw or hang', async () => {
  const good = tar(pax([['path', 'p']]), { name: 'a', content: 'x'.repeat(600) }, { name: 'l', flag: 'L', content: 'name\0' }, { name: 's', flag: 'S', content: 'abc' }, { name: 'b', content: 'y' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(good.length), async (changes, length) => {
      const bytes = Buffer.from(good.subarray(0, length));
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      const problems: string[] = [];
      for await (const member of tarMembers(chunks(bytes), ARCHIVE_LIMITS, (message) => problems.push(message))) {
        await memberBytes(member, 10_000);
      }
      expect(problems.every((message) => !message.includes('could not be read: '))).toBe(true);
    }),
    { numRuns: 150 },
  );
});
