/** Credentials that tell what they are by their own shape. */
import { crc32 } from 'node:zlib';
import type { SecretRule } from '../rule.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The last six characters are a CRC-32 of those before them, in base 62: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
function checksummed(value: string): boolean {
  const body = value.slice(value.lastIndexOf('_') + 1);
  let left = crc32(body.slice(0, -6));
  let digits = '';
  for (let i = 0; i < 6; i++) {
    digits = `${BASE62[left % 62] ?? ''}${digits}`;
    left = Math.floor(left / 62);
  }
  return body.slice(-6) === digits;
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** A short prefix with each character that may come next: see `assigned.ts`. */
const beside = (word: string): readonly string[] => [...`${BASE62}_-`].map((next) => `${word}${next}`);

const WORD = '(?<![A-Za-z0-9_-])';
const END = '(?![A-Za-z0-9_-])';
const kind = (id: string, title: string, severity: SecretRule['severity'], keywords: readonly string[], shape: string, can: string, revoke: string, valid?: SecretRule['valid']): SecretRule => ({
  id,
  title,
  severity,
  keywords,
  pattern: new RegExp(`${WORD}(?:${shape})${END}`, 'g'),
  can,
  revoke,
  ...(valid === undefined ? {} : { valid }),
});

export const providerRules: readonly SecretRule[] = [
  // Base 32 without 0, 1, 8 and 9: the account number is packed into it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  kind('aws-access-key', 'AWS access key', 'critical', ['AKIA'], 'AKIA[A-Z2-7]{16}', 'do whatever the policies of its user allow, from anywhere', 'deactivate it in IAM, look for its use in CloudTrail, then delete it'),
  kind('aws-temporary-key', 'AWS temporary access key', 'high', ['ASIA'], 'ASIA[A-Z2-7]{16}', 'do whatever its role allows until the session ends', 'revoke the active sessions of the role'),
  {
    id: 'aws-secret-key',
    title: 'AWS secret access key',
    severity: 'critical',
    keywords: ['secret', 'SECRET', 'Secret'],
    follows: /[\w.-]{0,20}key/iy,
    pattern: /(?:aws[\w.-]{0,20})?secret[\w.-]{0,20}key[\w.-]{0,10}["'\s]{0,3}(?:=>?|:=?)\s{0,4}["']?(?<value>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
    valid: (value) => /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value),
    can: 'with its key id do whatever the policies of its user allow',
    revoke: 'deactivate the access key in IAM, look for its use in CloudTrail, then delete it',
  },
  kind('github-token', 'GitHub token', 'critical', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 'gh[pousr]_[A-Za-z0-9]{36}', 'read and write what its scopes allow', 'delete it in the settings of its owner', checksummed),
  kind('github-fine-grained-token', 'GitHub fine-grained token', 'critical', ['github_pat_'], 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}', 'read and write what its permissions allow', 'delete it in the settings of its owner'),
  kind('gitlab-token', 'GitLab token', 'critical', ['glpat-', 'gldt-', 'glrt-'], 'gl(?:pat|dt|rt)-[A-Za-z0-9_-]{20,50}', 'read and write what its scopes allow', 'revoke it in the settings of its owner'),
  kind('slack-token', 'Slack token', 'high', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-'], 'xox[abprs]-\\d{9,14}-[A-Za-z0-9-]{20,80}', 'read and write messages in the workspace', 'revoke it in the settings of the app'),
  kind('slack-webhook', 'Slack webhook', 'medium', ['hooks.slack.com'], 'https://hooks\\.slack\\.com/services/T[A-Z0-9]{7,12}/B[A-Z0-9]{7,12}/[A-Za-z0-9]{20,28}', 'write into a channel', 'remove the webhook from the app'),
  kind('stripe-key', 'Stripe live key', 'critical', ['sk_live_', 'rk_live_'], '[sr]k_live_[A-Za-z0-9]{20,247}', 'charge, refund and read customers', 'roll the key in the dashboard'),
  kind('google-api-key', 'Google API key', 'medium', ['AIza'], 'AIza[A-Za-z0-9_-]{35}', 'call the APIs that it is not restricted from, at the project’s cost', 'delete it in the credentials of the project'),
  kind('npm-token', 'npm token', 'critical', ['npm_'], 'npm_[A-Za-z0-9]{36}', 'publish packages of its owner', 'revoke it with `npm token revoke`', checksummed),
  kind('pypi-token', 'PyPI token', 'critical', ['pypi-AgE'], 'pypi-AgE[A-Za-z0-9_-]{50,250}', 'publish packages of its owner', 'remove it in the settings of the account'),
  kind('docker-token', 'Docker Hub token', 'high', ['dckr_pat_'], 'dckr_pat_[A-Za-z0-9_-]{27}', 'push and pull images of its owner', 'delete it in the security settings of the account'),
  kind('sendgrid-key', 'SendGrid key', 'high', beside('SG.'), 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}', 'send mail as the account', 'delete it in the settings of the account'),
  kind('openai-key', 'OpenAI key', 'high', ['T3BlbkFJ'], 'sk-[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}', 'call models at the cost of the account', 'delete it in the settings of the project'),
  kind('anthropic-key', 'Anthropic key', 'high', ['sk-ant-'], 'sk-ant-[a-z0-9]{3,8}-[A-Za-z0-9_-]{80,120}', 'call models at the cost of the account', 'delete it in the console'),
  kind('digitalocean-token', 'DigitalOcean token', 'critical', ['dop_v1_', 'doo_v1_'], 'do[op]_v1_[a-f0-9]{64}', 'manage the account’s machines and data', 'revoke it in the API settings'),
  kind('vault-token', 'Vault token', 'high', ['hvs.', 'hvb.'], 'hv[sb]\\.[A-Za-z0-9_-]{24,200}', 'read what its policies allow', 'revoke it with `vault token revoke`'),
  kind('azure-storage-key', 'Azure storage account key', 'critical', ['AccountKey='], 'AccountKey=(?<value>[A-Za-z0-9+/]{86}==)', 'read and write everything in the storage account', 'rotate the key of the storage account'),
  kind('terraform-token', 'HCP Terraform token', 'critical', ['.atlasv1.'], '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}', 'read states and apply plans of its owner', 'delete it in the settings of its owner'),
  kind('jwt', 'JSON web token', 'medium', [...'0hjlrq4'].map((next) => `eyJ${next}`), 'eyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{20,700}', 'act as its subject until it expires', 'end the session, or change the key that signs', (value) => {
    const header = json(value.split('.')[0] ?? '');
    return header !== null && typeof header === 'object' && 'alg' in header && header.alg !== 'none';
  }),
  {
    id: 'private-key',
    title: 'private key',
    severity: 'critical',
    keywords: ['PRIVATE KEY'],
    pattern: /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----(?<value>(?:\s|\\n|\\r)[A-Za-z0-9+/=\s\\nr,:."'-]{100,12000}?)-----END (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----/g,
    lines: true,
    // An encrypted one needs its passphrase, too.
    valid: (value) => !/ENCRYPTED/.test(value),
    can: 'prove to be its owner: log in, sign or decrypt',
    revoke: 'replace the pair everywhere, and revoke certificates over it',
  },
];
