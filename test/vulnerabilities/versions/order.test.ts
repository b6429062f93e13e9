/** Every grammar is a total order: whatever its versions are, and whichever way round they are asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemeOf } from '../../../src/vulnerabilities/versions/index.js';

const number = fc.constantFrom('0', '1', '2', '9', '10', '01', '007', '20240101', '18446744073709551616');
const numbers = (least: number, most: number): fc.Arbitrary<string> => fc.array(number, { minLength: least, maxLength: most }).map((parts) => parts.join('.'));
const optional = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...texts);
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(''));
const pre = optional('-alpha', '-alpha.1', '-rc.2', '-0', '-0.20240101000000-abcdefabcdef', '-A', '-a-b', '-1.x');

const grammars: Readonly<Record<string, fc.Arbitrary<string>>> = {
  Debian: joined(optional('1:', '0:', '2:'), fc.stringMatching(/^[0-9][0-9a-zA-Z.+~]{0,8}$/), optional('-1', '-1~deb12u1', '-0', '-1+b1', '-a.b~')),
  'Rocky Linux': joined(optional('1:', '0:'), fc.stringMatching(/^[0-9a-z][0-9a-zA-Z._+~^]{0,8}$/), optional('-1', '-1.el9', '-1.el9_2.3', '-0.1^git')),
  Alpine: joined(numbers(1, 4), optional('a', 'b', 'z'), optional('_alpha', '_alpha1', '_beta2', '_pre0', '_rc1', '_p1', '_git20240101', '_cvs'), optional('_p0', '_rc3'), optional('~ab12', '~0'), optional('-r0', '-r1', '-r10')),
  npm: joined(numbers(3, 3), pre, optional('+1', '+a.b')),
  Pub: joined(numbers(3, 3), pre, optional('+1', '+a.b', '+2')),
  Go: fc.oneof(joined(fc.constant('v'), numbers(3, 3), pre, optional('+incompatible')), fc.constantFrom('go1.21', 'go1.21rc2', 'go1.21.5', '1.22beta1', '1.21.0-rc.1')),
  PyPI: joined(optional('1!', 'v'), numbers(1, 4), optional('a', 'a1', '.b2', '-rc.3', 'c'), optional('.post1', '-2', 'rev'), optional('.dev', '.dev3'), optional('+a', '+1.a', '+A-2')),
  RubyGems: joined(numbers(1, 3), optional('.a', '.pre1', '.rc.1', '.b.0', '-1', '-x')),
  NuGet: joined(numbers(1, 4), pre, optional('+meta')),
  Packagist: joined(optional('v'), fc.array(fc.constantFrom('0', '1', '2', '10', '99999'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')), optional('-alpha', '-beta1', '-RC2', 'rc.3', '-p1', '-patch', '-stable', '-b'), optional('-dev')),
  Maven: fc.oneof(joined(numbers(1, 4), optional('-alpha', '-beta-1', '-rc1', '-SNAPSHOT', '-sp1', '.Final', '-jre', '-M2')), joined(numbers(1, 3), optional('-1', '-20240101', '-GA'))),
  CRAN: joined(numbers(1, 3), optional('-1', '-10')),
};

describe.each(Object.entries(grammars))('%s', (ecosystem, version) => {
  const scheme = schemeOf(ecosystem);
  const order = (a: string, b: string): number => Math.sign(scheme?.compare(a, b) ?? NaN);

  it('answers for every version of its grammar, equal to itself, and the other way round', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(scheme?.valid(a), a).toBe(true);
        expect(order(a, a), a).toBe(0);
        expect(order(a, b) + order(b, a), `${a} ${b}`).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(version, version, version, (...three) => {
        const [a, b, c] = three.sort(order) as [string, string, string];
        for (const [x, y] of [[a, b], [b, c], [a, c]] as const) expect(order(x, y), `${x} ${y} of ${a} ${b} ${c}`).toBeLessThanOrEqual(0);
        if (order(a, b) === 0 && order(b, c) === 0) expect(order(a, c), `${a} ${b} ${c}`).toBe(0);
      }),
      { numRuns: 600 },
    );
  });
});

describe('what is no version', () => {
  it.each([['Debian', ''], ['Debian', 'a b'], ['Alpine', '1.0_foo'], ['Alpine', 'edge'], ['npm', 'git+https://example.com/x.git'], ['npm', '*'], ['PyPI', '1.0-foo'], ['Go', '(devel)'], ['RubyGems', 'x'], ['NuGet', '1.2.3.4.5'], ['Packagist', 'dev-main'], ['Packagist', '1.x-dev']])('%s has no place for `%s`', (ecosystem, text) => {
    expect(schemeOf(ecosystem)?.compare(text, '1.0.0')).toBeUndefined();
  });

  it('does not take apart what nobody would write', () => {
    expect(schemeOf('Debian')?.valid('1'.repeat(100_000))).toBe(false);
  });

  it('knows no order for an ecosystem that it does not know', () => {
    expect(schemeOf('Nix')).toBeUndefined();
    expect(schemeOf('constructor')).toBeUndefined();
  });
});
