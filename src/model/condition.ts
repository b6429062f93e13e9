/**
 * Three-valued (Kleene) conditions that keep the evidence that decided them.
 * A deciding false is never hidden by an unknown; an unknown survives only where it could still decide.
 */
import type { Evidence } from './evidence.js';
import type { Reason } from './reason.js';

export type Truth = boolean | 'unknown';

export interface Condition {
  readonly truth: Truth;
  /** The values that decided it; of several causes, all. */
  readonly evidence: readonly Evidence[];
  /** Why it is unknown; empty when it is not. */
  readonly reasons: readonly Reason[];
  /** What to tell the reader, when the evidence alone would not say it: "port 22 is open to 0.0.0.0/0". */
  readonly message?: string;
}

export const holds = (evidence: readonly Evidence[] = [], message?: string): Condition => ({ truth: true, evidence, reasons: [], message });
export const fails = (evidence: readonly Evidence[] = [], message?: string): Condition => ({ truth: false, evidence, reasons: [], message });
export const undecided = (reasons: readonly Reason[], evidence: readonly Evidence[] = [], message?: string): Condition => ({
  truth: 'unknown',
  evidence,
  reasons,
  message,
});

/** `decide(x > 3, evidence)`: a condition from a plain boolean. */
export const decide = (truth: boolean, evidence: readonly Evidence[] = [], message?: string): Condition => ({ truth, evidence, reasons: [], message });

/** The same condition with a sentence for the reader; a message that is there already stays. */
export const because = (condition: Condition, message: string | ((truth: Truth) => string | undefined)): Condition =>
  condition.message !== undefined ? condition : { ...condition, message: typeof message === 'string' ? message : message(condition.truth) };

export function not(condition: Condition): Condition {
  return condition.truth === 'unknown' ? condition : { ...condition, truth: !condition.truth };
}

/** True when all are: one false decides, else one unknown does. */
export const all = (...conditions: readonly (Condition | readonly Condition[])[]): Condition => combine(conditions.flat() as readonly Condition[], false);
/** True when any is: one true decides, else one unknown does. */
export const any = (...conditions: readonly (Condition | readonly Condition[])[]): Condition => combine(conditions.flat() as readonly Condition[], true);
/** `premise` implies `conclusion`: true where the premise does not hold. */
export const implies = (premise: Condition, conclusion: Condition): Condition => any(not(premise), conclusion);

function combine(conditions: readonly Condition[], deciding: boolean): Condition {
  let unknown = false;
  let decided = false;
  for (const { truth } of conditions) {
    if (truth === deciding) decided = true;
    else if (truth === 'unknown') unknown = true;
  }
  const truth: Truth = decided ? deciding : unknown ? 'unknown' : !deciding;
  const chosen: Condition[] = [];
  for (const condition of conditions) if (condition.truth === truth) chosen.push(condition);
  // Of most there is one: conditions are combined for every check of every resource.
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) return truth === 'unknown' || only.reasons.length === 0 ? only : { ...only, reasons: [] };
  const evidence = new Set<Evidence>();
  const reasons = new Set<Reason>();
  const messages = new Set<string>();
  for (const one of chosen) {
    for (const piece of one.evidence) evidence.add(piece);
    if (truth === 'unknown') for (const reason of one.reasons) reasons.add(reason);
    if (one.message !== undefined) messages.add(one.message);
  }
  return { truth, evidence: [...evidence], reasons: [...reasons], message: messages.size === 0 ? undefined : [...messages].join('; ') };
}
