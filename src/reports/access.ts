/** Answers to questions of access, for a person: who gets in, by which request, and the statement that lets them. */
import pc from 'picocolors';
import type { Json } from '../model/index.js';
import type { LedgerEvidence } from '../model/ledger.js';
import type { CanResult, LeastResult, PathHop, PathsResult, PublicEntry, PublicResult, ReadResult, ResultReason, WhoCanResult } from './access-result.js';
import { forTerminal } from './escape.js';
import { place, plural } from './report.js';

export interface Style {
  readonly width: number;
  readonly color: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** What each verdict means, once for its group. */
const VERDICTS: Readonly<Record<PublicEntry['verdict'], string>> = {
  public: 'anyone gets in',
  conditional: 'whoever stands in the right place, or has the right value, gets in',
  named: 'outsiders that the policy names get in',
  unknown: 'it could not be told whether somebody gets in',
  none: 'nobody from outside gets in',
};

export function publicAsText(result: PublicResult, { color }: Style): string {
  const c = pc.createColors(color);
  const out: string[] = [];
  if (result.public.length === 0) out.push('', c.green('No resource of this code lets in anyone from outside its account.'));
  for (const verdict of ['public', 'conditional', 'named', 'unknown', 'none'] as const) {
    const entries = result.public.filter((entry) => entry.verdict === verdict);
    if (entries.length === 0) continue;
    out.push('', c.bold((verdict === 'public' ? c.red : verdict === 'none' ? c.green : c.yellow)(`${verdict.toUpperCase()}  ${VERDICTS[verdict]}`)));
    for (const { resource, witness, who, evidence, reasons, heldBack } of entries) {
      out.push('', `  ${c.bold(forTerminal(resource.address))}  ${c.dim(forTerminal(resource.type))}`);
      if (witness !== undefined) {
        out.push(`    ${forTerminal(capital(who ?? witness.principal))} can call`);
        out.push(`      ${c.bold(forTerminal(witness.action))} on ${forTerminal(witness.resource)}`);
        for (const [key, values] of Object.entries(witness.context)) out.push(c.dim(`      with ${forTerminal(key)} = ${forTerminal(values.join(', '))}`));
      }
      if (heldBack !== undefined) out.push(`    ${forTerminal(heldBack)}`);
      out.push(...because(evidence, c), ...why(reasons, c));
    }
  }
  return page(out, result, c);
}

export function whoCanAsText(result: WhoCanResult, action: string, resource: string, { color }: Style): string {
  const c = pc.createColors(color);
  const out: string[] = ['', `${c.bold(plural(result.whoCan.length, 'principal'))} can ${c.bold(forTerminal(action))} on ${forTerminal(resource)}`];
  for (const { principal, address, decision, statements, context, reasons } of result.whoCan) {
    const name = principal === '*' ? 'everyone' : (address ?? principal);
    out.push('', `  ${decision === 'allow' ? c.red('can') : c.yellow('may')}  ${c.bold(forTerminal(name))}${address === undefined ? '' : c.dim(`  ${forTerminal(principal)}`)}`);
    for (const [key, values] of Object.entries(context)) out.push(c.dim(`    with ${forTerminal(key)} = ${forTerminal(values.join(', '))}`));
    out.push(...because(statements, c), ...why(reasons, c));
  }
  return page(out, result, c);
}

const LAYERS: Readonly<Record<string, string>> = {
  identity: 'its own policies allow it nowhere',
  resource: 'the resource\'s policy does not let it in',
  boundary: 'its permissions boundary does not allow it',
  session: 'its session policy does not allow it',
  scp: 'a service control policy does not allow it',
  rcp: 'a resource control policy does not allow it',
  endpoint: 'the VPC endpoint\'s policy does not allow it',
};

export function canAsText(result: CanResult, { color }: Style): string {
  const c = pc.createColors(color);
  const { decision, explicit } = result;
  const answer = decision === 'allow' ? c.red('Yes') : decision === 'deny' ? c.green('No') : c.yellow('It depends');
  const out: string[] = ['', `${c.bold(answer)}: ${forTerminal(result.principal)} ${decision === 'allow' ? 'can' : decision === 'deny' ? 'cannot' : 'may be able to'} ${c.bold(forTerminal(result.action))} on ${forTerminal(result.resource)}`];
  if (decision === 'deny' && explicit) out.push('    a Deny stands against it');
  for (const layer of result.missing) out.push(`    ${LAYERS[layer] ?? layer}`);
  out.push(...because(result.statements, c), ...why(result.reasons, c));
  return page(out, result, c);
}

export function pathsAsText(result: PathsResult, to: string, { color }: Style): string {
  const c = pc.createColors(color);
  const goal = to === 'admin' ? 'become administrator' : `reach ${forTerminal(to)}`;
  const proven = result.paths.filter(({ state }) => state === 'proven').length;
  const unsure = result.coverage.filter(({ source, answered }) => source === 'access' && !answered);
  const nobody = unsure.length === 0 ? c.green(`Nobody who is not meant to can ${goal}.`) : c.yellow(`No way to ${goal} is known.`);
  const out: string[] = ['', result.paths.length === 0 ? nobody : `${c.bold(plural(result.paths.length, 'principal'))} can ${goal}${proven === result.paths.length ? '' : `: ${proven} proven, ${result.paths.length - proven} not sure`}.`];
  for (const { from, hops, state } of result.paths) {
    out.push('', `${state === 'proven' ? c.red('●') : c.yellow('○')} ${c.bold(forTerminal(from.address))}`);
    for (const hop of hops) out.push(...hopLines(hop, c));
  }
  if (unsure.length > 0) out.push('', c.yellow(`Of ${plural(unsure.length, 'principal')} not all rights are known: each may be an administrator already.`));
  for (const { subject, reason = '' } of unsure.slice(0, SHOWN)) out.push(`  ${c.bold(forTerminal(subject))}  ${forTerminal(reason)}`);
  if (unsure.length > SHOWN) out.push(c.dim(`  and ${unsure.length - SHOWN} more`));
  return page(out, { ...result, coverage: result.coverage.filter((line) => !unsure.includes(line)) }, c);
}

function hopLines({ from, to, via, actions, evidence, reasons }: PathHop, c: Colors): readonly string[] {
  const end = from.id === to.id ? c.red('administrator') : c.bold(forTerminal(to.address));
  return [`    → ${end}  ${forTerminal(via)}`, c.dim(`      ${actions.join(' + ')}`), ...because(evidence, c, '      '), ...why(reasons, c, '      ')];
}

export function leastAsText(result: LeastResult, { color }: Style): string {
  const c = pc.createColors(color);
  const out: string[] = result.least.length === 0 ? ['', c.green('No workload of this code is granted more than the code has use for.')] : [];
  for (const { role, excess, policy, reasons } of result.least) {
    out.push('', c.bold(forTerminal(role.address)));
    for (const { finding, at } of excess) out.push(`    ${c.yellow('−')} ${forTerminal(finding)}  ${c.dim(place(at))}`);
    out.push(...why(reasons, c), '', ...policy.split('\n').map((line) => `    ${forTerminal(line)}`));
  }
  return page(out, result, c);
}

/** The statements that decide, as sentences, each with its place. */
function because(evidence: readonly LedgerEvidence[], c: Colors, indent = '    '): readonly string[] {
  return evidence.slice(0, SHOWN).map((one) => {
    const where = one.file === undefined ? (one.reference ?? '') : place(one);
    const holder = one.address ?? (one.path.startsWith('arn:') ? one.path.replace(/\.Statement\[\d+\]$/, '') : one.path);
    return `${c.dim(`${indent}because`)} ${forTerminal(holder)} ${forTerminal(sentence(one.value))}${where === '' ? '' : c.dim(`  ${forTerminal(where)}`)}`;
  });
}

/** A statement in words: "lets in everyone to s3:GetObject on arn:… if aws:SourceIp is 203.0.113.0/24". */
function sentence(value: Json | undefined): string {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return value === undefined ? 'decides' : short(typeof value === 'string' ? value : JSON.stringify(value));
  const statement = value as Readonly<Record<string, Json>>;
  const list = (key: string): readonly string[] | undefined => (Array.isArray(statement[key]) ? statement[key].map(String) : undefined);
  const some = (items: readonly string[]): string => (items.length <= MOST_ITEMS ? items.join(', ') : `${items.slice(0, MOST_ITEMS).join(', ')} and ${items.length - MOST_ITEMS} more`);
  const denies = statement['Effect'] === 'Deny';
  const [who, notWho, actions, notActions, resources, notResources, conditions] = ['Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'].map(list);
  const parts: string[] = [];
  if (who !== undefined) parts.push(`${denies ? 'keeps out' : 'lets in'} ${who.some((one) => /^(AWS: )?\*$/.test(one)) ? 'everyone' : some(who.map((one) => one.replace(/^[A-Za-z]+: /, '')))}`);
  else if (notWho !== undefined) parts.push(`${denies ? 'keeps out' : 'lets in'} everyone but ${some(notWho.map((one) => one.replace(/^[A-Za-z]+: /, '')))}`);
  const does = actions === undefined ? (notActions === undefined ? 'everything' : `everything but ${some(notActions)}`) : actions.includes('*') ? 'everything' : some(actions);
  parts.push(parts.length > 0 ? `for ${does}` : `${denies ? 'denies' : 'allows'} ${does}`);
  if (resources !== undefined) parts.push(`on ${resources.includes('*') ? 'every resource' : some(resources)}`);
  else if (notResources !== undefined) parts.push(`on everything but ${some(notResources)}`);
  if (conditions !== undefined) parts.push(`if ${some(conditions.map((one) => one.replace(/^([A-Za-z:]+) (\S+) /, (_, operator: string, key: string) => `${key} ${operator} `)))}`);
  return short(parts.join(' '));
}

const MOST_ITEMS = 4;
const short = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`);
const SHOWN = 4;
const MOST = 240;

const why = (reasons: readonly ResultReason[], c: Colors, indent = '    '): readonly string[] => reasons.slice(0, SHOWN).map(({ detail, file, line, column }) => c.yellow(`${indent}not known: ${forTerminal(detail)}`) + (file === undefined ? '' : c.dim(`  ${forTerminal(`${file}:${line ?? 1}:${column ?? 1}`)}`)));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function page(out: readonly string[], { errors, coverage }: ReadResult, c: Colors): string {
  const unread = coverage.filter(({ answered }) => !answered).length;
  const notes = [...errors.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`} ${message}`), ...(unread === 0 ? [] : [`${plural(unread, 'thing')} could not be read; \`demarc scan\` lists them`])];
  return `${[...out, ...(notes.length === 0 ? [] : ['', ...notes.map((note) => c.dim(forTerminal(note)))]), ''].join('\n')}\n`;
}
