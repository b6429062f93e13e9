/**
 * Whether rules together let the internet in. Rules are a union: two halves of the address space in two rules are the whole.
 * What cannot be read (a prefix list, a variable) leaves the answer unknown only where it could still decide.
 */
import { cursor, evidenceOf, fails, holds, undecided, type Condition, type Evidence, type Field, type Reason, type TextPart, type Tree } from '../model/index.js';
import { isInternet, isNarrowPrefix, parseCidr, type Range } from './cidr.js';
import { anything, type Traffic, type TrafficQuestion } from './traffic.js';

/** Who a rule is about. `maybe`: nobody knows whom besides; empty when all is known. */
export interface Peers {
  readonly ranges: readonly Range[];
  readonly maybe: readonly Reason[];
  readonly evidence: readonly Evidence[];
}

export interface Rule {
  readonly peers: Peers;
  readonly traffic: Traffic;
  /** What else to show when the rule decides. */
  readonly evidence: readonly Evidence[];
}

export interface RuleSet {
  readonly rules: readonly Rule[];
  /** Why there may be more rules than these. */
  readonly open?: Reason;
  /** Where the rules would stand, when there are none to point at. */
  readonly evidence: readonly Evidence[];
}

/** True when the rules let the internet send (or be sent) what the question asks for. */
export function openToInternet({ rules, open, evidence }: RuleSet, asks: TrafficQuestion = anything): Condition {
  const certain: Rule[] = [];
  const doubtful: { readonly rule: Rule; readonly reasons: readonly Reason[]; readonly unbounded: boolean }[] = [];
  for (const rule of rules) {
    const through = asks(rule.traffic);
    if (through === false) continue;
    if (through === true) certain.push(rule);
    if (through === 'unknown') doubtful.push({ rule, reasons: [...rule.traffic.reasons, ...rule.peers.maybe], unbounded: rule.peers.maybe.length > 0 });
    else if (rule.peers.maybe.length > 0) doubtful.push({ rule, reasons: rule.peers.maybe, unbounded: true });
  }
  const known = certain.flatMap(({ peers }) => peers.ranges);
  if (isInternet(known)) {
    const alone = certain.filter(({ peers }) => isInternet(peers.ranges));
    const deciding = alone.length > 0 ? alone : certain.filter(({ peers }) => peers.ranges.length > 0);
    return holds(deciding.flatMap(evidenceOfRule));
  }
  const couldDecide = doubtful.filter(({ rule, unbounded }) => unbounded || (rule.peers.ranges.length > 0 && isInternet([...known, ...doubtful.flatMap((one) => one.rule.peers.ranges)])));
  if (couldDecide.length > 0 || open !== undefined) {
    return undecided(
      [...couldDecide.flatMap(({ reasons }) => reasons), ...(open === undefined ? [] : [open])],
      couldDecide.length > 0 ? couldDecide.flatMap(({ rule }) => evidenceOfRule(rule)) : evidence,
    );
  }
  return fails(rules.length === 0 ? evidence : rules.flatMap(evidenceOfRule));
}

export const evidenceOfRule = ({ peers, evidence }: Rule): readonly Evidence[] => [...peers.evidence, ...evidence];

/** The peers that a CIDR field names. */
export function peersOfCidr(field: Field<unknown>): Peers {
  const { tree } = cursor(field);
  if (tree === undefined) return NOBODY;
  const evidence = [evidenceOf(field)];
  return { ...addressesOf(tree), evidence };
}

export const NOBODY: Peers = { ranges: [], maybe: [], evidence: [] };

/** The ranges of a tree that is a CIDR text or a list of them. */
export function addressesOf(tree: Tree): Omit<Peers, 'evidence'> {
  switch (tree.kind) {
    case 'scalar': {
      if (tree.value === null || tree.value === '') return { ranges: [], maybe: [] };
      const range = parseCidr(String(tree.value));
      return range === undefined ? { ranges: [], maybe: [{ kind: 'malformed', detail: `\`${String(tree.value)}\` is no CIDR block` }] } : { ranges: [range], maybe: [] };
    }
    case 'unknown':
      return { ranges: [], maybe: tree.parts !== undefined && isNarrow(tree.parts) ? [] : [tree.reason] };
    case 'list': {
      const each = tree.items.map(addressesOf);
      return { ranges: each.flatMap(({ ranges }) => ranges), maybe: [...each.flatMap(({ maybe }) => maybe), ...(tree.open === undefined ? [] : [tree.open])] };
    }
    case 'map':
      return { ranges: [], maybe: [] };
  }
}

/** A partly known block that cannot be the internet: `${x}/32`, or the block of a VPC or subnet, which is /16 at most. */
function isNarrow(parts: readonly TextPart[]): boolean {
  const last = parts.at(-1);
  const prefix = typeof last === 'string' ? /\/(\d{1,3})$/.exec(last)?.[1] : undefined;
  if (prefix !== undefined) return isNarrowPrefix(Number(prefix));
  const [only] = parts;
  if (parts.length !== 1 || only === null || typeof only !== 'object') return false;
  return /(^|\.)(?:cidr_block|CidrBlock)$/.test(only.attribute) && !/prefix_list|PrefixList/.test(only.address);
}
