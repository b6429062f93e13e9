/** What of an account some checks need: the rest is not asked for. */
import type { Check } from '../checks/define.js';
import { needs as table } from '../checks/needs.js';
import { links } from '../graph/links.js';
import type { AccountOptions } from '../sources/aws/read.js';

type Needs = NonNullable<AccountOptions['needs']>;

/** Who holds a leaked key is looked up among users. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { 'Demarc::Secret::Leak': ['AWS::IAM::User'] };

/**
 * Undefined: all of it. A check that is not in the table, or that decides on access, may ask for anything. What was left out and is
 * asked for all the same makes the verdict unknown: what is not in the table costs an answer, never its truth.
 */
export function needsOf(checks: readonly Check[]): Needs | undefined {
  const properties = new Map<string, Set<string>>();
  const of = (type: string): Set<string> => {
    const there = properties.get(type) ?? new Set();
    properties.set(type, there);
    return there;
  };
  /** Types that are come to from another resource. */
  const linked = new Set<string>();
  for (const { id, on } of checks) {
    const said = table[id];
    if (said === undefined || said === '*') return undefined;
    for (const type of on) for (const one of [type, ...(BESIDE[type] ?? [])]) of(one);
    for (const one of said.split(' ')) {
      const [said = '', names = ''] = one.split('#');
      const type = said.replace('>', '');
      if (said !== type) linked.add(type);
      // No example has one, or it is asked nothing: what would be looked at is not known.
      if (names === '') of(type).add('*');
      else for (const name of names.split(',')) of(type).add(name);
    }
  }
  // What a resource is linked by is needed where one of both ends is come to from the other.
  for (const [type, names] of properties) {
    for (const { path, to } of links.get(type) ?? []) if (to.some((one) => properties.has(one) && (linked.has(one) || linked.has(type)))) names.add(top(path));
  }
  for (const type of Object.values(BESIDE).flat()) properties.get(type)?.add('*');
  const any = (type: string, names: readonly string[]): boolean => {
    const wanted = properties.get(type);
    return wanted !== undefined && (wanted.has('*') || names.some((name) => wanted.has(top(name))));
  };
  return {
    type: ({ type, makes = [] }) => properties.has(type) || makes.some((one) => properties.has(one.type)),
    row: ({ type }, row) => ('type' in row ? properties.has(row.type) : row.fills === 'all' ? properties.has(type) : any(type, [...row.fills, ...(row.facts ?? [])])),
  };
}

const top = (path: string): string => path.split(/[.[]/)[0] ?? path;
