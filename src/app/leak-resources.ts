/** From leaks to resources that checks judge: one for each secret and file, however often it stands there. */
import type { SecretLeak } from '../checks/leak.js';
import type { WrittenExemption } from '../ledger/exemptions.js';
import { fromJson, type CoverageLine, type Json, type Mapping, type Origin, type RawResource, type SourceError } from '../model/index.js';
import type { SecretRule } from '../secrets/rule.js';
import type { Introduction } from '../sources/git/commits.js';
import type { HistoryLeak } from './history.js';
import type { FoundLeak } from './texts.js';

export interface PlacedLeak {
  readonly leak: FoundLeak;
  /** As it is reported: relative to the current folder. */
  readonly file: string;
  readonly history?: { readonly first: Introduction | undefined; readonly versions: number; readonly inTree: readonly string[] };
  readonly image?: { readonly layer: string | undefined; readonly createdBy: string | undefined; readonly removedBy: string | undefined };
}

/** What one way of looking gave. */
export interface FoundLeaks {
  readonly leaks: readonly PlacedLeak[];
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
  /** Comments that exempt, as they were met. */
  readonly directives?: readonly WrittenExemption[];
}

const MOST_PLACES = 20;

/** Leaks of a history, each where the version stands that brought it in. */
export const historyLeaks = (leaks: readonly HistoryLeak[]): readonly PlacedLeak[] =>
  leaks.map(({ leak, repository, path, first, versions, inTree }) => ({ leak, file: repository === '.' ? path : `${repository}/${path}`, history: { first, versions, inTree } }));

export function leakResources(leaks: readonly PlacedLeak[], rules: ReadonlyMap<string, SecretRule>, root = '.'): readonly RawResource[] {
  const groups = new Map<string, PlacedLeak[]>();
  for (const one of leaks) {
    // The same content in two layers of an image is two finds; elsewhere a file holds a secret once.
    const address = `${one.file}#${one.leak.rule}:${one.leak.fingerprint}${one.image?.layer === undefined ? '' : `@${one.image.layer.slice(0, 19)}`}`;
    const group = groups.get(address);
    if (group === undefined) groups.set(address, [one]);
    else group.push(one);
  }
  return [...groups].map(([address, group]) => ({ ...resourceOf(address, group, rules), root }));
}

function resourceOf(address: string, group: readonly PlacedLeak[], rules: ReadonlyMap<string, SecretRule>): RawResource {
  const [one] = group as readonly [PlacedLeak, ...PlacedLeak[]];
  const { leak, file, history, image } = one;
  const rule = rules.get(leak.rule);
  const at: Origin = { kind: 'source', file, line: leak.line, column: leak.column, endLine: leak.endLine ?? leak.line, endColumn: leak.endColumn };
  const severity = rule?.severity === 'info' || rule === undefined ? 'low' : rule.severity;
  const json: SecretLeak = {
    Rule: leak.rule,
    Title: rule?.title ?? leak.rule,
    Severity: severity,
    Redacted: leak.redacted,
    Fingerprint: leak.fingerprint,
    ...(leak.account === undefined ? {} : { Account: leak.account }),
    Places: group.slice(0, MOST_PLACES).map((place) => `${place.file}:${place.leak.line}`),
    ...(history === undefined ? {} : { Versions: history.versions, InTree: history.inTree, ...(history.first === undefined ? {} : { Commit: history.first.commit, Date: history.first.date, Author: history.first.author }) }),
    ...(image?.layer === undefined ? {} : { Layer: image.layer }),
    ...(image?.createdBy === undefined ? {} : { CreatedBy: createdBy(image.createdBy) }),
    ...(image?.removedBy === undefined ? {} : { RemovedBy: image.removedBy }),
    ...(rule === undefined ? {} : { Can: rule.can, Revoke: rule.revoke }),
    Status: 'leaked',
  };
  return { dialect: 'api', type: 'Demarc::Secret::Leak', address, root: '.', basis: 'declared', arguments: fromJson(json as unknown as Json, at) as Mapping, at };
}

/** The word of a Dockerfile that made the layer. Its arguments may hold the secret itself. */
const createdBy = (command: string): string => /\b(?:COPY|ADD|RUN|WORKDIR|ENV|ARG)\b/.exec(command)?.[0] ?? 'RUN';
