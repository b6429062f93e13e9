/** Choosing checks by id, pattern, or the id that a peer gives the same question. */
import type { Check } from './define.js';

/** Whether a selector means a check: its id, a pattern with `*`, or a peer's id from its equivalents. */
export function means(selector: string, check: Check): boolean {
  const wanted = selector.toLowerCase();
  if (wanted === check.id || wanted === '*' || wanted === 'all') return true;
  if (wanted.includes('*')) return pattern(wanted).test(check.id);
  const { checkov = [], trivy = [], prowler = [] } = check.equivalents;
  // Trivy writes `AVD-AWS-0086` and, in newer releases, `AWS-0086`.
  return [...checkov, ...trivy, ...prowler].some(({ id }) => id.toLowerCase() === wanted || id.toLowerCase() === `avd-${wanted}`);
}

/** `*` stands for any characters. Linear: no part of a pattern is tried twice. */
export function pattern(text: string): RegExp {
  return new RegExp(`^${text.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`);
}

export interface Selection {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

export interface Selected {
  readonly checks: readonly Check[];
  /** Types and layers, as `type#layer`, of the checks that were left out: their rows cannot be locked. */
  readonly skipped: ReadonlySet<string>;
  /** Selectors that mean no check. */
  readonly strangers: readonly string[];
}

export function select(all: readonly Check[], { only = [], skip = [] }: Selection): Selected {
  const checks = all.filter((check) => (only.length === 0 || only.some((one) => means(one, check))) && !skip.some((one) => means(one, check)));
  const kept = new Set(checks);
  const skipped = new Set(all.filter((check) => !kept.has(check)).flatMap(({ on, row }) => on.map((type) => `${type}#${row}`)));
  const strangers = [...only, ...skip].filter((selector) => !all.some((check) => means(selector, check)));
  return { checks, skipped, strangers };
}
