/** Making rules of rows: a credential told by its own shape, or by its provider's name and a shape. */
import type { Severity } from '../../model/index.js';
import { isDummy } from '../placeholder.js';
import type { SecretRule } from '../rule.js';

const BEFORE = '(?<![A-Za-z0-9_-])';
const AFTER = '(?![A-Za-z0-9_-])';

/** Id, title, severity, keywords, shape, what its holder can do, the provider's page, an example. */
export type Row = readonly [id: string, title: string, severity: Severity, keywords: readonly string[], shape: string, can: string, reference: string, example: string, valid?: SecretRule['valid']];

const REVOKE = 'revoke it where it was made, make another, and look for its use meanwhile';

/** As documentation writes it: the fixed part, and a sign for each character of the rest. */
const hollow = (example: string): string => example.replace(/\{\w:(\d+)\}|\{uuid\}/g, (_, count?: string) => (count === undefined ? 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx' : 'x'.repeat(Number(count)))).replace('{crc}', 'xxxxxx');

/** Credentials that nothing else looks like. */
export const shaped = (rows: readonly Row[]): readonly SecretRule[] =>
  rows.map(([id, title, severity, keywords, shape, can, reference, example, valid]) => ({
    id,
    title,
    severity,
    keywords,
    pattern: new RegExp(`${BEFORE}(?:${shape})${AFTER}`, 'g'),
    valid: (value, match, path) => !isDummy(value) && valid?.(value, match, path) !== false,
    examples: { bad: [example], good: [hollow(example), `${example.slice(0, example.search(/\{|$/))}...`] },
    can,
    revoke: REVOKE,
    reference,
  }));

/** Credentials of a plain shape under a name that says whose they are: the names in small letters, four at least. */
export const named = (rows: readonly Row[]): readonly SecretRule[] =>
  rows.map(([id, title, severity, names, shape, can, reference, example, valid]) => {
    const whole = new RegExp(`^(?:${shape})$`);
    return {
      id,
      title,
      severity,
      keywords: names.flatMap(spellings),
      follows: /[\w.-]{0,40}\\?["'\]]{0,2}\s{0,4}[:=,|?>v(@{"'`]/y,
      pattern: new RegExp(`(?:${names.map((name) => name.replace(/[_-]/g, '[_.-]?')).join('|')})[\\w.-]{0,24}?(?:key|token|secret|pat|auth|password|pass|pwd|dsn|credential|sid)[\\w.-]{0,10}\\\\?["'\\]]{0,2}\\s{0,4}(?:(?:=>?|:=?|,|\\|{1,2}=?|\\?\\?=?|\\(|\\{\\s?get;[^{}]{0,30}\\}\\s?=|:\\s?&?(?:'static\\s)?[A-Za-z]{2,10}\\s?=|,?\\s{0,4}\\\\?["']?value\\\\?["']?\\s?[=:]|>)\\s{0,4}\\\\?["'\`]?|(?<=\\s)@?["'])(?<value>${shape})${AFTER}`, 'gi'),
      valid: (value, match, path) => whole.test(value) && !isDummy(value) && valid?.(value, match, path) !== false,
      examples: { bad: [example], good: [hollow(example), example.replace(/=.*/, '=${TOKEN}'), example.replace(/=.*/, '=your-token-here')] },
      can,
      revoke: REVOKE,
      reference,
    };
  });

/** As programs, files of variables, of properties and of options write a name of one word or two. */
const spellings = (name: string): readonly string[] => {
  const [first = '', ...rest] = name.split(/[_-]/).filter((word) => word !== '');
  const joined = rest.length === 0 ? [name] : ['_', '-', '.', ''].map((sign) => [first, ...rest].join(sign) + (/[_-]$/.test(name) ? sign : ''));
  const camel = first + rest.map(title).join('');
  return [...new Set([name, ...joined].flatMap((one) => [one, one.toUpperCase(), title(one)]).concat(camel, title(camel)))].filter((word) => word.length >= 4);
};
const title = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** A short prefix with each character that may come next: four characters are told from other text three times as fast as three. */
export const beside = (word: string, next = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'): readonly string[] => [...next].map((one) => `${word}${one}`);
