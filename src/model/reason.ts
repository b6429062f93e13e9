import type { Position } from './origin.js';

/** Why something is not known. The list is part of the contract. */
export const reasonKinds = [
  'unresolved',
  'known-after-apply',
  'module-missing',
  'access-denied',
  'throttled',
  'not-collected',
  'not-supported',
  'region-unavailable',
  'malformed',
  'budget',
  'check-error',
] as const;

export type ReasonKind = (typeof reasonKinds)[number];

export interface Reason {
  readonly kind: ReasonKind;
  /** One lower-case clause without a full stop, names in backticks: "`var.cidr` has no value". */
  readonly detail: string;
  readonly at?: Position;
}
