/** The allowance of one evaluation, against expressions that would build millions of elements or megabytes of text. */
import type { Reason } from '../../../model/index.js';

export interface Budget {
  /** Elements that may still be built. */
  elements: number;
  /** Characters that may still be built. */
  text: number;
  /** Expression nodes that may still be visited. */
  steps: number;
}

export const newBudget = (): Budget => ({ elements: 2_000_000, text: 64_000_000, steps: 5_000_000 });

/** The reason of an unknown that ran out of its allowance. */
export const budgetReason = (what: string): Reason => ({ kind: 'budget', detail: `${what} is larger than demarc computes` });
