/** Whether a version still gets security patches, by dated data. */
import { cursor, decide, evidenceOf, undecided, type Condition, type Field } from '../../model/index.js';
import { endOfLife, eolAsOf, hasEnded, type EndOfLife } from '../../schema/eol.js';

/** True when the version's release line still gets patches on the day; a version that the data does not know is unknown. */
export function patched(product: string, field: Field<string>, now: string): Condition {
  const { tree } = cursor(field);
  const evidence = [evidenceOf(field)];
  if (tree === undefined) return undecided([{ kind: 'unresolved', detail: 'no version is named: the provider picks one when the resource is made' }], evidence);
  if (tree.kind === 'unknown') return undecided([tree.reason], evidence);
  if (tree.kind !== 'scalar') return undecided([{ kind: 'malformed', detail: 'the version is no text' }], evidence);
  const version = String(tree.value);
  const line = endOfLife(product, version);
  if (line === undefined) return undecided([{ kind: 'unresolved', detail: `\`${version}\` is not in the end-of-life data of ${product} as of ${eolAsOf}` }], evidence);
  const ended = hasEnded(line.patchesEnd, now);
  return decide(!ended, evidence, ended ? said(version, line, now) : undefined);
}

/** Extended support still patches, for pay: saying that nobody does would be untrue. */
function said(version: string, { patchesEnd, extended, reference }: EndOfLife, now: string): string {
  const since = typeof patchesEnd === 'string' ? ` on ${patchesEnd}` : '';
  if (typeof extended === 'string' && !hasEnded(extended, now)) return `standard support of \`${version}\` ended${since}: it gets security patches only under paid extended support, until ${extended} (${reference})`;
  return `\`${version}\` gets no security patches any more${typeof patchesEnd === 'string' ? `, since ${patchesEnd}` : ''} (${reference})`;
}
