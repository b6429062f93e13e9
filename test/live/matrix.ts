/** The matrix of faults, derived from the table of collectors: each operation by each fault. A new row cannot escape it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger, Verdict } from '../../src/model/index.js';
import type { Collector, ListRow, MakeRow, ReadRow } from '../../src/sources/aws/collector.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { listsOf } from '../../src/sources/aws/permissions.js';
import { operationName, type AccountOptions } from '../../src/sources/aws/read.js';
import { faults, startProxy, TRACE, type Proxy } from './faults.js';
import { connection, seed } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';

interface Case {
  readonly collector: Collector;
  readonly operation: string;
  /** As the client calls it. */
  readonly command: string;
  readonly permission: string;
  /** Where its reply says that there is more, of a list. */
  readonly token: string | undefined;
  /** Of a list that the collector's own list is made over, or of its own list. */
  readonly lists: boolean;
}

function casesOf(collector: Collector): readonly Case[] {
  const one = (row: ListRow | ReadRow | MakeRow, isList: boolean): Case => ({ collector, operation: operationName(collector.service, row), command: row.command.replace(/Command$/, ''), permission: row.permission, token: (row as ListRow | ReadRow).next?.out, lists: isList });
  return [...listsOf(collector.list).map((row) => one(row, true)), ...[...(collector.reads ?? []), ...(collector.makes ?? [])].map((row) => one(row, false))];
}

const key = ({ check, resource }: Verdict): string => `${check} ${resource.id}`;
const byKey = ({ verdicts }: Ledger): ReadonlyMap<string, Verdict> => new Map(verdicts.map((verdict) => [key(verdict), verdict]));

/** Cases of the services for which `mine` says yes; several files share the table, so that they run side by side. */
export function faultMatrix(name: string, mine: (service: string) => boolean): void {
  const two = new Set(collectors.filter(({ service }) => service === 'cloudcontrol').slice(0, 2).map(({ type }) => type));
  const cases = collectors
    .filter(({ service }) => mine(service))
    // What Cloud Control answers for one type, it answers for all: two show it.
    .filter((one) => one.service !== 'cloudcontrol' || two.has(one.type))
    .flatMap(casesOf)
    .filter(({ operation, collector }, i, all) => all.findIndex((one) => one.operation === operation && one.collector === collector) === i);

  describe.skipIf(!available)(`faults of ${name}`, () => {
    let server: Server;
    let proxy: Proxy;
    const before = { ...process.env };
    beforeAll(async () => {
      server = await startServer();
      proxy = await startProxy(server.endpoint);
      await seed(connection(server.endpoint));
      Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    }, 120_000);
    afterAll(async () => {
      process.env = before;
      await proxy.stop();
      await server.stop();
    });
    const read = (live: AccountOptions): Promise<Ledger> => scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { attempts: 1, timeout: 5_000, pause: 1, trace: TRACE, deep: true, regions: ['us-east-1'], ...live } });
    const bases = new Map<string, Promise<ReadonlyMap<string, Verdict>>>();
    const baseOf = (service: string, table: readonly Collector[]): Promise<ReadonlyMap<string, Verdict>> => bases.get(service) ?? bases.set(service, read({ table }).then(byKey)).get(service) ?? Promise.reject(new Error('unreachable'));

    it.each(cases)('$operation for $collector.type: what it would have told is unknown, the rest unchanged', { timeout: 60_000 }, async ({ collector, operation, command, permission, token, lists: isList }) => {
      const table = collector.service === 'cloudcontrol' ? [collector] : collectors.filter(({ service }) => service === collector.service);
      proxy.breaks(undefined);
      const base = await baseOf(collector.service === 'cloudcontrol' ? collector.type : collector.service, table);
      for (const fault of faults) {
        if (fault === 'empty pages' && token === undefined) continue; // it has one page only
        proxy.breaks(command, fault, token);
        const ledger = await read({ table, attempts: fault === 'throttled twice' ? 3 : 1, timeout: fault === 'no answer' ? 250 : 5_000 });
        // The seeded account holds something of every kind that is asked about: a case that deals no fault proves nothing.
        expect(proxy.dealt(), `${fault} of ${operation}`).toBeGreaterThan(0);
        const after = byKey(ledger);
        if (fault === 'throttled twice') {
          expect([...after].map(([name, { status }]) => `${name} ${status}`).sort(), fault).toEqual([...base].map(([name, { status }]) => `${name} ${status}`).sort());
          continue;
        }
        // What only a detail is missing of keeps all its rows.
        if (!isList) for (const [name, { resource }] of base) if (resource.type === collector.type) expect([...after.keys()], `${fault}: ${name}`).toContain(name);
        // Nothing is decided by what the operation did not say.
        for (const [name, { status, evidence }] of after) if (status !== 'unknown') expect(evidence.map((one) => one.operation), `${fault}: ${name} ${status}`).not.toContain(operation);
        for (const [name, verdict] of after) {
          const was = base.get(name);
          if (was === undefined) expect(`${fault}: ${name} ${verdict.status}`).toBe(`${fault}: ${name} unknown`);
          else if (verdict.status !== was.status) expect(`${fault}: ${name} ${verdict.status}`).toBe(`${fault}: ${name} unknown`);
        }
        const said = [...ledger.coverage.map(({ asked, reason }) => `${asked} ${reason ?? ''}`), ...ledger.verdicts.flatMap(({ reasons }) => reasons.map(({ detail }) => detail))].join('\n');
        expect(said, fault).toContain(operation);
        if (fault === 'no answer') expect(said).toContain('did not answer in time');
        if (fault === 'throttled to the end') expect(said).toContain('throttled');
        if (fault === 'denied') expect(said).toContain(`it needs \`${permission}\``);
      }
      proxy.breaks(undefined);
    });
  });
}
