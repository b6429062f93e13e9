/** Kleene's three-valued connectives: what is decided by one side does not wait for the other. */
import type { Truth } from '../model/index.js';

export const and = (...truths: readonly Truth[]): Truth => (truths.includes(false) ? false : truths.includes('unknown') ? 'unknown' : true);
export const or = (...truths: readonly Truth[]): Truth => (truths.includes(true) ? true : truths.includes('unknown') ? 'unknown' : false);
export const not3 = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);

/** Whether some item fulfils it; stops at the first that does. */
export function some3<T>(items: Iterable<T>, question: (item: T) => Truth): Truth {
  let answer: Truth = false;
  for (const item of items) {
    const one = question(item);
    if (one === true) return true;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** Whether every item fulfils it; stops at the first that does not. */
export function every3<T>(items: Iterable<T>, question: (item: T) => Truth): Truth {
  let answer: Truth = true;
  for (const item of items) {
    const one = question(item);
    if (one === false) return false;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}
