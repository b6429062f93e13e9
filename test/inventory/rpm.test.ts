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
