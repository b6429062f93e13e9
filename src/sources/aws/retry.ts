/** When a call is made again: after transient faults and throttling, with exponential pauses of random length, so that clients do not come back together. */
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';
import type { Gate } from './gate.js';

export interface RetryOptions {
  /** Tries of each call, the first included. */
  readonly attempts: number;
  /** Milliseconds of the first pause, at most; throttled calls pause five times as long. */
  readonly pause: number;
}

const LONGEST = 20_000;

interface Token extends RetryToken {
  readonly tries: number;
}

const token = (tries: number, delay: number): Token => ({ tries, getRetryCount: () => tries, getRetryDelay: () => delay });

/** Tells the gate of its service and region what it learns. The pauses are "full jitter": any length up to the bound, which doubles. */
export function retrying({ attempts, pause }: RetryOptions, gate: Gate): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0, 0)),
    refreshRetryTokenForRetry: (before: RetryToken, { errorType, retryAfterHint }: RetryErrorInfo) => {
      const tries = before.getRetryCount() + 1;
      if (errorType === 'THROTTLING') gate.throttled();
      if (errorType === 'CLIENT_ERROR' || tries >= attempts) return Promise.reject(new Error('no further try'));
      const hint = retryAfterHint === undefined ? 0 : retryAfterHint.getTime() - Date.now();
      const bound = Math.min(LONGEST, pause * (errorType === 'THROTTLING' ? 5 : 1) * 2 ** (tries - 1));
      return Promise.resolve(token(tries, Math.max(Math.min(hint, LONGEST), Math.random() * bound)));
    },
    recordSuccess: () => gate.succeeded(),
  };
}
