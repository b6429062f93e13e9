/** Questions of access over any source: who can, can, public, paths. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ANYTHING, evaluate, parsePolicy, RequestContext, accountInArn, type AccessRequest, type Decision, type DecidingStatement, type KeyValue, type PolicySet } from '../iam/index.js';
import { statementEvidence } from '../iam/questions.js';
import type { CoverageLine, Origin, Reason, Resource } from '../model/index.js';
import type { LedgerEvidence } from '../model/ledger.js';
import { plainEvidence } from '../ledger/verdict.js';
import type { CanResult, PathEntry, PathsResult, PublicEntry, PublicResult, ReadResult, ResultReason, WhoCanResult } from '../reports/access-result.js';
import { exposuresIn } from '../access/public.js';
import { Escalation } from '../access/escalation/paths.js';
import type { Path } from '../access/escalation/hops.js';
import { identityNamed, policiesOf, whoCan } from '../access/who-can.js';
import { able } from '../access/able.js';
import { reaching } from '../access/interest.js';
import { worldsOf, type World } from '../access/world.js';
import { readTargets, TargetError, type ScanOptions } from './scan.js';

export interface AccessOptions extends Omit<ScanOptions, 'checks' | 'only' | 'skip' | 'baseline'> {
  /** Number of the account that the code is for. */
  readonly account?: string;
  /** Other accounts that are trusted. */
  readonly trusted?: readonly string[];
  /** The organization's id. */
  readonly organization?: string;
  /** Files of service control policies, a file for each level above the account; of resource control policies. */
  readonly scps?: readonly string[];
  readonly rcps?: readonly string[];
}

export interface Reading extends ReadResult {
  readonly worlds: readonly World[];
}

/** The principals and resources of the targets, without judging them. */
export async function readWorlds(options: AccessOptions, ...arns: readonly string[]): Promise<Reading> {
  const reading = await readTargets(options);
  const [{ adapt }, { fold }, { link }] = await Promise.all([import('../adapt/index.js'), import('../graph/fold.js'), import('../graph/link.js')]);
  const { adapted, coverage, mentions } = adapt(reading.raws);
  const resources: readonly Resource[] = link(fold(adapted, mentions));
  // Whoever asks for an ARN with an account means the account of this code.
  const account = options.account ?? arns.map((arn) => (arn.startsWith('arn:') ? accountInArn(arn) : undefined)).find((one) => one !== undefined && /^\d{12}$/.test(one));
  return { worlds: worldsOf(resources, { account, scps: controlPolicies(options, options.scps), rcps: controlPolicies(options, options.rcps), unread: (root, type) => reading.unread.get(root)?.(type) }), coverage: [...reading.coverage, ...coverage], errors: reading.errors };
}

/** Control policies from files of JSON; undefined where none is given, so that nothing is held back. */
function controlPolicies({ cwd = '.' }: AccessOptions, files: readonly string[] | undefined): readonly PolicySet[] | undefined {
  return files?.map((file): PolicySet => {
    const at: Origin = { kind: 'source', file, line: 1, column: 1 };
    let text: string;
    try {
      text = readFileSync(resolve(cwd, file), 'utf8');
    } catch {
      throw new TargetError(`\`${file}\` cannot be read`);
    }
    return { documents: [{ policy: parsePolicy({ kind: 'scalar', value: text, at }), place: { path: file } }] };
  });
}

/** Every resource that somebody outside the account gets to, or may get to, widest first; `everything`: also those that nobody does. */
export async function publicResources(options: AccessOptions & { readonly everything?: boolean }): Promise<PublicResult> {
  const { worlds, coverage, errors } = await readWorlds(options);
  const entries = worlds.flatMap((world) =>
    exposuresIn(world, options).map(({ resource, arn, reach, witness, decision, who, open, heldBack }): PublicEntry => ({
      resource: { id: resource.id, type: resource.type, address: resource.address, arn },
      verdict: reach === 'none' && open !== undefined ? 'unknown' : reach,
      who,
      witness: witness === undefined ? undefined : { principal: principalIn(witness), action: witness.action, resource: witness.resource, context: contextOf(witness, decision) },
      evidence: evidenceOf(decision?.because ?? []),
      reasons: reasonsOf(open ?? []),
      heldBack,
    })),
  );
  const shown = entries.filter(({ verdict }) => options.everything === true || verdict !== 'none');
  return { public: shown.sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict) || (a.resource.id < b.resource.id ? -1 : 1)), coverage, errors };
}

const RANK: readonly PublicEntry['verdict'][] = ['public', 'conditional', 'named', 'unknown', 'none'];

function principalIn({ caller }: AccessRequest): string {
  switch (caller.kind) {
    case 'anonymous':
      return '*';
    case 'service':
      return caller.service;
    case 'federated':
      return caller.provider;
    case 'root':
      return `arn:aws:iam::${caller.account}:root`;
    default:
      return caller.arn;
  }
}

/** The keys that the deciding statements look at, and whether the connection is encrypted. */
function contextOf({ context }: AccessRequest, decision: Decision | undefined): Readonly<Record<string, readonly string[]>> {
  const asked = new Set((decision?.because ?? []).flatMap(({ statement }) => statement.conditions.map(({ key }) => key)));
  return Object.fromEntries([...context.entries()].flatMap(([key, value]): readonly (readonly [string, readonly string[]])[] => (value !== undefined && value !== 'unknown' && (asked.has(key) || SHOWN.has(key)) ? [[key, value]] : [])));
}
const SHOWN = new Set(['aws:sourcevpce', 'aws:sourcevpc', 'sts:externalid', 'aws:sourcearn', 'aws:sourceaccount']);

export async function whoCanDo(action: string, resource: string, options: AccessOptions): Promise<WhoCanResult> {
  checkAction(action);
  const { worlds, coverage, errors } = await readWorlds(options, resource);
  return { whoCan: worlds.flatMap((world) => whoCan(world, action, arnOf(world, resource)).map((one) => ({ ...one, statements: evidenceOf(one.statements), reasons: reasonsOf(one.reasons) }))), coverage, errors };
}

export async function canDo(principal: string, action: string, resource: string, options: AccessOptions & { readonly context?: Readonly<Record<string, string | readonly string[]>> }): Promise<CanResult> {
  checkAction(action);
  let { worlds, coverage, errors } = await readWorlds(options, resource);
  // An ARN may tell our account's number, or be of somebody else's: it tells it if we have a principal of that name.
  if (principal.startsWith('arn:') && !worlds.some((world) => identityNamed(world, principal) !== undefined)) {
    const told = await readWorlds(options, principal);
    if (told.worlds.some((world) => identityNamed(world, principal) !== undefined)) ({ worlds, coverage, errors } = told);
  }
  // Of several accounts the one that has the principal answers, and not one to which it is a stranger.
  const home = worlds.filter((world) => identityNamed(world, principal) !== undefined);
  for (const world of home.length > 0 ? home : worlds) {
    const identity = identityNamed(world, principal);
    if (identity === undefined && !OUTSIDER.test(principal)) continue;
    const on = arnOf(world, resource);
    const given = Object.entries(options.context ?? {}).map(([key, value]): readonly [string, KeyValue] => [key, typeof value === 'string' ? [value] : value]);
    const tags = [...(identity?.tags ?? [])].map(([key, value]): readonly [string, KeyValue] => [`aws:principaltag/${key}`, value === undefined ? 'unknown' : [value]]);
    const outside = OUTSIDER.exec(principal);
    const caller = identity?.caller ?? (principal === '*' || principal === 'anonymous' ? ({ kind: 'anonymous' } as const) : principal.includes(':user/') ? ({ kind: 'user', arn: principal, account: outside?.[1] ?? '' } as const) : ({ kind: 'role', arn: principal, account: outside?.[1] ?? '' } as const));
    const decision = evaluate({ caller, action, resource: on, resourceAccount: accountInArn(on) ?? world.account, context: new RequestContext([...tags, ...given], true) }, { ...(identity === undefined ? { identity: ANYTHING } : identity.policies), resource: policiesOf(world, on) });
    return { principal: identity?.arn ?? principal, action, resource: on, decision: decision.answer, explicit: decision.explicit, statements: evidenceOf(decision.because), missing: decision.missing, reasons: reasonsOf(decision.reasons), coverage, errors };
  }
  const known = worlds.flatMap(({ identities }) => identities.map(({ resource: one }) => one.address));
  const { nearest } = await import('../model/nearest.js');
  const near = nearest(principal, known);
  throw new TargetError(`no user or role is called \`${principal}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}${unread(errors)}`);
}

const OUTSIDER = /^(?:\*|anonymous|arn:[^:]*:(?:iam|sts)::(\d{12}):.+)$/;

/** Ways to an administrator (`admin`) or to a resource; `from`: of one principal, or `internet`. */
export async function pathsTo(to: string, options: AccessOptions & { readonly from?: string }): Promise<PathsResult> {
  const { worlds, coverage, errors } = await readWorlds(options, to);
  const { from } = options;
  const paths: Path[] = [];
  const unsure: CoverageLine[] = [];
  let known = from === undefined || from === 'internet';
  for (const world of worlds) {
    if (world.identities.length === 0) continue;
    const escalation = new Escalation(world);
    let all = to === 'admin' ? escalation.toAdmin() : toResource(world, escalation, to);
    if (from === 'internet') all = escalation.fromInternet(all);
    else if (from !== undefined) {
      const identity = identityNamed(world, from);
      known ||= identity !== undefined;
      all = all.filter((path) => path.from.id === identity?.resource.id);
    }
    paths.push(...all);
    if (to === 'admin' && from !== 'internet') unsure.push(...unsureIn(world, escalation, from));
  }
  if (!known) throw new TargetError(`no user or role is called \`${from ?? ''}\`${unread(errors)}`);
  const printed = paths.map((path): PathEntry => ({ ...path, hops: path.hops.map((hop) => ({ ...hop, evidence: hop.evidence.map((one) => plainEvidence(one)), reasons: reasonsOf(hop.reasons) })) }));
  return { paths: printed.sort((a, b) => (a.state === b.state ? a.hops.length - b.hops.length || (a.from.id < b.from.id ? -1 : 1) : a.state === 'proven' ? -1 : 1)), coverage: [...coverage, ...unsure], errors };
}

/** Principals that may be administrators already, because not all of their policies can be read. */
function unsureIn(world: World, escalation: Escalation, from: string | undefined): readonly CoverageLine[] {
  const asked = from === undefined ? world.identities : [identityNamed(world, from)].filter((one) => one !== undefined);
  return asked.flatMap((identity): readonly CoverageLine[] => {
    const { identity: own, boundary } = identity.policies;
    const open = [own, boundary].flatMap((set) => [...(set?.open === undefined ? [] : [set.open]), ...(set?.documents ?? []).flatMap(({ policy }) => policy.open ?? policy.refused ?? [])]);
    const reason = open.find(({ kind }) => kind === 'malformed') ?? open[0];
    if (reason === undefined || escalation.isAdmin(identity) !== 'unknown') return [];
    const { detail, at } = reason;
    return [{ source: 'access', subject: identity.resource.address, asked: 'whether it is an administrator', answered: false, reason: `${detail}${at === undefined ? '' : ` (${at.file}:${at.line}:${at.column})`}` }];
  });
}

/** What was not read, where something was not found. */
const unread = ([first]: ReadResult['errors']): string => (first === undefined ? '' : `; \`${first.file}\`${first.line === undefined ? '' : ` line ${first.line}`} could not be read: ${first.message}`);

function toResource(world: World, escalation: Escalation, to: string): readonly Path[] {
  const arn = arnOf(world, to);
  const resource = world.resources.find((one) => one.address === to || one.id === to || world.names.arn(one) === arn);
  const identity = world.byArn.get(arn);
  const goal = { id: resource?.id ?? arn, address: resource?.address ?? arn, kind: identity === undefined ? 'resource' : 'principal' } as const;
  const policies = policiesOf(world, arn);
  const service = arn.split(':')[2] ?? '';
  const forms = [arn, `${arn}/?*`, `${arn}:*`];
  const actions = identity !== undefined ? ['sts:AssumeRole'] : reaching(service);
  return escalation.toResource(goal, (one) => {
    for (const action of actions) {
      for (const form of forms) {
        const answer = able(one, { action, resource: form, policies });
        if (answer.truth !== false) return { ...answer, action };
      }
    }
    return { truth: false, resource: arn, reasons: [], action: actions[0] ?? '' };
  });
}

function checkAction(action: string): void {
  if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/i.test(action)) throw new TargetError(`\`${action}\` is no action: write it as \`s3:GetObject\``);
}

/** What somebody calls a resource: an ARN, or an address of this code. */
function arnOf({ resources, names }: World, resource: string): string {
  if (resource === '*' || resource.startsWith('arn:')) return resource;
  const found = resources.find(({ address, id }) => address === resource || id === resource);
  return (found === undefined ? undefined : names.arn(found)) ?? resource;
}

export function evidenceOf(because: readonly DecidingStatement[]): readonly LedgerEvidence[] {
  const seen = new Set<unknown>();
  return because.filter(({ statement, place }) => place.path !== 'the caller\'s own account' && !seen.has(statement) && seen.add(statement)).map(({ statement, place, index }) => plainEvidence(statementEvidence(statement, place, index)));
}

export function reasonsOf(reasons: readonly Reason[]): readonly ResultReason[] {
  const seen = new Set<string>();
  const ordered = [...reasons.filter(({ kind }) => kind === 'malformed'), ...reasons.filter(({ kind }) => kind !== 'malformed')];
  return ordered.filter(({ detail }) => !seen.has(detail) && seen.add(detail)).map(({ kind, detail, at }) => ({ kind, detail, ...(at === undefined ? {} : { file: at.file, line: at.line, column: at.column }) }));
}
