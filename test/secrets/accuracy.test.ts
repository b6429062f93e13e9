/** How much is found of what is there, and how much of what is found is there: over 400 secrets and 2,000 look-alikes of a seed. */
import { describe, expect, it } from 'vitest';
import { decoding } from '../../src/app/encoded.js';
import { scanner, secretRules } from '../../src/secrets/index.js';
import { lookAlikes } from './look-alikes.js';
import { secrets, type Sample } from './places.js';
import { randomOf } from './random.js';

const { scan } = scanner();
const look = decoding((text, path) => scan(text, { path }));
const told = ({ kind, path, text }: Sample): string => `${kind} in ${path}: ${text}`;

describe.each([1, 20_261_124])('accuracy, seed %i', (seed) => {
  const planted = secrets(randomOf(seed), 400);
  const others = lookAlikes(randomOf(seed + 1), 2000);
  const missed = planted.filter(({ text, path, line }) => !look(text, path).some((leak) => leak.line === line));
  const beside = planted.filter(({ text, path, line }) => look(text, path).some((leak) => leak.line !== line));
  const wrong = others.filter(({ text, path }) => look(text, path).length > 0);

  it('finds at least 99 of 100', () => {
    expect(missed.length / planted.length, missed.map(told).join('\n')).toBeLessThanOrEqual(0.01);
  });
  it('is right at least 98 times of 100', () => {
    const right = planted.length - missed.length;
    expect(right / (right + wrong.length + beside.length), [...wrong, ...beside].map(told).join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('rules', () => {
  it('are some 180 kinds or more, each with a name of its own, what its holder can do, and how it is revoked', () => {
    expect(secretRules.length).toBeGreaterThanOrEqual(180);
    expect(new Set(secretRules.map(({ id }) => id)).size).toBe(secretRules.length);
    for (const { id, can, revoke, keywords, files, reference } of secretRules) {
      expect([id, can.length > 3, revoke.length > 3, keywords.length > 0 || files !== undefined]).toEqual([id, true, true, true]);
      expect(reference, id).toMatch(/^https:\/\//);
    }
  });
});

describe('a text made to keep a search busy', () => {
  const took = (text: string): number => {
    const runs = [1, 2, 3].map(() => {
      const before = performance.now();
      scan(text, { path: 'a.yaml' });
      return performance.now() - before;
    });
    return Math.min(...runs);
  };
  it.each(['kind: Secret\n ', '-----BEGIN PRIVATE KEY-----\n', `-----BEGIN PRIVATE KEY-----\n${'a'.repeat(9000)}\n`, 'password="', '<pass', 'secret: ', 'name: password, ', 'token "', '${secret:', '"value": "x", "name": "token"\n', 'createUser x SHA ', 'curl -u a:', 'chpasswd:\n', '<key>password</key> ', 'AAAAAAAAAAAAAAAAAAAAA', '"random_password" "type": ', 'the password for a of b is ', 'password for a in b at c ', '"bearer": [{"key": "x", "y": "z"}, ', '"apikey": [{"key": "token", ', 'cookie: a=b; c=d; ', '--name password --x y --z ', '{password, ', 'token =\n  ', 'password: >-\n '])('costs in proportion to its length: %j', (piece) => {
    const short = piece.repeat(Math.ceil(25_000 / piece.length));
    // Sixteen times as long: four times of that for a busy machine; what grows with the square would cost 256 times.
    expect(took(short.repeat(16)) / took(short)).toBeLessThan(64);
  });
});
