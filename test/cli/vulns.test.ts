/** The database and the view of it, as a user runs them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import { osv, wellKnown } from '../vulnerabilities/records.js';
import { command } from './demarc.js';

const demarc = command();
const lockfile = JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/lodash': { version: '4.17.20' }, 'node_modules/left-pad': { version: '1.0.0' } } });
const project = (): string => demarc.folder({ 'package-lock.json': lockfile, 'records.json': JSON.stringify(wellKnown), 'main.tf': 'resource "aws_sqs_queue" "q" {}\n' });
const LATE = ['--as-of', '2026-11-24'];

it('says that there is no database, and that nothing is known', () => {
  const cwd = project();
  const env = { DEMARC_DB: join(cwd, 'db') };
  expect(demarc(['db', 'status'], { cwd, env })).toMatchObject({ code: 0, out: expect.stringContaining('no vulnerability database at') as string });
  const ran = demarc(['vulns', '.', ...LATE], { cwd, env });
  expect(ran).toMatchObject({ code: 3, err: '' });
  expect(ran.out).toContain('not compared: there is no vulnerability database: `demarc db update` fetches one');
});

it('imports, tells its age, and finds', () => {
  const cwd = project();
  const env = { XDG_DATA_HOME: join(cwd, 'data') };
  expect(demarc(['db', 'import', 'records.json'], { cwd, env })).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`${wellKnown.length} records read`) as string });
  const status = demarc(['db', 'status', ...LATE], { cwd, env });
  expect(status.out).toMatch(/npm +1 records +1 packages {2}of 2026-11-20, 4 days old/);
  expect(JSON.parse(demarc(['db', 'status', '--format', 'json', ...LATE], { cwd, env }).out)).toMatchObject({ database: join(cwd, 'data/demarc/vulnerabilities'), problems: [] });
  const table = demarc(['vulns', 'package-lock.json', ...LATE], { cwd, env });
  expect(table).toMatchObject({ code: 1, err: '' });
  expect(table.out).toContain('high      7.2    CVE-2021-23337  lodash     4.17.20    4.17.21');
  expect(demarc(['vulns', '.', '--fail-on', 'critical', ...LATE], { cwd, env }).code).toBe(0);
  const scanned = demarc(['scan', '.', '--only', 'vulnerability-*', ...LATE], { cwd, env });
  expect(scanned.code).toBe(1);
  expect(scanned.out).toContain('package-lock.json/npm/lodash/CVE-2021-23337');
});

it('prints JSON by its schema, and SARIF', () => {
  const cwd = project();
  const env = { DEMARC_DB: join(cwd, 'db') };
  demarc(['db', 'import', 'records.json'], { cwd, env });
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('schemas/vulnerabilities.schema.json', 'utf8')) as object);
  for (const db of ['db', 'none']) {
    const json = JSON.parse(demarc(['vulns', '.', '--format', 'json', '--db', join(cwd, db), ...LATE], { cwd }).out) as { readonly subjects: readonly { readonly findings: readonly object[] }[] };
    validate(json);
    expect(validate.errors ?? []).toEqual([]);
    expect(json.subjects.map(({ findings }) => findings.length)).toEqual([db === 'db' ? 1 : 0]);
  }
  const sarif = JSON.parse(demarc(['vulns', '.', '--format', 'sarif', ...LATE], { cwd, env }).out) as { readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[] };
  expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('vulnerability-application-high');
});

it('tells what cannot be fetched or asked', () => {
  const cwd = project();
  const env = { DEMARC_DB: join(cwd, 'db') };
  expect(demarc(['db', 'update', '--from', 'http://127.0.0.1:9', '--ecosystem', 'npm'], { cwd, env })).toMatchObject({ code: 3, err: expect.stringContaining('npm:') as string });
  const asked = demarc(['vulns', '.', '--osv-api', 'http://127.0.0.1:9', ...LATE], { cwd, env });
  expect(asked.err).toContain('`http://127.0.0.1:9` could not be asked');
  expect(asked.out).toContain('the service could not be asked about `npm`');
  expect(asked.code).toBe(3);
});

it.each<readonly [readonly string[], RegExp]>([
  [['db', 'import'], /name an archive/],
  [['db', 'import', 'none.zip'], /`none\.zip` does not exist/],
  [['db', 'import', 'main.tf'], /holds no vulnerability records in OSV's format/],
  [['db', 'import', '--kev', 'main.tf'], /is no JSON/],
  [['db', 'update', '--ecosystem', 'nonsense'], /is no ecosystem that demarc compares/],
  [['vulns', 'none'], /does not exist/],
  [['vulns', '.', '--vex', 'main.tf'], /is no JSON/],
])('%j is a usage error of one line', (args, message) => {
  const cwd = project();
  const { code, err } = demarc(args, { cwd, env: { DEMARC_DB: join(cwd, 'db') } });
  expect(code).toBe(2);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toMatch(message);
});

it('a damaged database is told, and nothing passes by it', () => {
  const cwd = project();
  const env = { DEMARC_DB: join(cwd, 'db') };
  writeFileSync(join(cwd, 'records.json'), JSON.stringify([osv('GHSA-x', [{ ecosystem: 'npm', name: 'lodash', ranges: [['0']] }])]));
  demarc(['db', 'import', 'records.json'], { cwd, env });
  const { database } = JSON.parse(demarc(['db', 'status', '--format', 'json'], { cwd, env }).out) as { readonly database: string };
  const name = readdirSync(database).find((one) => one.startsWith('osv-npm-')) ?? '';
  writeFileSync(join(database, name), 'nothing');
  expect(demarc(['db', 'status'], { cwd, env })).toMatchObject({ code: 3, err: expect.stringContaining('is cut off or none of demarc') as string });
  expect(demarc(['vulns', '.'], { cwd, env }).code).toBe(3);
});
