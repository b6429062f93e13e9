/** Which documented actions a pattern covers. */
import { lowerBound, serviceOf, servicePrefixes } from '../schema/iam/index.js';
import { globMatches } from './match.js';

/** Patterns repeat from policy to policy. Bounded, as patterns are input. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 2_000;

/**
 * Every documented action that a pattern covers, as `service:Name` in its documented case: `*`, `s3:*`, `s3:Get*`, `*:Get*`.
 * Empty where it covers none.
 */
export function expandActions(pattern: string): readonly string[] {
  const lower = pattern.toLowerCase();
  const found = known.get(lower);
  if (found !== undefined) return found;
  const colon = lower.indexOf(':');
  const inService = /^\*+$/.test(lower) ? '*' : colon < 0 ? undefined : lower.slice(0, colon);
  const name = colon < 0 ? '*' : lower.slice(colon + 1);
  const covered = inService === undefined ? [] : servicesOf(inService).flatMap((service) => inOne(service, name));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(lower, covered);
  return covered;
}

const servicesOf = (pattern: string): readonly string[] => (/[*?]/.test(pattern) ? servicePrefixes().filter((service) => globMatches(pattern, service)) : [pattern]);

function inOne(service: string, pattern: string): readonly string[] {
  const data = serviceOf(service);
  if (data === undefined) return [];
  const { names, lowerNames } = data;
  const wild = pattern.search(/[*?]/);
  // Names are in order: what stands before the first wildcard bounds the range.
  const start = wild < 0 ? pattern : pattern.slice(0, wild);
  const all = /^\*+$/.test(pattern.slice(start.length));
  const covered: string[] = [];
  for (let i = lowerBound(lowerNames, start); i < names.length; i++) {
    const lower = lowerNames[i] ?? '';
    if (!lower.startsWith(start)) break;
    if (all || globMatches(pattern, lower)) covered.push(`${service}:${names[i]}`);
  }
  return covered;
}
