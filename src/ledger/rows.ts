/** Rows: resource × layer, with an owner and a state summed up from the verdicts. */
import type { Layer, Owner, Resource, Row, RowState, Verdict } from '../model/index.js';

/** What the line says of one layer of one resource. */
export interface LineRow {
  readonly layer: Layer;
  readonly owner: Owner;
  readonly decision: string;
  readonly movedBy?: string;
}

export interface RowOptions {
  readonly line: (resource: Resource) => readonly LineRow[];
  /** Checks that were left out by a filter, by type and layer as `type#layer`. */
  readonly skipped?: ReadonlySet<string>;
}

export function rowsOf(resources: readonly Resource[], verdicts: readonly Verdict[], { line, skipped }: RowOptions): readonly Row[] {
  const judged = new Map<string, Map<Layer, Verdict[]>>();
  const parts = partsOf(resources);
  for (const verdict of verdicts) {
    const id = parts.get(verdict.resource.id) ?? verdict.resource.id;
    const rows = judged.get(id) ?? new Map<Layer, Verdict[]>();
    judged.set(id, rows);
    const there = rows.get(verdict.row);
    if (there === undefined) rows.set(verdict.row, [verdict]);
    else there.push(verdict);
  }
  return resources.flatMap((resource) => {
    if (parts.has(resource.id)) return [];
    const byLayer = judged.get(resource.id) ?? new Map<Layer, Verdict[]>();
    const said = line(resource).filter(({ owner }) => owner !== 'not-applicable');
    // A check may speak of a layer that the line gives to nobody: its verdict still needs its row.
    const unsaid = [...byLayer.keys()].filter((layer) => !said.some((row) => row.layer === layer)).map((layer): LineRow => ({ layer, owner: 'customer', decision: '' }));
    return [...said, ...unsaid].map((row) => rowOf(resource, row, byLayer.get(row.layer) ?? [], skipped));
  });
}

/** What is nothing to own by itself: a vulnerability that was found is a verdict on what it was found in. By type, the property that says in what. */
const partOf: Readonly<Record<string, string>> = { 'Demarc::Vulnerability::Finding': 'Subject' };

/** From a part's id to that of what it is a part of. */
function partsOf(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const { id, type, edges } of resources) {
    const path = partOf[type];
    const whole = path === undefined ? undefined : edges.find((edge) => edge.path === path)?.to;
    if (whole !== undefined) parts.set(id, whole.id);
  }
  return parts;
}

function rowOf(resource: Resource, { layer, owner, decision, movedBy }: LineRow, verdicts: readonly Verdict[], skipped?: ReadonlySet<string>): Row {
  const partial = skipped?.has(`${resource.type}#${layer}`) === true;
  const state = stateOf(owner, verdicts, partial);
  return { resource: resource.id, layer, owner, state, decision, ...(movedBy === undefined ? {} : { movedBy }), ...(partial ? { partial } : {}) };
}

function stateOf(owner: Owner, verdicts: readonly Verdict[], partial: boolean): RowState {
  if (verdicts.length === 0) return owner === 'provider' ? 'provider' : 'unverified';
  const fails = verdicts.filter(({ status }) => status === 'fail');
  if (fails.some(({ exemption }) => exemption === null)) return 'open';
  if (verdicts.some(({ status }) => status === 'unknown') || partial) return 'unverified';
  return fails.length > 0 ? 'accepted' : 'locked';
}
