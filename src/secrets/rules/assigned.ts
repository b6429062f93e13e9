/** Credentials that are told by the name that they stand under, or by their place in an address. */
import { isPlaceholder, looksRandom } from '../placeholder.js';
import type { SecretRule } from '../rule.js';

/** Four characters are told from other text three times as fast as three: a short word stands here with each character that may be beside it. */
const schemes = [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((last) => `${last}://`);
const short = ['pwd', 'PWD', 'Pwd'].flatMap((word) => [...`=: "'\\_`].map((next) => `${word}${next}`));

export const assignedRules: readonly SecretRule[] = [
  {
    id: 'url-credentials',
    title: 'user and password in an address',
    severity: 'high',
    keywords: schemes,
    follows: /[^\s:/@"'<>`{}$%]{0,64}:[^\s/@"'<>`{}$()]{4,128}@/y,
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>`{}$%]{0,64}:(?<value>[^\s/@"'<>`{}$()]{4,128})@[A-Za-z0-9[][\w.:[\]-]{1,250}/g,
    valid: (value, match) => !isPlaceholder(value) && !/^(?:user|username|pass|password)$/i.test(value) && !/@(?:example\.(?:com|org|net)|host)\b/.test(match[0]),
    can: 'log in to the service at that address',
    revoke: 'change the password there',
  },
  {
    id: 'assigned-secret',
    title: 'secret under a telling name',
    severity: 'high',
    keywords: ['pass', 'PASS', 'Pass', ...short, 'secret', 'SECRET', 'Secret', 'token', 'TOKEN', 'Token', 'api_key', 'API_KEY', 'apikey', 'apiKey', 'ApiKey', 'APIKEY', 'api-key', 'private_key', 'PRIVATE_KEY', 'privateKey', 'access_key', 'ACCESS_KEY', 'accessKey', 'credential', 'CREDENTIAL'],
    // The rest of the name, and a sign of assignment.
    follows: /(?:(?<=[:=])|[\w.-]{0,40}\\?["']?\s{0,8}[:=])/y,
    pattern:
      /(?<![A-Za-z0-9])(?<name>[\w.-]{0,40}?(?:password|passwd|passphrase|pwd|secret|secret_?key|token|api[_-]?key|private_?key|access_?key|credentials?))\\?["']?\s{0,8}(?:=>?|:=?)\s{0,8}\\?(?:"(?<double>[^"\\\r\n]{8,200})\\?"|'(?<single>[^'\\\r\n]{8,200})'|(?<plain>[^\s"'`,;{}()[\]<>|\\]{8,200})(?=\s|$|[,;}\\]))/gi,
    valid: (value, { groups }) => !isPlaceholder(value) && (groups?.['plain'] === undefined || !/[.(]|^\w+\[|::|->/.test(value)) && looksRandom(value),
    can: 'use whatever it opens: its name and what stands around it tell',
    revoke: 'change it where it is checked',
  },
];
