/** Ending early: nothing that is under way, and nothing that waits, holds up the report of what was read. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RetryStrategyV2 } from '@smithy/types';

const ended = (): Error => Object.assign(new Error('reading was ended'), { name: 'AbortError' });

/** What the call answers; an error as soon as the signal comes, whatever the call does then. */
export async function untilEnded<T>(signal: AbortSignal | undefined, call: () => Promise<T>): Promise<T> {
  if (signal === undefined) return call();
  if (signal.aborted) throw ended();
  let stop: (() => void) | undefined;
  const early = new Promise<never>((_, failed) => {
    stop = () => failed(ended());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([call(), early]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/** Milliseconds, or less where the signal comes: then an error. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    throw ended();
  }
}

/** The strategy, with its pauses ended by the signal: those that the library makes itself last to their end, and the program with them. */
export function patient(strategy: RetryStrategyV2, signal: AbortSignal | undefined): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
    recordSuccess: (token) => strategy.recordSuccess(token),
    refreshRetryTokenForRetry: async (before, info) => {
      const token = await strategy.refreshRetryTokenForRetry(before, info);
      await pause(token.getRetryDelay(), signal);
      return { ...token, getRetryDelay: () => 0 };
    },
  };
}
