/** Fetching records and asking for them, from a server on this machine. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/index.js';
import { askOsv } from '../../src/store/osv-api.js';
import { updateDatabase } from '../../src/store/update.js';
import { match } from '../../src/vulnerabilities/match.js';
import { component, inventory, recordsOf } from '../vulnerabilities/inventory.js';
import { osv, wellKnown } from '../vulnerabilities/records.js';
import { serve, type Reply, type TestServer } from './server.js';
import { zip } from './zip.js';

let db: string;
let server: TestServer | undefined;
const quiet = (): void => undefined;
const npm = (id: string, name: string, more = {}): object => osv(id, [{ ecosystem: 'npm', name, ranges: [['0', '1.0.0']] }, { ecosystem: 'PyPI', name, ranges: [['0']] }], more);
const names = (): readonly string[] => {
  const store = Store.open(db, quiet);
  const found = ['a', 'b', 'c'].filter((name) => (store?.find('npm', name).length ?? 0) > 0);
  store?.close();
  return found;
};

beforeEach(() => {
  db = mkdtempSync(join(tmpdir(), 'demarc-update-'));
});
afterEach(async () => {
  rmSync(db, { recursive: true, force: true });
  await server?.close();
  server = undefined;
});

describe('db update', () => {
  const at = (replies: () => Readonly<Record<string, Reply>>): Promise<TestServer> => serve((path) => replies()[path]);

  it('fetches the archive of each ecosystem, and keeps of it what is of that ecosystem', async () => {
    server = await at(() => ({ '/npm/all.zip': { body: zip([['A.json', JSON.stringify(npm('A', 'a'))]]) } }));
    const [updated] = await updateDatabase(db, { from: `${server.url}/`, ecosystems: ['npm'], now: '2026-11-24T10:00:00.000Z', say: quiet });
    expect(updated).toMatchObject({ ecosystem: 'npm', how: 'fetched', meta: { records: 1 } });
    const store = Store.open(db, quiet);
    expect([store?.find('npm', 'a').length, store?.find('PyPI', 'a').length, store?.dateOf('npm')]).toEqual([1, 0, '2026-11-24T10:00:00.000Z']);
    store?.close();
    expect(readdirSync(db).sort()).toEqual([expect.stringMatching(/^fetched\.json$/), expect.stringMatching(/^osv-npm-/)]);
  });

  it('asks next for what changed since then', async () => {
    let records = [npm('A', 'a'), npm('B', 'b')];
    let changed = '';
    server = await at(() => ({
      '/npm/all.zip': { body: zip(records.map((record, i) => [`${i}.json`, JSON.stringify(record)])) },
      '/npm/modified_id.csv': { body: changed },
      '/npm/B.json': { body: JSON.stringify(npm('B', 'b', { withdrawn: '2026-11-24T11:00:00Z' })) },
      '/npm/C.json': { body: JSON.stringify(npm('C', 'c')) },
    }));
    const options = { from: server.url, ecosystems: ['npm'], say: quiet };
    await updateDatabase(db, { ...options, now: '2026-11-24T10:00:00.000Z' });
    expect(names()).toEqual(['a', 'b']);
    records = [];
    changed = '2026-11-24T12:00:00Z,C\n2026-11-24T11:00:00Z,B\n2026-11-01T00:00:00Z,A\n';
    const [second] = await updateDatabase(db, { ...options, now: '2026-11-24T13:00:00.000Z' });
    expect(second).toMatchObject({ how: 'changed', meta: { records: 2 } });
    expect(names()).toEqual(['a', 'c']);
    expect(server.asked.filter((one) => one.includes('all.zip'))).toHaveLength(1);
    const store = Store.open(db, quiet);
    expect(store?.dateOf('npm')).toBe('2026-11-24T13:00:00.000Z');
    store?.close();
  });

  it('does not fetch the same archive twice', async () => {
    server = await serve((path, request) => (path === '/npm/all.zip' ? (request.headers['if-none-match'] === '"1"' ? { status: 304 } : { headers: { etag: '"1"' }, body: zip([['A.json', JSON.stringify(npm('A', 'a'))]]) }) : undefined));
    const options = { from: server.url, ecosystems: ['npm'], say: quiet };
    await updateDatabase(db, { ...options, now: '2026-11-20T10:00:00.000Z' });
    const [second] = await updateDatabase(db, { ...options, now: '2026-11-24T10:00:00.000Z' });
    expect(second?.how).toBe('current');
    const store = Store.open(db, quiet);
    expect([store?.find('npm', 'a').length, store?.dateOf('npm')]).toEqual([1, '2026-11-24T10:00:00.000Z']);
    store?.close();
  });

  it('takes what the mirror lists, of ecosystems that it understands', async () => {
    server = await at(() => ({ '/ecosystems.txt': { body: 'npm\nDebian\nDebian:12\nAndroid\n' }, '/npm/all.zip': { body: zip([['A.json', JSON.stringify(npm('A', 'a'))]]) } }));
    const updated = await updateDatabase(db, { from: server.url, now: '2026-11-24T10:00:00.000Z', say: quiet });
    expect(updated.map(({ ecosystem, how }) => `${ecosystem} ${how}`)).toEqual(['Debian failed', 'npm fetched']);
    expect(updated[0]?.problem).toContain('answered 404');
  });

  it.each<readonly [string, Reply]>([
    ['no archive', { body: '<html>' }],
    ['an archive that is cut off', { body: zip([['A.json', JSON.stringify(npm('A', 'a'))], ['B.json', JSON.stringify(npm('B', 'b'))]]).subarray(0, 400) }],
    ['an archive with a broken record', { body: zip([['A.json', JSON.stringify(npm('A', 'a'))], ['B.json', '{']]) }],
    ['an error', { status: 500 }],
  ])('leaves what was there where the answer is %s', async (_, reply) => {
    let good = true;
    server = await at(() => ({ '/npm/all.zip': good ? { body: zip([['C.json', JSON.stringify(npm('C', 'c'))]]) } : reply }));
    const options = { from: server.url, ecosystems: ['npm'], say: quiet };
    await updateDatabase(db, { ...options, now: '2026-11-20T10:00:00.000Z' });
    good = false;
    const [second] = await updateDatabase(db, { ...options, now: '2026-11-24T10:00:00.000Z' });
    expect(second?.how).toBe('failed');
    expect(second?.problem).toBeTruthy();
    expect(names()).toContain('c');
    const store = Store.open(db, quiet);
    expect(store?.dateOf('npm')).toBe('2026-11-20T10:00:00.000Z');
    store?.close();
    expect(readdirSync(db).filter((name) => /^(fetching|importing)-/.test(name))).toEqual([]);
  });

  it('says so where nothing answers, and refuses strange names', async () => {
    const [updated] = await updateDatabase(db, { from: 'http://127.0.0.1:9', ecosystems: ['npm'], now: '2026-11-24T10:00:00.000Z', say: quiet });
    expect(updated?.how).toBe('failed');
    await expect(updateDatabase(db, { from: 'http://127.0.0.1:9', now: '2026-11-24T10:00:00.000Z', say: quiet })).rejects.toThrow(/name ecosystems with --ecosystem/);
    await expect(updateDatabase(db, { from: 'http://127.0.0.1:9', ecosystems: ['../etc'], now: '', say: quiet })).rejects.toThrow(/is no ecosystem/);
    const [file] = await updateDatabase(db, { from: 'file:///etc', ecosystems: ['npm'], now: '', say: quiet });
    expect(file?.problem).toContain('no address of http');
  });
});

describe('a service with OSV\'s interface', () => {
  const byId = new Map(wellKnown.map((record) => [(record as { readonly id: string }).id, record]));
  const components = [component('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1'), component('Debian:11', 'libssl1.1', '1.1.1n-0+deb11u3', { source: { name: 'openssl', version: '1.1.1n-0+deb11u3' } }), component('npm', 'left-pad', '1.0.0')];
  const idsOf = (name: string): readonly string[] => [...byId].filter(([, record]) => JSON.stringify(record).includes(`"name":"${name}"`)).map(([id]) => id);
  const batch = (body: string, page: boolean): Reply => {
    const { queries } = JSON.parse(body) as { readonly queries: readonly { readonly package: { readonly name: string }; readonly page_token?: string }[] };
    return {
      body: JSON.stringify({
        results: queries.map(({ package: { name }, page_token }) => {
          const all = idsOf(name);
          if (!page) return all.length === 0 ? {} : { vulns: all.map((id) => ({ id })) };
          const at = Number(page_token ?? 0);
          return { vulns: all.slice(at, at + 1).map((id) => ({ id })), ...(at + 1 < all.length ? { next_page_token: String(at + 1) } : {}) };
        }),
      }),
    };
  };

  it.each([['at once', false], ['page by page', true]] as const)('gives the same as a database, %s', async (_, page) => {
    server = await serve((path, __, body) => (path === '/v1/querybatch' ? batch(body, page) : { body: JSON.stringify(byId.get(path.replace('/v1/vulns/', ''))) }));
    const problems: string[] = [];
    const records = await askOsv(server.url, [inventory(components)], { day: '2026-11-24T00:00:00Z', tell: (problem) => problems.push(problem) });
    expect(problems).toEqual([]);
    const asked = match(inventory(components), records);
    expect(asked.findings.map(({ id, name }) => `${id} ${name}`)).toEqual(match(inventory(components), recordsOf(wellKnown)).findings.map(({ id, name }) => `${id} ${name}`));
    // That it answered nothing of a package is an answer.
    expect(asked.unmatched).toEqual([]);
  });

  it('is asked by a name that all spellings of a release have in common, and of its answer counts what is of the release', async () => {
    const record = (id: string, ecosystem: string): object => osv(id, [{ ecosystem, name: 'x', ranges: [['0', '2-1']] }]);
    const records = new Map([record('RHSA-9', 'Red Hat:enterprise_linux:9::appstream'), record('RHSA-8', 'Red Hat:enterprise_linux:8::appstream'), record('UBUNTU-1', 'Ubuntu:Pro:22.04:LTS')].map((one) => [(one as { readonly id: string }).id, one]));
    const told: unknown[] = [];
    server = await serve((path, __, body) => {
      if (path !== '/v1/querybatch') return { body: JSON.stringify(records.get(path.replace('/v1/vulns/', ''))) };
      const { queries } = JSON.parse(body) as { readonly queries: readonly { readonly package: { readonly ecosystem: string } }[] };
      told.push(...queries.map((query) => query.package.ecosystem));
      return { body: JSON.stringify({ results: queries.map(({ package: { ecosystem } }) => ({ vulns: [...records.keys()].filter((id) => (ecosystem === 'Red Hat' ? id.startsWith('RHSA') : ecosystem === 'Ubuntu:22.04' && id.startsWith('UBUNTU'))).map((id) => ({ id })) })) }) };
    });
    const installed = inventory([component('Red Hat:enterprise_linux:9', 'x', '1-1'), component('Ubuntu:22.04:LTS', 'x', '1-1')]);
    const answered = await askOsv(server.url, [installed], { day: '2026-11-24T00:00:00Z', tell: (problem) => expect.fail(problem) });
    expect(told).toEqual(['Red Hat', 'Ubuntu:22.04']);
    expect(match(installed, answered).findings.map(({ id }) => id)).toEqual(['RHSA-9', 'UBUNTU-1']);
  });

  it.each<readonly [string, (path: string) => Reply | undefined]>([
    ['an error', () => ({ status: 503 })],
    ['no JSON', () => ({ body: '<html>' })],
    ['too few results', () => ({ body: '{"results":[]}' })],
    ['no record where it named one', (path) => (path === '/v1/querybatch' ? { body: JSON.stringify({ results: components.map(() => ({ vulns: [{ id: 'X-1' }] })) }) } : { status: 404 })],
  ])('%s is told, and nothing passes for compared', async (_, answer) => {
    server = await serve(answer);
    const problems: string[] = [];
    const records = await askOsv(server.url, [inventory(components)], { day: '2026-11-24T00:00:00Z', tell: (problem) => problems.push(problem) });
    const { compared, unmatched } = match(inventory(components), records);
    expect(problems).toHaveLength(1);
    expect([compared, unmatched.length]).toEqual([[], 3]);
  });
});

describe('the network', () => {
  const body = (): Buffer => zip([['A.json', JSON.stringify(npm('A', 'a'))]]);
  const update = async (from: string): Promise<string> => {
    const [one] = await updateDatabase(db, { from, ecosystems: ['npm'], now: '2026-11-24T10:00:00.000Z', say: quiet });
    return `${one?.how}${one?.problem === undefined ? '' : ` ${one.problem}`}`;
  };

  it('is reached through the proxy of the environment', async () => {
    server = await serve((path) => (path === 'http://osv.example.com/npm/all.zip' ? { body: body() } : undefined));
    process.env['http_proxy'] = server.url;
    try {
      expect(await update('http://osv.example.com')).toBe('fetched');
    } finally {
      delete process.env['http_proxy'];
    }
  });

  it('follows redirections, but not forever', async () => {
    server = await serve((path) => (path === '/npm/all.zip' ? { status: 302, headers: { location: '/elsewhere' } } : path === '/elsewhere' ? { body: body() } : path === '/round/npm/all.zip' ? { status: 301, headers: { location: '/round/npm/all.zip' } } : undefined));
    expect(await update(server.url)).toBe('fetched');
    expect(await update(`${server.url}/round`)).toBe('failed it redirects more than 5 times');
  });

  it('that breaks off is told', async () => {
    server = await serve(() => ({ headers: { 'content-length': '100000' }, body: body() }));
    const closing = server;
    setTimeout(() => void closing.end(), 300);
    expect(await update(server.url)).toMatch(/^failed (aborted|the connection ended|socket hang up|read ECONNRESET)/);
  });
});
