import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRpmDatabase } from '../../src/inventory/rpm/read.js';

/** Made by tools/fixtures/rpm-databases.mjs. */
const database = (name: string): Buffer => gunzipSync(readFileSync(join(import.meta.dirname, 'rpm-databases', `${name}.gz`)));
const kinds = ['rpmdb.sqlite', 'Packages.db', 'Packages'] as const;

describe.each(kinds)('%s', (name) => {
  const bytes = database(name);

  test('holds the packages, with epoch, source and license; files of languages are known as theirs', () => {
    const { components, problems, owns } = readRpmDatabase(bytes);
    expect(problems).toEqual([]);
    expect(components.map((one) => one.name).sort()).toEqual(['large', ...Array.from({ length: 30 }, (_, i) => `lib${i}`), 'plain', 'with-epoch'].sort());
    const found = new Map(components.map((one) => [one.name, one]));
    expect(found.get('plain')).toEqual({ type: 'rpm', name: 'plain', version: '1.2.3-4.el9', architecture: 'noarch', source: { name: 'plain', version: '1.2.3-4.el9' }, licenses: ['Apache-2.0'] });
    expect(found.get('with-epoch')).toMatchObject({ version: '1:3.0.7-24.el9_3', source: { version: '1:3.0.7-24.el9_3' } });
    expect(found.get('large')?.version).toBe('0~rc1-0.1^git');
    expect(owns).toEqual(['usr/bin/with-epoch', 'usr/lib/python3.9/site-packages/thing-1.0.dist-info/METADATA']);
  });

  test('cut off anywhere, it gives one line and what came before', () => {
    for (const part of [0.1, 0.4, 0.7, 0.95]) {
      const { problems } = readRpmDatabase(bytes.subarray(0, Math.floor(bytes.length * part)));
      expect(problems?.length, String(part)).toBeGreaterThan(0);
    }
  });

  test('no bytes make it throw or hang', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }), (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at] = value;
        readRpmDatabase(damaged);
      }),
      { numRuns: 60 },
    );
  });
});

test('pages that lead back to themselves end', () => {
  const bytes = database('rpmdb.sqlite');
  // An interior page in place of the first leaf whose only child is itself.
  for (let page = 1; page < bytes.length / 4096; page++) {
    const copy = Buffer.from(bytes);
    const at = page * 4096;
    copy[at] = 5;
    copy.writeUInt16BE(0, at + 3);
    copy.writeUInt32BE(page + 1, at + 8);
    readRpmDatabase(copy);
  }
  const chained = Buffer.from(database('Packages'));
  let loops = 0;
  for (let page = 1; page < chained.length / 4096; page++) {
    if (chained[page * 4096 + 25] !== 7) continue;
    chained.writeUInt32LE(page, page * 4096 + 16);
    loops++;
  }
  expect(loops).toBeGreaterThan(0);
  expect(readRpmDatabase(chained).problems?.[0]?.message).toMatch(/^comes back to page \d+: it is damaged; \d+ packages were read before that$/);
});

test('what is no database says so', () => expect(readRpmDatabase(Buffer.from('hello')).problems).toEqual([{ message: 'is no database of rpm that is known' }]));

/** A database in rpm's own form with a header a package. */
function ndb(packages: readonly (readonly [name: string, epoch: number | undefined, version: string, release: string, sourceRpm: string])[]): Buffer {
  const header = ([name, epoch, version, release, sourceRpm]: (typeof packages)[number]): Buffer => {
    const data: Buffer[] = [];
    const index: Buffer[] = [];
    let at = 0;
    const put = (tag: number, type: number, bytes: Buffer): void => {
      const entry = Buffer.alloc(16);
      [tag, type, at, 1].forEach((value, i) => entry.writeUInt32BE(value, i * 4));
      index.push(entry);
      data.push(bytes);
      at += bytes.length;
    };
    if (epoch !== undefined) put(1003, 4, Buffer.from([0, 0, 0, epoch]));
    for (const [tag, text] of [[1000, name], [1001, version], [1002, release], [1022, 'x86_64'], [1044, sourceRpm]] as const) put(tag, 6, Buffer.from(`${text}\0`));
    const counts = Buffer.alloc(8);
    counts.writeUInt32BE(index.length, 0);
    counts.writeUInt32BE(at, 4);
    return Buffer.concat([counts, ...index, ...data]);
  };
  const slots = Buffer.alloc(4096);
  slots.write('RpmP');
  slots.writeUInt32LE(1, 12);
  for (let at = 32; at < slots.length; at += 16) slots.write('Slot', at);
  const blobs: Buffer[] = [];
  let block = 256;
  packages.forEach((one, i) => {
    const blob = header(one);
    const whole = Buffer.alloc(Math.ceil((16 + blob.length) / 16) * 16);
    whole.write('BlbS');
    whole.writeUInt32LE(i + 1, 4);
    whole.writeUInt32LE(blob.length, 12);
    blob.copy(whole, 16);
    slots.writeUInt32LE(i + 1, 32 + i * 16 + 4);
    slots.writeUInt32LE(block, 32 + i * 16 + 8);
    blobs.push(whole);
    block += whole.length / 16;
  });
  return Buffer.concat([slots, ...blobs]);
}

test('a source package has the epoch of the package of its name, also for those that have none', () => {
  const { components, problems } = readRpmDatabase(ndb([['perl-Errno', undefined, '1.30', '481.el9', 'perl-5.32.1-481.el9.src.rpm'], ['perl', 4, '5.32.1', '481.el9', 'perl-5.32.1-481.el9.src.rpm'], ['perl-odd', 9, '1', '1', 'perl-5.32.1-481.el9.src.rpm'], ['bash', undefined, '5.1', '1', 'bash-5.1-1.src.rpm']]));
  expect(problems).toEqual([]);
  expect(components.map(({ name, version, source }) => `${name} ${version} ${source?.name} ${source?.version}`)).toEqual(['perl-Errno 1.30-481.el9 perl 4:5.32.1-481.el9', 'perl 4:5.32.1-481.el9 perl 4:5.32.1-481.el9', 'perl-odd 9:1-1 perl 4:5.32.1-481.el9', 'bash 5.1-1 bash 5.1-1']);
});
