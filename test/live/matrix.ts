/** The matrix of faults, derived from the table of collectors: each operation by each fault. A new row cannot escape it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger, Reason, Verdict } from '../../src/model/index.js';
import type { Collector, ListRow, MakeRow, ReadRow } from '../../src/sources/aws/collector.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { listsOf } from '../../src/sources/aws/permissions.js';
import { operationName, type AccountOptions } from '../../src/sources/aws/read.js';
import { faults, startProxy, TRACE, type Fault, type Proxy } from './faults.js';
import { connection, seed } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';
import { SHARES } from './shares.js';

export interface Case {
  readonly collector: Collector;
  readonly operation: string;
  /** As the client calls it. */
  readonly command: string;
  readonly permission: string;
  /** Where its reply says that there is more, of a list. */
  readonly token: string | undefined;
  /** `list`: the collector's own, or one that it is made over. `names`: the one that is asked when that is denied. */
  readonly kind: 'list' | 'names' | 'detail';
  readonly makes?: string;
}

function casesOf(collector: Collector): readonly Case[] {
  const one = (row: ListRow | ReadRow | MakeRow, kind: Case['kind']): Case => ({ collector, operation: operationName(collector.service, row), command: row.command.replace(/Command$/, ''), permission: row.permission, token: row.next?.out, kind, makes: 'type' in row ? row.type : undefined });
  const names = collector.names === undefined ? [] : listsOf(collector.names.list).map((row) => one(row, 'names'));
  return [...listsOf(collector.list).map((row) => one(row, 'list')), ...names, ...[...(collector.reads ?? []), ...(collector.makes ?? [])].map((row) => one(row, 'detail'))];
}

/** All of the table; of the types that Cloud Control answers for, as it answers for all alike, two. */
export function casesFor(mine: (service: string) => boolean): readonly Case[] {
  const two = new Set(['AWS::CodeArtifact::Domain', 'AWS::Amplify::App']);
  return collectors
    .filter((one) => mine(one.service) && (one.service !== 'cloudcontrol' || two.has(one.type)))
    .flatMap(casesOf)
    .filter(({ operation, collector }, i, all) => all.findIndex((one) => one.operation === operation && one.collector === collector) === i);
}

/** A list of one page cannot say that there is more. */
export const faultsOf = ({ token }: Case): readonly Fault[] => faults.filter((fault) => fault !== 'empty pages' || token !== undefined);

const key = ({ check, resource }: Verdict): string => `${check} ${resource.id}`;
const byKey = ({ verdicts }: Ledger): ReadonlyMap<string, Verdict> => new Map(verdicts.map((verdict) => [key(verdict), verdict]));
const typesOf = ({ type, makes = [] }: Collector): readonly string[] => [type, ...makes.map((one) => one.type)];

/** What a verdict that nobody could reach says is the matter. */
const KINDS: Readonly<Record<Exclude<Fault, 'throttled twice'>, readonly Reason['kind'][]>> = {
  denied: ['access-denied'],
  'throttled to the end': ['throttled'],
  'server error': ['not-collected'],
  reset: ['not-collected'],
  'no answer': ['not-collected'],
  truncated: ['not-collected', 'malformed'],
  'another page': ['malformed'],
  'empty pages': ['malformed'],
};
/** Operations on which no verdict turns when the service is read by itself, and why. */
const IDLE: readonly (readonly [why: string, operations: string])[] = [
  ['an account and its regions are there all the same', 'sts:GetCallerIdentity'],
  ['tags are for --tag and for the reader', 's3:GetBucketTagging cloudfront:ListTagsForResource ecr:ListTagsForResource elasticloadbalancing:DescribeTags dynamodb:ListTagsOfResource logs:ListTagsForResource'],
  ['what it tells of decides on resources of other services', 'codecommit:ListRepositoriesForApprovalRuleTemplate wafv2:ListResourcesForWebACL backup:ListBackupSelections backup:ListBackupPlans backup:GetBackupSelection securityhub:DescribeHub'],
  ['what it tells of wears security groups, with what others tell of', 'apigateway:GetVpcLinks events:ListRules elasticfilesystem:DescribeMountTargets elasticfilesystem:DescribeMountTargetSecurityGroups rds:DescribeDBProxies batch:DescribeComputeEnvironments ecs:DescribeServices ecs:ListServices ec2:DescribeNetworkInterfaces ec2:DescribeNatGateways iam:ListInstanceProfiles'],
  ['what an organization forbids holds in its other accounts: test/live/organization.test.ts', 'organizations:ListAccounts organizations:ListParents organizations:ListOrganizationalUnitsForParent organizations:ListRoots organizations:ListPolicies organizations:DescribePolicy organizations:ListTargetsForPolicy'],
  ['what is planned for machines is told; what they report is judged', 'ssm:DescribeMaintenanceWindowTargets'],
  ['a plan that backs it up elsewhere decides as well', 'elasticfilesystem:DescribeBackupPolicy'],
  ['access and the line are told from it, no check is', 'comprehend:DescribeResourcePolicy cloudsearch:DescribeServiceAccessPolicies iam:GetOpenIDConnectProvider iam:ListOpenIDConnectProviders ec2:GetImageBlockPublicAccessState ec2:DescribeInternetGateways ec2:DescribeVpcPeeringConnections ec2:DescribeVpcEndpointServicePermissions apigateway:GetRequestValidators events:DescribeEventBus config:DescribeDeliveryChannels elasticloadbalancing:DescribeTargetGroupAttributes dynamodb:DescribeTimeToLive logs:DescribeMetricFilters cloudtrail:GetInsightSelectors'],
];
/** Calls of the operation that reading makes before it comes to the table: who asks is asked first. */
const BEFORE: Readonly<Record<string, number>> = { 'sts:GetCallerIdentity': 2 };

/** Cases of the services of a share; several files share the table, so that they run side by side. */
export function faultMatrix(name: keyof typeof SHARES): void {
  const cases = casesFor(SHARES[name]);

  describe.skipIf(!available)(`faults of ${name}`, () => {
    let server: Server;
    let proxy: Proxy;
    let dealt = 0;
    let touched = 0;
    const before = { ...process.env };
    beforeAll(async () => {
      server = await startServer();
      proxy = await startProxy(server.endpoint, true);
      await seed(connection(server.endpoint));
      Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    }, 120_000);
    afterAll(async () => {
      process.env = before;
      process.stdout.write(`fault matrix, ${name}: ${cases.length} operations of collectors, ${dealt} cases of ${faults.length} faults, ${touched} verdicts taken back\n`);
      await proxy.stop();
      await server.stop();
    });
    const read = (live: AccountOptions): Promise<Ledger> => scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { attempts: 1, timeout: 5_000, pause: 1, wait: 1, trace: TRACE, deep: true, regions: ['us-east-1'], ...live } });
    /** On a busy machine others may not answer in a quarter of a second either: then more time is given. */
    const under = async (fault: Fault, table: readonly Collector[], deal: () => void, operation: string): Promise<Ledger> => {
      for (const timeout of fault === 'no answer' ? [250, 1_000, 4_000] : [20_000]) {
        deal();
        const last = timeout >= 4_000;
        const ledger = await read({ table, attempts: fault === 'throttled twice' ? 3 : 1, timeout }).catch((error: unknown) => {
          if (last) throw error;
        });
        if (ledger === undefined) continue;
        if (last || !ledger.coverage.some(({ asked, reason }) => asked !== operation && reason?.includes('did not answer in time') === true)) return ledger;
      }
      throw new Error('unreachable');
    };
    const bases = new Map<string, Promise<Ledger>>();
    const baseOf = (name: string, table: readonly Collector[]): Promise<Ledger> => bases.get(name) ?? bases.set(name, read({ table })).get(name) ?? Promise.reject(new Error('unreachable'));

    it.each(cases)('$operation for $collector.type: what it would have told is unknown, the rest unchanged', { timeout: 60_000 }, async (one) => {
      const { collector, operation, command, permission, token, kind, makes } = one;
      const ofCloudControl = collector.service === 'cloudcontrol';
      const table = ofCloudControl ? [collector] : collectors.filter(({ service }) => service === collector.service);
      // Names are asked for when the list that tells more is denied.
      const also = kind === 'names' ? [collector.list.command.replace(/Command$/, '')] : [];
      proxy.breaks(undefined);
      proxy.denies(also);
      const base = byKey(await baseOf([ofCloudControl ? collector.type : collector.service, ...also].join(' '), table));
      /** Types whose members are found by it, in whichever collector. */
      const found = new Set(table.filter((other) => [...listsOf(other.list), ...(other.names === undefined ? [] : listsOf(other.names.list))].some((row) => operationName(other.service, row) === operation)).flatMap(typesOf));
      let unknowns = 0;
      for (const fault of faultsOf(one)) {
        const where = (text: string): string => `${fault} of ${operation}: ${text}`;
        const ledger = await under(fault, table, () => proxy.breaks(command, fault, token, BEFORE[operation]), operation);
        // The seeded account holds something of every kind that is asked about: a case that deals no fault proves nothing.
        expect(proxy.dealt(), where('dealt')).toBeGreaterThan(0);
        dealt++;
        const after = byKey(ledger);
        if (fault === 'throttled twice') {
          expect([...after].map(([name, { status }]) => `${name} ${status}`).sort(), fault).toEqual([...base].map(([name, { status }]) => `${name} ${status}`).sort());
          continue;
        }
        const wrong: string[] = [];
        const blames = ({ reasons }: Verdict): boolean => reasons.some(({ kind: why, detail }) => detail.includes(`\`${operation}\``) && KINDS[fault].includes(why));
        for (const [name, was] of base) {
          const is = after.get(name);
          const told = was.evidence.some((value) => value.operation === operation);
          if (is === undefined) {
            unknowns++;
            // Only what it lists may be missing, and what it tells of beside a resource: something that may be there stands for that.
            if (kind === 'detail' ? was.resource.type !== makes : !found.has(was.resource.type)) wrong.push(where(`${name} ${was.status} is missing`));
          } else if (is.status === 'unknown') {
            if (was.status !== 'unknown') unknowns++;
            if (was.status !== 'unknown' && !blames(is)) wrong.push(where(`${name} became unknown for another reason: ${JSON.stringify(is.reasons)}`));
          } else {
            // What another value decides stays decided by that.
            if (is.status !== was.status) wrong.push(where(`${name} was ${was.status} and is ${is.status}`));
            if (is.evidence.some((value) => value.operation === operation)) wrong.push(where(`${name} ${is.status} is decided by what was not told`));
            if (told && is.evidence.length === 0) wrong.push(where(`${name} ${is.status} is decided by nothing`));
          }
        }
        for (const [name, is] of after) {
          if (base.has(name)) continue;
          unknowns++;
          if (is.status !== 'unknown' || !blames(is)) wrong.push(where(`${name} ${is.status} was not there`));
        }
        expect(wrong.slice(0, 20)).toEqual([]);
        // The ledger names the operation, and what went wrong with it.
        const said = ledger.coverage.filter(({ answered, asked }) => !answered && asked === operation).map(({ reason = '' }) => reason);
        expect(said.length, where('is a line of the ledger')).toBeGreaterThan(0);
        const words = { denied: `it needs \`${permission}\``, 'throttled to the end': 'throttled', 'no answer': 'did not answer in time' }[fault as string] ?? '';
        for (const line of said) expect(line, where('says why')).toContain(words);
      }
      touched += unknowns;
      // A case in which nothing is taken back proves only that the ledger tells of it: each has its reason, and no more have it than must.
      const idle = IDLE.find(([, operations]) => operations.split(' ').includes(operation));
      if (unknowns === 0) expect(idle, `nothing turns on ${operation}: seed what it tells of, or say why not`).toBeDefined();
      else expect(idle, `something turns on ${operation}`).toBeUndefined();
      proxy.breaks(undefined);
      proxy.denies([]);
    });
  });
}
