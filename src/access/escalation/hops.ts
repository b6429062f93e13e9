/** The pieces of a path, and how a step becomes one. */
import type { DecidingStatement } from '../../iam/index.js';
import { statementEvidence } from '../../iam/questions.js';
import type { Evidence, Reason, Truth } from '../../model/index.js';
import type { Able } from '../able.js';
import type { Identity } from '../world.js';
import type { Rule } from './rules.js';

export interface Node {
  readonly id: string;
  readonly address: string;
}

export interface Hop {
  readonly from: Node;
  readonly to: Node;
  /** What is done, in words. */
  readonly via: string;
  /** Id of the rule, for `assume-role` and its like. */
  readonly rule: string;
  readonly actions: readonly string[];
  readonly state: 'proven' | 'unknown';
  /** The statements that allow it. */
  readonly evidence: readonly Evidence[];
  readonly reasons: readonly Reason[];
}

export interface Path {
  readonly from: Node;
  readonly to: Node & { readonly kind: 'admin' | 'principal' | 'resource' };
  readonly state: 'proven' | 'unknown';
  readonly hops: readonly Hop[];
}

/** Somebody outside the account who may start a path. */
export const INTERNET: Node = { id: 'internet', address: 'internet' };

export const nodeOf = ({ resource }: Identity): Node => ({ id: resource.id, address: resource.address });

/** All calls of a step, and what they come to together. */
export interface Way {
  readonly ables: readonly Able[];
  readonly truth: Truth;
  readonly reasons: readonly Reason[];
}

export function hopFrom(from: Node, to: Node, rule: Rule, { ables, truth, reasons }: Way): Hop {
  const hop = hopOf(from, to, rule.via, rule.id, rule.calls.map(({ action }) => action), ables, truth);
  return { ...hop, reasons: [...hop.reasons, ...reasons] };
}

export function hopOf(from: Node, to: Node, via: string, rule: string, actions: readonly string[], ables: readonly Able[], truth: Truth): Hop {
  const because = ables.flatMap(({ decision }) => decision?.because ?? []);
  return { from, to, via, rule, actions, state: truth === true ? 'proven' : 'unknown', evidence: evidenceOf(because), reasons: ables.flatMap((one) => (one.truth === 'unknown' ? one.reasons : [])) };
}

export function evidenceOf(because: readonly DecidingStatement[]): readonly Evidence[] {
  const seen = new Set<unknown>();
  return because.filter(({ statement }) => !seen.has(statement) && seen.add(statement)).map(({ statement, place, index }) => statementEvidence(statement, place, index));
}
