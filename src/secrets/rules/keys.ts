/** Private keys and signed tokens. */
import type { SecretRule } from '../rule.js';
import { isPlaceholder } from '../placeholder.js';
import { shaped } from './shapes.js';

const json = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

const prove = 'prove to be its owner: log in, sign or decrypt';
const replace = 'replace the pair everywhere, and revoke certificates over it';

/** Base64 of a key: it begins as ASN.1 or as OpenSSH's own form does, or at least is nothing else than base64. */
function isKey(body: string): boolean {
  const text = body.replace(/\\[nr]/g, '\n').replace(/^[A-Za-z-]+:.*$/gm, '');
  const base64 = text.replace(/[\s",'+\\]|&#10;/g, '');
  // The shortest, of Ed25519, has 64 characters, some of which are taken for the signs between pieces of a text. An encrypted one needs its passphrase, too.
  return !/ENCRYPTED/.test(body) && base64.length >= 48 && !/(.)\1{15}/.test(base64.replace(/^A+/, '').slice(0, 200)) && new Set(base64).size > 16 && !/\.\.\.|example|placeholder|REDACTED/i.test(body);
}

export const keyRules: readonly SecretRule[] = [
  ...shaped([
    [
      'jwt',
      'JSON web token',
      'medium',
      [...'0hjlrq4'].map((next) => `eyJ${next}`),
      'eyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{20,700}',
      'act as its subject until it expires',
      'https://datatracker.ietf.org/doc/html/rfc7519',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3Iiwicm9sZSI6Im9wcyJ9.{x:43}',
      (value) => {
        const [head, body] = value.split('.').map(json);
        if (head === null || typeof head !== 'object' || !('alg' in head) || head.alg === 'none' || body === null || typeof body !== 'object') return false;
        // The one of jwt.io, and of RFC 7519, section 3.1. Supabase's public role is made to be public.
        return !/"(?:some":\s?"payload|name":\s?"John Doe|iss":\s?"joe|role":\s?"anon)/.test(JSON.stringify(body));
      },
    ],
  ]),
  {
    id: 'private-key',
    title: 'private key',
    severity: 'critical',
    keywords: ['PRIVATE KEY'],
    pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----(?<value>(?:\s|\\n|\\r|"|')(?:(?!-----)[A-Za-z0-9+/=\s\\nr,:."'_-]){64,12000})-----END (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----/g,
    lines: true,
    valid: (value, match) => !match[0].startsWith('-----BEGIN ENCRYPTED') && isKey(value),
    examples: { bad: ['-----BEGIN RSA PRIVATE KEY-----\n{b:64}\n{b:64}\n{b:64}\n-----END RSA PRIVATE KEY-----', '"-----BEGIN PRIVATE KEY-----\\n{b:64}\\n{b:64}\\n-----END PRIVATE KEY-----\\n"'], good: ['-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----', '-----BEGIN ENCRYPTED PRIVATE KEY-----\n{b:64}\n{b:64}\n-----END ENCRYPTED PRIVATE KEY-----', '-----BEGIN PUBLIC KEY-----\n{b:64}\n{b:64}\n-----END PUBLIC KEY-----', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,{H:32}\n\n{b:64}\n{b:64}\n-----END RSA PRIVATE KEY-----'] },
    can: prove,
    revoke: replace,
    reference: 'https://datatracker.ietf.org/doc/html/rfc7468',
  },
  {
    id: 'openvpn-static-key',
    title: 'static key of OpenVPN',
    severity: 'critical',
    keywords: ['OpenVPN Static key'],
    pattern: /-----BEGIN OpenVPN Static key V1-----(?<value>\r?\n(?:[0-9a-f]{32}\r?\n){16})-----END OpenVPN Static key V1-----/g,
    lines: true,
    reach: 2000,
    examples: { bad: ['-----BEGIN OpenVPN Static key V1-----\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n{h:32}\n-----END OpenVPN Static key V1-----'], good: ['-----BEGIN OpenVPN Static key V1-----\n...\n-----END OpenVPN Static key V1-----'] },
    can: 'join the tunnel and read what passes through it',
    revoke: replace,
    reference: 'https://openvpn.net/community-resources/static-key-mini-howto/',
  },
  {
    id: 'putty-private-key',
    title: 'private key of PuTTY',
    severity: 'critical',
    keywords: ['PuTTY-User-Key-File'],
    pattern: /PuTTY-User-Key-File-\d: [^\r\n]{3,40}\r?\nEncryption: none\r?\n[\s\S]{20,6000}?Private-Lines: \d{1,3}\r?\n(?<value>[A-Za-z0-9+/=\r\n]{40,8000})/g,
    lines: true,
    examples: { bad: ['PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: a\nPublic-Lines: 1\n{b:64}\nPrivate-Lines: 2\n{b:64}\n{b:40}\n'], good: ['PuTTY-User-Key-File-2: ssh-rsa\nEncryption: aes256-cbc\nComment: a\nPublic-Lines: 1\n{b:64}\nPrivate-Lines: 2\n{b:64}\n{b:40}\n'] },
    can: prove,
    revoke: replace,
    reference: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
  },
  {
    // The start of a key in PEM, in base64 once more: as manifests and variables hold it.
    id: 'private-key-base64',
    title: 'private key in base64',
    severity: 'critical',
    keywords: ['LS0tLS1CRUdJTi'],
    pattern: /(?<![A-Za-z0-9+/])(?<value>LS0tLS1CRUdJTi[A-Za-z0-9+/]{60,12000}={0,2})/g,
    lines: true,
    valid: (value) => /^-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/.test(Buffer.from(value.slice(0, 120), 'base64').toString('latin1')),
    examples: { bad: ['key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t{b:200}'], good: ['crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t{b:200}'] },
    can: prove,
    revoke: replace,
    reference: 'https://datatracker.ietf.org/doc/html/rfc7468',
  },
  {
    id: 'jwk-private-key',
    title: 'private key as JSON',
    severity: 'critical',
    keywords: ['"kty"'],
    pattern: /"d"\s{0,4}:\s{0,4}"(?<value>[A-Za-z0-9_-]{40,700})"/g,
    lines: true,
    reach: 4000,
    examples: { bad: ['{"kty":"EC","x":"{u:43}","d":"{u:43}"}'], good: ['{"kty":"RSA","n":"{u:342}","e":"AQAB"}'] },
    can: prove,
    revoke: replace,
    reference: 'https://datatracker.ietf.org/doc/html/rfc7517',
  },
  {
    id: 'pkcs12',
    title: 'key store with its password beside it',
    severity: 'high',
    keywords: ['-storepass', '-keypass', 'pass:', '-srcstorepass'],
    pattern: /(?:-storepass|-keypass|-srcstorepass|pass(?:in|out)? pass:)[ =]?["']?(?<value>[^\s"'$]{6,64})/g,
    valid: (value) => !isPlaceholder(value) && !/^(?:changeit|password|changeme|android)$/i.test(value) && !/[<>{}]/.test(value),
    examples: { bad: ['keytool -genkey -storepass {x:12}', 'openssl pkcs12 -passin pass:{x:12}'], good: ['keytool -storepass changeit', 'openssl pkcs12 -passin pass:$PASS', '-passout pass:notasecret'] },
    can: 'open the key store and use its keys',
    revoke: replace,
    reference: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html',
  },
];
