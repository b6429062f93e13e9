import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importRecords } from '../../src/store/import.js';
import { Store } from '../../src/store/index.js';
import { databaseFolder } from '../../src/store/place.js';
import { importEpss, importKev } from '../../src/store/signals.js';
import { match } from '../../src/vulnerabilities/match.js';
import { component, inventory, recordsOf } from '../vulnerabilities/inventory.js';
import { log4shell, osv, wellKnown } from '../vulnerabilities/records.js';
import { zip } from './zip.js';

let top: string;
let db: string;
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(top, name), content);
  return join(top, name);
};
const open = (problems: string[] = []): Store => Store.open(db, (problem) => problems.push(problem))!;
const ids = (store: Store, ecosystem: string, name: string): readonly string[] => store.find(ecosystem, name).map(({ id }) => id).sort();

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'demarc-store-'));
  db = join(top, 'db');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe('the database', () => {
  it('gives back what was imported, so that matching finds the same as with records in memory', () => {
    const { records, unread } = importRecords(db, [file('all.zip', zip(wellKnown.map((record, i) => [`${i}.json`, JSON.stringify(record)])))]);
    expect([records, unread]).toEqual([wellKnown.length, 0]);
    const components = [
      component('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1'),
      component('Debian:11', 'openssl', '1.1.1n-0+deb11u3'),
      component('PyPI', 'Requests', '2.30.0'),
      component('Red Hat:enterprise_linux:9', 'openssl-libs', '1:3.0.1-43.el9_0'),
      component('npm', 'lodash', '4.17.20'),
      component('Go', 'stdlib', '1.21.1', { kind: 'runtime' }),
    ];
    const store = open();
    const stored = match(inventory(components), store);
    store.close();
    expect(stored.findings.length).toBeGreaterThan(8);
    expect(stored).toEqual(match(inventory(components), recordsOf(wellKnown)));
  });

  it('takes a folder, a record and a list of records, and leaves links alone', () => {
    const folder = join(top, 'records');
    mkdirSync(join(folder, 'deep'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'a.json'), JSON.stringify(log4shell));
    writeFileSync(join(folder, 'readme.txt'), 'no record');
    const outside = file('outside.json', JSON.stringify(osv('X-1', [{ ecosystem: 'npm', name: 'outside', ranges: [['0']] }])));
    symlinkSync(outside, join(folder, 'link.json'));
    importRecords(db, [folder, file('list.json', JSON.stringify([osv('X-2', [{ ecosystem: 'npm', name: 'listed', ranges: [['0']] }])]))]);
    const store = open();
    expect([ids(store, 'Maven', 'org.apache.logging.log4j:log4j-core'), ids(store, 'npm', 'listed'), ids(store, 'npm', 'outside')]).toEqual([['GHSA-jfh8-c2jp-5v3q'], ['X-2'], []]);
    store.close();
  });

  it('adds to what is there: a record that comes again replaces itself, one that is withdrawn goes', () => {
    const npm = (id: string, name: string, more = {}): object => osv(id, [{ ecosystem: 'npm', name, ranges: [['0', '1.0.0']] }], more);
    importRecords(db, [file('1.json', JSON.stringify([npm('A', 'a'), npm('B', 'b'), npm('C', 'c')]))]);
    importRecords(db, [file('2.json', JSON.stringify([osv('A', [{ ecosystem: 'npm', name: 'renamed', ranges: [['0', '2.0.0']] }]), npm('B', 'b', { withdrawn: '2026-11-20T00:00:00Z' })]))]);
    const store = open();
    expect(['a', 'renamed', 'b', 'c'].map((name) => ids(store, 'npm', name))).toEqual([[], ['A'], [], ['C']]);
    expect(store.ecosystems).toMatchObject([{ ecosystem: 'npm', records: 2, packages: 2 }]);
    store.close();
    expect(readdirSync(db)).toHaveLength(1);
  });

  it('keeps releases apart in what it says that it holds', () => {
    importRecords(db, [file('1.json', JSON.stringify(wellKnown))]);
    const store = open();
    expect(['Debian:11', 'Debian:12', 'Debian:13', 'Debian', 'Ubuntu:22.04', 'Red Hat:9', 'npm', 'Hex'].map((key) => store.dateOf(key) !== undefined)).toEqual([true, true, false, false, true, true, true, false]);
    store.close();
  });

  it('keeps nothing of ecosystems whose versions it cannot order', () => {
    const { strange, ecosystems } = importRecords(db, [file('1.json', JSON.stringify([osv('A', [{ ecosystem: '../../etc', name: 'x', ranges: [['0']] }, { ecosystem: 'npm', name: 'x', ranges: [['0']] }])]))]);
    expect(strange).toEqual(['../../etc']);
    expect(ecosystems.map(({ ecosystem }) => ecosystem)).toEqual(['npm']);
  });

  it('survives records of many packages and packages of many records', () => {
    const many = Array.from({ length: 3000 }, (_, i) => osv(`M-${i}`, [{ ecosystem: 'PyPI', name: `p-${i % 700}`, ranges: [['0', `${i}.0`]], versions: Array.from({ length: 30 }, (__, k) => `0.${(i + k) % 90}`) }]));
    importRecords(db, [file('1.json', JSON.stringify(many))]);
    const store = open();
    for (let i = 0; i < 700; i += 13) expect(ids(store, 'PyPI', `p-${i}`), String(i)).toEqual(Array.from({ length: 3000 }, (_, k) => k).filter((k) => k % 700 === i).map((k) => `M-${k}`).sort());
    expect(store.find('PyPI', 'p-5').find(({ id }) => id === 'M-705')?.versions).toEqual(Array.from({ length: 30 }, (_, k) => `0.${(705 + k) % 90}`));
    expect(ids(store, 'PyPI', 'p-700')).toEqual([]);
    store.close();
  });
});

describe('bad input', () => {
  it.each<readonly [string, string, string | Buffer, RegExp]>([
    ['no zip', 'x.zip', 'this is no archive', /holds no vulnerability records in OSV's format: `.*` is no valid zip/],
    ['a cut zip', 'x.zip', zip([['a.json', JSON.stringify(log4shell)]]).subarray(0, 100), /is no valid zip, or is cut off/],
    ['no JSON', 'x.json', '{"id": ', /is no JSON/],
    ['other JSON', 'x.json', '{"name": "package.json"}', /is no record in OSV's format/],
    ['nothing', 'x.json', '[]', /holds no vulnerability records/],
    ['deep JSON', 'x.json', '['.repeat(100_000) + ']'.repeat(100_000), /holds no vulnerability records/],
  ])('%s is one clear line, and nothing is kept', (_, name, content, message) => {
    const path = file(name, content);
    expect(() => importRecords(db, [path])).toThrow(message);
    expect(readdirSync(db)).toEqual([]);
  });

  it('a file that is not there', () => {
    expect(() => importRecords(db, [join(top, 'none.zip')])).toThrow(/does not exist/);
  });

  it('a broken record costs only itself', () => {
    const result = importRecords(db, [file('x.zip', zip([['a.json', JSON.stringify(log4shell)], ['b.json', '{'], ['c.json', '{"id":"C","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"npm","name":7}},null,{}]}'], ['../evil.json', JSON.stringify(log4shell)]]))]);
    expect([result.records, result.unread]).toEqual([2, 2]);
  });

  it('a bomb is not unpacked', () => {
    const bomb = zip([['a.json', JSON.stringify(log4shell)], ['bomb.json', Buffer.alloc(80 * 1024 * 1024, 0x20)]]);
    expect(bomb.length).toBeLessThan(200_000);
    const { records, unread } = importRecords(db, [file('x.zip', bomb)]);
    expect([records, unread]).toEqual([1, 1]);
  });

  it.each<readonly [string, (path: string) => void]>([
    ['cut off', (path) => truncateSync(path, 60)],
    ['empty', (path) => truncateSync(path, 0)],
    ['foreign', (path) => writeFileSync(path, 'SQLite format 3\0'.padEnd(500, 'x'))],
  ])('a file of the database that is %s is told, and its records are not known', (_, spoil) => {
    importRecords(db, [file('1.json', JSON.stringify(wellKnown))]);
    const npm = readdirSync(db).find((name) => name.startsWith('osv-npm-')) ?? '';
    spoil(join(db, npm));
    const problems: string[] = [];
    const store = open(problems);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(npm);
    const { unmatched, findings } = match(inventory([component('npm', 'lodash', '4.17.20'), component('PyPI', 'requests', '2.30.0')]), store);
    expect(unmatched.map(({ ecosystem }) => ecosystem)).toEqual(['npm']);
    expect(findings.map(({ id }) => id)).toEqual(['CVE-2023-32681']);
    store.close();
  });

  it('a record that is damaged in the middle is told when it is asked for, and is not taken for none', () => {
    importRecords(db, [file('1.json', JSON.stringify(wellKnown))]);
    const name = readdirSync(db).find((one) => one.startsWith('osv-npm-')) ?? '';
    const bytes = readFileSync(join(db, name));
    bytes.fill(0xff, 12, 60);
    writeFileSync(join(db, name), bytes);
    const problems: string[] = [];
    const store = open(problems);
    const { unmatched, findings, compared } = match(inventory([component('npm', 'lodash', '4.17.20')]), store);
    expect([findings, compared]).toEqual([[], []]);
    expect(unmatched[0]?.reason).toContain('damaged');
    expect(problems[0]).toContain('import its records anew');
    store.close();
  });
});

describe('what is known of exploitation', () => {
  const csv = '#model_version:v2025.03.14,score_date:2026-11-20T00:00:00+0000\ncve,epss,percentile\nCVE-2021-44228,0.94358,0.99958\nCVE-1999-0001,0.01141,0.77953\nCVE-2023-0286,0.88,0.99\nnonsense,1,2\n';
  it.each([['plain', csv], ['packed', gzipSync(csv)]] as const)('EPSS, %s', (_, content) => {
    mkdirSync(db);
    expect(importEpss(db, file('epss.csv', content))).toEqual({ count: 3, date: '2026-11-20T00:00:00+0000' });
    const store = open();
    expect(store.epss('CVE-2021-44228')).toEqual({ score: 0.94358, percentile: 0.99958 });
    expect(store.epss('CVE-1999-0001')).toEqual({ score: 0.01141, percentile: 0.77953 });
    expect([store.epss('CVE-2021-44229'), store.epss('GHSA-x')]).toEqual([undefined, undefined]);
    store.close();
  });
  it('KEV', () => {
    mkdirSync(db);
    importKev(db, file('kev.json', JSON.stringify({ dateReleased: '2026-11-19T15:00:00Z', vulnerabilities: [{ cveID: 'CVE-2021-44228', dateAdded: '2021-12-10', knownRansomwareCampaignUse: 'Known' }, { cveID: '__proto__' }, null] })));
    const store = open();
    expect(store.exploited('CVE-2021-44228')).toEqual({ since: '2021-12-10', ransomware: true });
    expect([store.exploited('CVE-2021-44229'), store.exploited('constructor')]).toEqual([undefined, undefined]);
    expect(store.signalStatus()).toEqual({ kev: { count: 1, date: '2026-11-19T15:00:00Z' } });
    store.close();
  });
  it('refuses other files, and tells of damaged ones', () => {
    mkdirSync(db);
    expect(() => importEpss(db, file('x', 'a,b,c'))).toThrow(/holds no EPSS scores/);
    expect(() => importKev(db, file('x', '{}'))).toThrow(/is no catalogue of exploited vulnerabilities/);
    expect(() => importKev(db, file('x', '<html>'))).toThrow(/is no JSON/);
    importEpss(db, file('epss.csv', csv));
    truncateSync(join(db, 'epss.db'), 70);
    const problems: string[] = [];
    const store = open(problems);
    expect(store.epss('CVE-2021-44228')).toBeUndefined();
    expect(store.epss('CVE-2023-0286')).toBeUndefined();
    expect(problems).toHaveLength(1);
    store.close();
  });
});

describe('where it lies', () => {
  it('is what is asked for, then DEMARC_DB, then the data folder', () => {
    expect(databaseFolder('/a', { DEMARC_DB: '/b' })).toBe('/a');
    expect(databaseFolder(undefined, { DEMARC_DB: '/b', XDG_DATA_HOME: '/c' })).toBe('/b');
    expect(databaseFolder(undefined, { XDG_DATA_HOME: '/c' })).toBe('/c/demarc/vulnerabilities');
    expect(databaseFolder(undefined, { XDG_DATA_HOME: 'relative' })).toMatch(/\/\.local\/share\/demarc\/vulnerabilities$/);
    expect(Store.open(join(top, 'none'), () => undefined)).toBeUndefined();
    expect(existsSync(db)).toBe(false);
  });
});
