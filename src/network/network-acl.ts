/** Network ACLs: numbered rules, of which the first that fits decides. */
import { cursor, evidenceOf, fails, holds, undecided, type Condition, type Field, type Reason, type View } from '../model/index.js';
import { isInternet, subtract, type Range } from './cidr.js';
import { evidenceOfRule, peersOfCidr, type Rule } from './exposure.js';
import { trafficOf, type TrafficQuestion } from './traffic.js';

interface AclEntry {
  readonly CidrBlock?: string;
  readonly Ipv6CidrBlock?: string;
  readonly Protocol?: number;
  readonly RuleAction?: string;
  readonly RuleNumber?: number;
  readonly PortRange?: { readonly From?: number; readonly To?: number };
}

interface NumberedRule extends Rule {
  readonly number: number | undefined;
  readonly action: 'allow' | 'deny' | 'unknown';
  readonly reasons: readonly Reason[];
}

/** True when the entries, in the order of their numbers, let the internet send what the question asks for. */
export function aclOpenToInternet(entries: readonly View<AclEntry>[], asks: TrafficQuestion, open?: Reason): Condition {
  const rules = entries.map(numbered).sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
  // Where every entry allows, their order decides nothing.
  const ordered = rules.some(({ action }) => action !== 'allow');
  let denied: readonly Range[] = [];
  let doubt = open !== undefined;
  const reasons: Reason[] = open === undefined ? [] : [open];
  const allowing: NumberedRule[] = [];
  const doubtful: NumberedRule[] = [];
  let allowed: readonly Range[] = [];
  for (const rule of rules) {
    const through = asks(rule.traffic);
    if (through === false) continue;
    const vague = through === 'unknown' || rule.action === 'unknown' || (ordered && rule.number === undefined) || rule.peers.maybe.length > 0;
    if (vague) {
      // An allowing rule can only open, a denying one only close: either leaves the answer unknown.
      doubt = true;
      doubtful.push(rule);
      reasons.push(...rule.reasons, ...rule.peers.maybe, ...(through === 'unknown' ? rule.traffic.reasons : []));
      continue;
    }
    if (rule.action === 'deny') denied = [...denied, ...rule.peers.ranges];
    else {
      const opened = subtract(rule.peers.ranges, denied);
      if (opened.length > 0) allowing.push(rule);
      allowed = [...allowed, ...opened];
    }
  }
  const isOpen = isInternet(allowed);
  // A denial that comes after all that allow cannot close what they opened.
  const last = Math.max(...allowing.map((rule) => rule.number ?? 0));
  const overruled = doubtful.some((rule) => rule.action !== 'allow' && (rule.number === undefined || rule.number < last));
  if (isOpen && !overruled) return holds(allowing.flatMap(evidenceOfRule));
  if (doubt) return undecided(reasons, (doubtful.length > 0 ? doubtful : rules).flatMap(evidenceOfRule));
  return fails(rules.flatMap(evidenceOfRule));
}

function numbered(entry: View<AclEntry>): NumberedRule {
  const reasons: Reason[] = [];
  const number = known(entry.RuleNumber, reasons);
  const action = known(entry.RuleAction, reasons);
  const [v4, v6] = [peersOfCidr(entry.CidrBlock), peersOfCidr(entry.Ipv6CidrBlock)];
  return {
    number: number === undefined || number === null ? undefined : Number(number),
    action: typeof action === 'string' ? (action.toLowerCase() === 'allow' ? 'allow' : 'deny') : 'unknown',
    reasons,
    peers: { ranges: [...v4.ranges, ...v6.ranges], maybe: [...v4.maybe, ...v6.maybe], evidence: [...v4.evidence, ...v6.evidence] },
    traffic: trafficOf(entry.Protocol, entry.PortRange.From, entry.PortRange.To),
    evidence: [evidenceOf(entry.RuleAction)],
  };
}

function known(field: Field<unknown>, reasons: Reason[]): string | number | boolean | null | undefined {
  const { tree } = cursor(field);
  if (tree?.kind === 'scalar') return tree.value;
  reasons.push(tree?.kind === 'unknown' ? tree.reason : { kind: 'malformed', detail: 'an entry lacks its number or action' });
  return undefined;
}
