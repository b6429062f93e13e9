/** From a judgement to the verdict that the contract prints. */
import type { Judgement } from '../engine/run.js';
import type { Condition, Evidence, Json, LedgerEvidence, LedgerResource, Origin, Resource, Verdict } from '../model/index.js';
import { redact } from './redact.js';
import { fingerprint } from './fingerprint.js';

/** Bytes of an evidence value that are printed at most. */
const VALUE_LIMIT = 4096;

export function verdictOf({ check, resource, condition }: Judgement): Verdict {
  return {
    check: check.id,
    status: condition.truth === true ? 'pass' : condition.truth === false ? 'fail' : 'unknown',
    severity: check.severity,
    row: check.row,
    message: messageOf(condition, check.title),
    id: fingerprint(check.id, resource),
    resource: ledgerResource(resource),
    evidence: condition.evidence.map((one) => ledgerEvidence(one, resource)),
    reasons: condition.reasons.map(({ kind, detail, at }) => ({ kind, detail, ...(at === undefined ? {} : { file: at.file, line: at.line, column: at.column }) })),
    exemption: null,
  };
}

export function ledgerResource(resource: Resource): LedgerResource {
  const { id, type, address, displayAddress, root, provider, account, region, at } = resource;
  return { id, type, address, displayAddress, root, provider, account, region, ...(at.kind === 'source' ? { file: at.file, line: at.line, column: at.column } : {}) };
}

function ledgerEvidence({ path, state, value, at, address }: Evidence, resource: Resource): LedgerEvidence {
  return { path, state, value: value === undefined ? undefined : short(redact(value, path)), ...place(at), address: address ?? resource.address };
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
  const text = JSON.stringify(value);
  return text.length <= VALUE_LIMIT ? value : `${text.slice(0, VALUE_LIMIT - 1)}…`;
}

/** What a condition says for itself: its own message, else the deciding values. */
function messageOf({ truth, message, evidence, reasons }: Condition, title: string): string {
  if (message !== undefined && message !== '') return message;
  if (truth === 'unknown') return reasons[0] === undefined ? `not known: ${title}` : `not known: ${reasons[0].detail}`;
  if (truth === true) return title;
  const said = evidence.slice(0, 4).map(({ path, state, value }) =>
    state === 'absent' ? `\`${path}\` is not set` : state === 'default' ? `\`${path}\` is ${print(value, path)} by default` : `\`${path}\` is ${print(value, path)}`,
  );
  return said.length === 0 ? `not so: ${title}` : [...new Set(said)].join('; ');
}

function print(value: Json | undefined, path: string): string {
  const text = JSON.stringify(redact(value ?? null, path));
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
