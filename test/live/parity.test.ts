/** The same verdicts from both sides: of a template, and of the account that was made from it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan, scanResources } from '../../src/app/scan.js';
import type { Json, Ledger, Resource, Tree, Verdict } from '../../src/model/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { cases as base, type Case } from './parity-cases.js';
import { more } from './parity-more.js';
import { answered as answeredHere } from './parity-answered.js';
import { further } from './parity-further.js';
import { linked } from './parity-linked.js';
import { inServices } from './parity-services.js';
import { third } from './parity-third.js';
import { byCloudControl, notOnTheServer } from './parity-left-out.js';
import { fixtures } from './fixtures/index.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { connection } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';

const answered = [...answeredHere, ...further.answered];
const cases: readonly Case[] = [...base, ...more, ...third, ...linked, ...inServices, ...further.made, ...answered];

/** Values at the ends of what a template says, by path. */
function leaves(value: Json, path = ''): readonly (readonly [string, Json])[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => leaves(item, `${path}[${i}]`));
  if (value === null || typeof value !== 'object' || 'Ref' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`));
}

function told(tree: Tree, path: string): unknown {
  let here: Tree | undefined = tree;
  for (const step of path.split(/\.(?![^[]*\])|(?=\[)/)) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    here = index !== undefined ? (here?.kind === 'list' ? here.items[Number(index)] : undefined) : here?.kind === 'map' ? here.entries.get(step) : undefined;
  }
  return here?.kind === 'scalar' ? here.value : here?.kind;
}

describe.skipIf(!available)('parity', () => {
  let server: Server;
  let proxy: Proxy;
  let folder: string;
  let code: Ledger;
  let live: Ledger;
  let observed: readonly Resource[];
  const made = new Map<string, string>();
  const before = { ...process.env };
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    for (const one of cases) made.set(one.id, await one.make(connection(server.endpoint), made));
    folder = mkdtempSync(join(tmpdir(), 'demarc-parity-'));
    writeFileSync(join(folder, 'template.json'), JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: Object.fromEntries(cases.map(({ id, type, properties }) => [id, { Type: type, Properties: properties }])) }));
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    const asOf = '2026-11-01T00:00:00Z';
    ({ ledger: code } = await scanResources({ targets: [folder], asOf }));
    ({ ledger: live, resources: observed } = await scanResources({ targets: ['aws'], asOf, live: { regions: ['us-east-1'], trace: TRACE, deep: true, record: { folder: join(folder, 'account'), asOf } } }));
  }, 180_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
    // Last: what could not be made leaves no folder, and must leave no server.
    rmSync(folder, { recursive: true, force: true });
  });
  const ofCase = ({ id, type }: Case): Resource | undefined => observed.find((one) => one.type === type && (one.id === made.get(id) || one.id.endsWith(made.get(id) ?? '?')));

  it.each(cases)('$id ($type) is in the account what the template says', (one) => {
    const resource = ofCase(one);
    expect(resource, one.id).toBeDefined();
    const wrong = leaves(one.properties).flatMap(([path, value]) => {
      const is = told(resource!.properties, path);
      return String(is) === String(value) ? [] : [{ path, said: `${path} is ${String(is)}, not ${JSON.stringify(value)}` }];
    });
    const excused = Object.keys(one.unlike ?? {});
    expect(wrong.filter(({ path }) => !excused.some((start) => path.startsWith(start))).map(({ said }) => said)).toEqual([]);
    expect(excused.filter((start) => !wrong.some(({ path }) => path.startsWith(start)))).toEqual([]);
  });

  it.each(cases)('$id ($type) has the same verdicts on both sides', (one) => {
    const resource = ofCase(one);
    const of = (ledger: Ledger, its: (verdict: Verdict) => boolean): ReadonlyMap<string, Verdict> => new Map(ledger.verdicts.filter(its).map((verdict) => [verdict.check, verdict]));
    const here = of(code, (verdict) => verdict.resource.address === one.id && verdict.resource.type === one.type);
    const there = of(live, (verdict) => verdict.resource.id === resource?.id && verdict.resource.type === one.type);
    const said = (verdict: Verdict | undefined): string => (verdict === undefined ? 'not asked' : `${verdict.status} (${verdict.reasons.map(({ detail }) => detail).join('; ') || verdict.message})`);
    const differing = [...new Set([...here.keys(), ...there.keys()])].filter((check) => here.get(check)?.status !== there.get(check)?.status).map((check) => ({ check, said: `template ${said(here.get(check))}, account ${said(there.get(check))}` }));
    const excused = one.differs ?? {};
    expect(differing.filter(({ check }) => excused[check] === undefined)).toEqual([]);
    // A reason for what does not differ is one that nobody needs to read.
    expect(Object.keys(excused).filter((check) => differing.every((other) => other.check !== check))).toEqual([]);
  });

  it('compares enough to mean something', () => {
    const compared = code.verdicts.filter(({ resource }) => cases.some(({ id }) => id === resource.address));
    expect(new Set(cases.map(({ type }) => type)).size).toBeGreaterThan(140);
    expect(compared.length).toBeGreaterThan(500);
    expect(new Set(compared.map(({ status }) => status))).toContain('fail');
  });

  it('tells of each type that is read of accounts whether it is compared', () => {
    const read = new Set(collectors.flatMap(({ type, makes = [] }) => [type, ...makes.map((one) => one.type)]).filter((type) => type.startsWith('AWS::')));
    const compared = cases.map(({ type }) => type).filter((type) => read.has(type));
    const named = [...new Set(compared), ...byCloudControl, ...Object.keys(notOnTheServer)];
    expect(named.sort()).toEqual([...read].sort());
    for (const { fixture } of answered) expect([...fixtures.keys()]).toContain(fixture);
  });

  it('is answered alike by each check alone, which asks for less', async () => {
    const all = await scan({ targets: [join(folder, 'account')] });
    const byCheck = new Map<string, readonly string[]>();
    const said = ({ resource, status, message }: Verdict): string => `${resource.id} ${status} ${message}`;
    for (const verdict of all.verdicts) byCheck.set(verdict.check, [...(byCheck.get(verdict.check) ?? []), said(verdict)]);
    const differing: string[] = [];
    for (const [id, expected] of byCheck) {
      const { verdicts } = await scan({ targets: [join(folder, 'account')], only: [id], secrets: false });
      const alone = verdicts.map(said);
      if (alone.join('\n') !== expected.join('\n')) differing.push(`${id}: ${alone.filter((one) => !expected.includes(one)).join('; ')}, not ${expected.filter((one) => !alone.includes(one)).join('; ')}`);
    }
    expect(differing).toEqual([]);
    expect(byCheck.size).toBeGreaterThan(200);
  }, 300_000);
});
