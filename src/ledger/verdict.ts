/** From a judgement to the verdict that the contract prints. */
import type { Judgement } from '../engine/run.js';
import type { Condition, Evidence, Json, LedgerEvidence, LedgerResource, Origin, Resource, Verdict } from '../model/index.js';
import { hiddenIn, isFound, redact, redactEvidence, redactProse, redactText, withoutHidden } from './redact.js';
import { MASK } from './redact-lines.js';
import { consoleLink } from './console.js';
import { tagsOf } from './tags.js';
import { fingerprint } from './fingerprint.js';

/** Causes of one verdict that are printed at most; what passes needs fewer. */
const EVIDENCE = 100;
const PASS_EVIDENCE = 12;
/** Bytes of an evidence value that are printed at most. */
const VALUE_LIMIT = 4096;

export function verdictOf({ check, resource, condition }: Judgement): Verdict {
  const status = condition.truth === true ? 'pass' : condition.truth === false ? 'fail' : 'unknown';
  const found = distinct(condition.evidence, status === 'pass' ? PASS_EVIDENCE : EVIDENCE);
  // Where no one value decided, the resource as it stands did.
  const deciding: readonly Evidence[] = found.length > 0 ? found : [{ path: resource.sourceType, state: status === 'unknown' ? 'unknown' : 'set', at: resource.at }];
  const values = deciding.map((one) => cleanValue(one, resource, check.row, status));
  const evidence = deciding.map((one, i) => ledgerEvidence(one, values[i], resource));
  // A check's own sentence may quote what its evidence masks.
  const hidden = deciding.flatMap(({ value }, i) => (value === undefined ? [] : hiddenIn(value, values[i] ?? null)));
  const said = (text: string): string => redactProse(withoutHidden(text, hidden));
  return {
    check: check.id,
    status,
    severity: check.severity,
    row: check.row,
    message: said(messageOf(condition, evidence, check.title)),
    id: fingerprint(check.id, resource),
    resource: ledgerResource(resource),
    evidence,
    reasons: condition.reasons.map(({ kind, detail, at }) => ({ kind, detail: said(detail), ...(at === undefined ? {} : { file: at.file, line: at.line, column: at.column }) })),
    exemption: null,
  };
}

/** The first of each place: several questions on one value are one cause to the reader. */
function distinct(evidence: readonly Evidence[], most: number): Evidence[] {
  if (evidence.length < 2) return [...evidence];
  const found = new Map<string, Evidence>();
  for (const one of evidence) {
    if (found.size >= most) break;
    const { path, state, value, address, at } = one;
    // Replies of an API share an operation, so that only what they say tells them apart.
    const said = typeof value !== 'object' ? `${typeof value} ${value}` : at.kind === 'api' ? JSON.stringify(value) : '';
    const place = at.kind === 'source' ? `${at.file}:${at.line}:${at.column}` : at.kind;
    const key = [path, state, address ?? '', place, said].join('\n');
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Shared by all verdicts of a resource: there are many of them. */
const made = new WeakMap<Resource, LedgerResource>();

function ledgerResource(resource: Resource): LedgerResource {
  let one = made.get(resource);
  if (one === undefined) made.set(resource, (one = describe(resource)));
  return one;
}

function describe(resource: Resource): LedgerResource {
  const { id, type, address, displayAddress, root, provider, account, region, at, basis } = resource;
  const tags = basis === 'observed' ? tagsOf(resource) : undefined;
  return { id, type, address, displayAddress, root, provider, account, region, ...(tags === undefined ? {} : { tags: cleanTags(tags) }), ...(basis === 'observed' ? { console: consoleLink(id, type) } : {}), ...(at.kind === 'source' ? { file: at.file, line: at.line, column: at.column } : {}) };
}

const cleanTags = (tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(redact(value, key))]));

function cleanValue({ path, value, address }: Evidence, resource: Resource, row: Verdict['row'], status: Verdict['status']): Json | undefined {
  // Yes and no hide nothing.
  if (typeof value === 'boolean') return value;
  // A leak never holds the secret itself: what it says of it is what a reader may see.
  // A place is a file and a line: `.git-credentials:1` is no assignment.
  if (resource.type === 'Demarc::Secret::Leak' && path === 'Places' && Array.isArray(value)) return value.map((item: Json) => (typeof item === 'string' ? item.replace(/^(.*?)(:\d+)?$/s, (_, file: string, line = '') => `${redactText(file)}${String(line)}`) : redact(item, '')));
  if (resource.type === 'Demarc::Secret::Leak') return value === undefined ? undefined : redact(value, '');
  if (value === undefined || isFound(row, status, path, value)) return value === undefined ? undefined : MASK;
  return redactEvidence(value, path, address === undefined || address === resource.address ? resource : undefined);
}

function ledgerEvidence(evidence: Evidence, value: Json | undefined, resource: Resource): LedgerEvidence {
  return { ...plainEvidence(evidence, value), address: evidence.address ?? resource.address };
}

/** Evidence as it is printed. `value` replaces the evidence's own, for one that is masked. */
export function plainEvidence({ path, state, at, address, value: own }: Evidence, value = own): LedgerEvidence {
  return { path, state, value: value === undefined ? undefined : short(value), ...place(at), address };
}

function place(at: Origin): Partial<LedgerEvidence> {
  switch (at.kind) {
    case 'source':
      return {
        file: at.file,
        line: at.line,
        column: at.column,
        endLine: at.endLine,
        endColumn: at.endColumn,
        via: at.via?.map(({ file, line, column }) => ({ file, line, column })),
      };
    case 'api':
      return { operation: at.operation };
    case 'default':
      return { reference: at.reference };
  }
}

function short(value: Json): Json {
  if (typeof value !== 'object' && String(value).length * 6 <= VALUE_LIMIT) return value;
  const text = JSON.stringify(value);
  return text.length <= VALUE_LIMIT ? value : `${text.slice(0, VALUE_LIMIT - 1)}…`;
}

/** What a condition says for itself: its own message, else the deciding values. */
function messageOf({ truth, message, reasons }: Condition, evidence: readonly LedgerEvidence[], title: string): string {
  if (message !== undefined && message !== '') return message;
  if (truth === 'unknown') return reasons[0] === undefined ? `not known: ${title}` : `not known: ${reasons[0].detail}`;
  if (truth === true) return title;
  const said = evidence.slice(0, 4).map(({ path, state, value }) =>
    state === 'absent' ? `\`${path}\` is not set` : state === 'default' ? `\`${path}\` is ${print(value)} by default` : `\`${path}\` is ${print(value)}`,
  );
  return said.length === 0 ? `not so: ${title}` : [...new Set(said)].join('; ');
}

function print(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
