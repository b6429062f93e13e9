import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/sources/aws/gate.js';
import { retrying } from '../../src/sources/aws/retry.js';

const later = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the gate of calls', () => {
  it('lets no more through than it is wide, and all in the end', async () => {
    const gate = new Gate(3);
    let under = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        gate.through(async () => {
          most = Math.max(most, ++under);
          await later();
          under--;
          return i;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(done).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('halves when it is throttled, once for calls that were under way together, and recovers by one a round', () => {
    const gate = new Gate(16, 100);
    gate.throttled(1_000);
    gate.throttled(1_050);
    expect(gate.width).toBe(8);
    gate.throttled(1_200);
    expect(gate.width).toBe(4);
    for (let i = 0; i < 5; i++) gate.succeeded();
    expect(gate.width).toBe(5);
    for (let at = 2_000; at < 4_000; at += 200) gate.throttled(at);
    expect(gate.width).toBe(1);
    for (let i = 0; i < 1_000; i++) gate.succeeded();
    expect(gate.width).toBe(16);
  });

  it('lets fewer through from then on', async () => {
    const gate = new Gate(8, 0);
    gate.throttled(1);
    gate.throttled(2);
    let [under, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 12 }, () =>
        gate.through(async () => {
          most = Math.max(most, ++under);
          await later();
          under--;
        }),
      ),
    );
    expect(most).toBe(2);
  });

  it('gives its place on when a call fails', async () => {
    const gate = new Gate(1);
    const failing = gate.through(() => Promise.reject(new Error('no')));
    const next = gate.through(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});

describe('trying again', () => {
  const gate = new Gate(8, 0);
  it('pauses longer each time, and longer when throttled, never in step', async () => {
    const strategy = retrying({ attempts: 10, pause: 100 }, gate);
    const start = await strategy.acquireInitialRetryToken('');
    const delays = await Promise.all(Array.from({ length: 50 }, () => strategy.refreshRetryTokenForRetry(start, { errorType: 'THROTTLING' })));
    expect(Math.max(...delays.map((one) => one.getRetryDelay()))).toBeLessThanOrEqual(500);
    expect(new Set(delays.map((one) => one.getRetryDelay())).size).toBeGreaterThan(10);
    let at = start;
    for (let i = 0; i < 9; i++) at = await strategy.refreshRetryTokenForRetry(at, { errorType: 'TRANSIENT' });
    expect(at.getRetryDelay()).toBeLessThanOrEqual(20_000);
    await expect(strategy.refreshRetryTokenForRetry(at, { errorType: 'TRANSIENT' })).rejects.toThrow();
  });

  it('does not try again what would fail again', async () => {
    const strategy = retrying({ attempts: 10, pause: 1 }, gate);
    await expect(strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(''), { errorType: 'CLIENT_ERROR' })).rejects.toThrow();
  });

  it('waits as long as the service asks', async () => {
    const strategy = retrying({ attempts: 3, pause: 1 }, gate);
    const next = await strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(''), { errorType: 'THROTTLING', retryAfterHint: new Date(Date.now() + 3_000) });
    expect(next.getRetryDelay()).toBeGreaterThan(2_000);
  });
});
