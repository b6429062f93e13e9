/**
 * Least privilege, as far as code tells it: what a role of a stack is granted although the stack has nothing to use it on, and the
 * policy without that.
 */
import { knownText, type PlacedDocument, type PolicyText, type Statement } from '../iam/index.js';
import { globMatches } from '../iam/match.js';
import { statementEvidence } from '../iam/questions.js';
import { actionNamed, servicePrefixes } from '../schema/iam/index.js';
import { expandActions } from '../iam/expand.js';
import { holdersIn } from '../access/holders.js';
import { formOf } from '../access/forms.js';
import { resourceType } from '../schema/iam/index.js';
import type { Identity, World } from '../access/world.js';
import { identityNamed } from '../access/who-can.js';
import { plainEvidence } from '../ledger/verdict.js';
import type { Excess, LeastEntry, LeastResult } from '../reports/access-result.js';
import { readWorlds, reasonsOf, type AccessOptions } from './access.js';
import { TargetError } from './scan.js';

/** For the roles that are named, or for each that a workload of the code runs with. */
export async function leastPrivilege(roles: readonly string[], options: AccessOptions): Promise<LeastResult> {
  const { worlds, coverage, errors } = await readWorlds(options);
  const found: LeastEntry[] = [];
  for (const world of worlds) {
    const holders = holdersIn(world);
    const chosen = roles.length === 0 ? world.identities.filter((one) => one.kind === 'role' && holders.of.has(one)) : roles.flatMap((name) => identityNamed(world, name) ?? []);
    const arns = arnsByService(world);
    for (const role of chosen) found.push(entryOf(role, arns));
  }
  if (roles.length > 0 && found.length === 0) throw new TargetError(`no role is called \`${roles[0] ?? ''}\``);
  return { least: found.filter(({ excess }) => excess.length > 0 || roles.length > 0), coverage, errors };
}

/** The ARNs of the stack's own resources, by service prefix. */
function arnsByService({ resources, names }: World): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const resource of resources) {
    const arn = resource.type === 'AWS::IAM::ManagedPolicy' ? undefined : names.arn(resource);
    const service = arn?.split(':')[2];
    if (arn === undefined || service === undefined) continue;
    const there = found.get(service);
    if (there === undefined) found.set(service, [arn]);
    else there.push(arn);
  }
  return found;
}

/** Services that a workload uses without having a resource of them in its stack. */
const AMBIENT = new Set(['logs', 'cloudwatch', 'xray', 'sts', 'ssmmessages', 'ec2messages', 'ecr', 'kms']);

interface NarrowStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: unknown;
}

function entryOf(role: Identity, arns: ReadonlyMap<string, readonly string[]>): LeastEntry {
  const excess: Excess[] = [];
  const narrowed: NarrowStatement[] = [];
  for (const document of role.policies.identity?.documents ?? []) {
    for (const [index, statement] of document.policy.statements.entries()) narrowed.push(...narrow(statement, document, index, arns, excess));
  }
  const { open } = role.policies.identity ?? {};
  return {
    role: { id: role.resource.id, address: role.resource.address },
    excess,
    policy: JSON.stringify({ Version: '2012-10-17', Statement: narrowed }, null, 2),
    reasons: reasonsOf(open === undefined ? [] : [open]),
  };
}

function narrow(statement: Statement, { place }: PlacedDocument, index: number, arns: ReadonlyMap<string, readonly string[]>, excess: Excess[]): readonly NarrowStatement[] {
  const resources = texts(statement.resources?.values);
  const at = plainEvidence(statementEvidence(statement, place, index));
  const condition = statement.conditions.length === 0 ? {} : { Condition: conditionOf(statement) };
  if (statement.effect === 'Deny') return [{ Effect: 'Deny', Action: texts(statement.actions?.values), Resource: resources, ...condition }];
  const patterns = statement.notActions === undefined ? texts(statement.actions?.values) : ['*'];
  const byService = new Map<string, string[]>();
  for (const pattern of patterns) {
    const service = pattern.includes(':') ? pattern.slice(0, pattern.indexOf(':')).toLowerCase() : '*';
    const services = /[*?]/.test(service) ? servicePrefixes().filter((one) => globMatches(service, one)) : [service];
    // Of every service, those that the stack has something of are left.
    const kept = services.length > 1 ? services.filter((one) => arns.has(one) || one === 'logs') : services;
    if (services.length > 1) excess.push({ at, finding: `\`${pattern}\` grants ${services.length} services; this code has resources of ${kept.length === 0 ? 'none' : kept.join(', ')}` });
    for (const one of kept) byService.set(one, [...(byService.get(one) ?? []), services.length > 1 ? `${one}:*` : pattern]);
  }
  const out: NarrowStatement[] = [];
  for (const [service, wanted] of byService) {
    const own = arns.get(service) ?? [];
    if (own.length === 0 && !AMBIENT.has(service) && !resources.some((one) => one.startsWith('arn:') && !one.endsWith(':*') )) {
      excess.push({ at, finding: `\`${service}\` is granted, and this code has no resource of it` });
      continue;
    }
    const actions: string[] = [];
    for (const pattern of wanted) {
      const all = /[*?]/.test(pattern) ? expandActions(pattern) : [pattern];
      // Of a wildcard, what uses the stack's own resources is left; what is about the whole account goes with what manages the service.
      const data = /[*?]/.test(pattern) ? all.filter((action) => isData(action) && (own.length === 0 || (actionNamed(action)?.resourceTypes.length ?? 0) > 0)) : all;
      if (data.length < all.length) excess.push({ at, finding: `\`${pattern}\` covers ${all.length - data.length} actions that manage the service instead of using it` });
      actions.push(...(data.length === 0 ? all : data));
    }
    const wide = resources.includes('*');
    if (wide && own.length > 0) excess.push({ at, finding: `\`*\` where this code names ${own.length === 1 ? `\`${own[0] ?? ''}\`` : `${own.length} resources of ${service}`}` });
    for (const [where, some] of byResource(actions, service, wide ? own : resources, wide)) out.push({ Effect: 'Allow', Action: some, Resource: where, ...condition });
  }
  return out;
}

/** Reads, writes and lists of what is in a resource, not the making, removing and opening of the resource. */
function isData(action: string): boolean {
  const known = actionNamed(action);
  if (known === undefined || known.accessLevel === 'Permissions management' || known.accessLevel === 'Tagging') return false;
  return !(known.accessLevel === 'Write' && /^(Create|Delete|Put|Update|Modify|Set|Register|Deregister)(Bucket|Table|Queue|Topic|Function|Secret|Repository|DB|Cluster|Stream|Key|Alias|Policy|.*(Configuration|Policy|Settings|Replication|Lifecycle|Encryption|Versioning|Tagging|Acl|Attributes|Backup|Layer|Url|Concurrency|Permission))/.test(known.name));
}

/** Actions with the resources that each takes: what has none needs a star. */
function byResource(actions: readonly string[], service: string, arns: readonly string[], fit: boolean): readonly (readonly [readonly string[], readonly string[]])[] {
  if (!fit || arns.length === 0) return actions.length === 0 ? [] : [[arns.length === 0 ? ['*'] : arns, short([...new Set(actions)])]];
  const groups = new Map<string, { readonly where: readonly string[]; readonly actions: Set<string> }>();
  for (const action of actions) {
    const types = actionNamed(action)?.resourceTypes ?? [];
    const where = types.length === 0 ? ['*'] : [...new Set(types.flatMap(({ name }) => fitting(service, name, arns)))];
    if (where.length === 0) continue;
    const key = where.join(' ');
    const there = groups.get(key);
    if (there === undefined) groups.set(key, { where, actions: new Set([action]) });
    else there.actions.add(action);
  }
  return [...groups.values()].map(({ where, actions: some }) => [where, short([...some])]);
}

/** The stack's ARNs that are of a resource type, or in which that type lies. */
function fitting(service: string, type: string, arns: readonly string[]): readonly string[] {
  const forms = (resourceType(service, type)?.arns ?? []).map((form) => formOf(form, '?*'));
  return arns.flatMap((arn) => forms.flatMap((form) => (globMatches(form.replaceAll('?*', '*'), arn) && depth(form) === depth(arn) ? [arn] : depth(form) === depth(arn) + 1 && globMatches(form.replaceAll('?*', '*'), `${arn}/x`) ? [`${arn}/*`] : [])));
}

const depth = (arn: string): number => arn.split('/').length;
const short = (actions: readonly string[]): readonly string[] => [...actions].sort();
const texts = (values: readonly PolicyText[] | undefined): readonly string[] => (values ?? []).flatMap((value) => knownText(value) ?? []);

function conditionOf({ conditions }: Statement): Readonly<Record<string, Record<string, readonly string[]>>> {
  const found: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, quantifier, ifExists, key, values } of conditions) (found[`${quantifier === undefined ? '' : `${quantifier}:`}${operator}${ifExists ? 'IfExists' : ''}`] ??= {})[key] = texts(values.values);
  return found;
}
