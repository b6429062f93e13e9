/**
 * Credentials as their providers document them, written down from their pages and not from the rules. The fixed part of each is put
 * together here, so that no text of this repository looks like one.
 */
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Random } from './random.js';

/** Told by their own shape: prefix and form. */
const SHAPES: readonly (readonly [prefix: string, form: string])[] = [
  ['AK', 'IA{t:16}'], ['AS', 'IA{t:16}'], ['AI', 'za{u:35}'], ['GOC', 'SPX-{u:28}'], ['ya', '29.a0{u:60}'], ['github', '_pat_{x:22}_{x:59}'], ['gl', 'pat-{u:20}'], ['gl', 'dt-{u:20}'], ['gl', 'rt-{u:20}'], ['glp', 'tt-{h:40}'],
  ['xo', 'xb-{d:12}-{d:12}-{x:24}'], ['xo', 'xp-{d:12}-{d:12}-{d:12}-{h:32}'], ['xa', 'pp-1-A{N:10}-{d:13}-{h:64}'], ['https://hooks.sl', 'ack.com/services/T{N:8}/B{N:10}/{x:24}'], ['https://discord', '.com/api/webhooks/{d:18}/{u:68}'],
  ['sk_', 'live_{x:24}'], ['rk_', 'live_{x:24}'], ['sq0', 'csp-{u:43}'], ['shp', 'at_{h:32}'], ['shp', 'ss_{h:32}'], ['pypi-', 'AgEIcHlwaS5vcmc{u:130}'], ['rubygems', '_{h:48}'], ['dckr', '_pat_{u:27}'], ['SG', '.{u:22}.{u:43}'],
  ['key', '-{h:32}'], ['{h:32}', '-us1{d:1}'], ['xkeysib', '-{h:64}-{x:16}'], ['NRAK', '-{N:27}'], ['glsa', '_{x:32}_{h:8}'], ['dop_', 'v1_{h:64}'], ['dapi', '{h:32}'], ['pscale', '_pw_{u:43}'], ['sb', 'p_{h:40}'], ['AVNS', '_{x:18}'],
  ['sk-', 'ant-api03-{x:93}AA'], ['sk-', 'proj-{x:20}T3BlbkFJ{x:20}'], ['gsk', '_{x:52}'], ['hf', '_{l:34}'], ['r8', '_{x:37}'], ['pplx', '-{x:48}'], ['lin_', 'api_{x:40}'], ['ntn', '_{d:11}{x:35}'], ['figd', '_{u:40}'], ['PMAK', '-{h:24}-{h:34}'],
  ['pat-na1', '-{uuid}'], ['CFPAT', '-{u:43}'], ['ATATT3', 'xFfGF0{x:170}'], ['ATBB', '{x:24}{H:8}'], ['bkua', '_{h:40}'], ['sqp', '_{h:40}'], ['sgp', '_{h:40}'], ['dt0c01', '.{N:24}.{N:64}'], ['sntryu', '_{h:64}'], ['rzp_', 'live_{x:14}'],
  ['LTAI', '5t{x:18}'], ['AKID', '{x:32}'], ['{x:3}8', 'Q~{x:34}'], ['{d:9}:', 'AA{x:33}'], ['shippo_', 'live_{h:40}'], ['EZ', 'AK{x:54}'], ['hvs', '.{x:95}'], ['rdme', '_{n:70}'], ['duffel_', 'live_{u:43}'], ['tfp', '_{u:44}'],
  ['ABSK', 'QmVkcm9ja0FQSUtleS{b:110}'], ['da2', '-{n:26}'], ['amzn1.oa2', '-cs.v1.{h:64}'], ['IQoJb3', 'JpZ2luX2Vj{x:400}=='], ['GOOG', '1E{N:55}'], ['AAAA{u:7}:', 'APA91b{u:134}'], ['1/', '/0g{u:60}'], ['{b:42}+', 'ACRB{b:5}'], ['{x:42}', 'AzSeC{x:5}'], ['{b:33}+', 'AEhK{b:5}='],
  ['{b:76}+', 'ASt{b:5}A=='], ['{u:44}', 'AzFu{u:5}A=='], ['y0_', 'A{u:53}'], ['cf', 'ut_{x:48}'], ['xnd_', 'production_{x:48}'], ['sk_', '{uuid}'], ['pcsk', '_{x:6}_{x:62}'], ['CCDB1', '_{x:22}_{x:40}'], ['essu', '_{x:76}=='], ['csk', '-{n:48}'], ['sk-', 'lf-{uuid}'], ['e2b', '_{h:40}'],
  ['rpa', '_{N:40}{n:6}'], ['p8e', '-{u:32}'], ['ATTA', '{h:64}{H:8}'], ['pk', '_{d:8}_{N:32}'], ['lip', '_{x:20}'], ['EAAG', '{x:180}'], ['sk.', 'eyJ{x:56}.{u:22}'], ['glagent', '-{u:50}'], ['dp.', 'st.prd.{x:43}'], ['OTg3MTIz', 'NDU2Nzg5MDEyMzQ1.{u:6}.{u:38}'],
];

/** Of a plain form, told by the name that they stand under. */
const NAMED: readonly (readonly [name: string, form: string])[] = [
  ['AWS_SECRET_ACCESS_KEY', '{b:40}'], ['TWILIO_AUTH_TOKEN', '{h:32}'], ['CLOUDFLARE_API_TOKEN', '{x:40}'], ['HEROKU_API_KEY', '{uuid}'], ['LINODE_TOKEN', '{h:64}'], ['HCLOUD_TOKEN', '{x:64}'], ['DATADOG_API_KEY', '{h:32}'], ['FASTLY_API_TOKEN', '{x:32}'],
  ['SNYK_TOKEN', '{uuid}'], ['CIRCLECI_TOKEN', '{h:40}'], ['SPOTIFY_CLIENT_SECRET', '{h:32}'], ['ALGOLIA_ADMIN_KEY', '{h:32}'], ['COHERE_API_KEY', '{x:40}'], ['MAILJET_SECRET_KEY', '{h:32}'], ['OKTA_API_TOKEN', '00{x:40}'], ['PAGERDUTY_API_KEY', '{x:20}'],
  ['SESSION_SECRET', '{h:64}'], ['JWT_SECRET', '{x:48}'], ['API_KEY', '{x:32}'], ['ENCRYPTION_KEY', '{b:43}='], ['ADMIN_TOKEN', '{u:40}'], ['CLIENT_SECRET', '{x:36}'], ['WEBHOOK_SECRET', '{h:40}'], ['SIGNING_KEY', '{x:40}'],
  ['AZURE_DEVOPS_EXT_PAT', '{s:52}'], ['SCW_SECRET_KEY', '{uuid}'], ['OVH_CONSUMER_KEY', '{x:32}'], ['IC_API_KEY', '{u:44}'], ['MJ_APIKEY_PRIVATE', '{h:32}'], ['NOMAD_TOKEN', '{uuid}'], ['VAULT_TOKEN', 's.{x:24}'], ['AIRTABLE_API_KEY', 'key{x:14}'], ['CODECOV_TOKEN', '{uuid}'], ['RAILWAY_TOKEN', '{uuid}'], ['FERNET_KEY', '{b:43}='],
];
const PASSWORDS = ['DB_PASSWORD', 'POSTGRES_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'ADMIN_PASSWORD', 'REDIS_PASSWORD', 'SMTP_PASSWORD', 'password', 'dbPassword', 'db_passwd'] as const;

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
export function checked(body: string): string {
  let left = crc32(body);
  let sum = '';
  for (let i = 0; i < 6; i++, left = Math.floor(left / 62)) sum = `${BASE62[left % 62] ?? ''}${sum}`;
  return body + sum;
}
const CHECKED = [['gh', 'p_'], ['gh', 'o_'], ['gh', 's_'], ['np', 'm_']].map((parts) => parts.join(''));

export const password = (random: Random): string => random.of([() => random.fill('{l:1}{x:5}!{x:4}{d:2}'), () => random.fill('{A:1}{a:6}{d:4}#'), () => random.password(16), () => random.fill('{a:5}-{d:3}{A:3}-{x:5}'), () => random.fill('{l:4}@{d:3}{x:3}$k')])();

export interface Kind {
  readonly name: string;
  /** Under which name it stands, where only that tells. */
  readonly under?: string;
  readonly make: (random: Random) => string;
}

/** What stands by itself in any place. */
export const shaped: readonly Kind[] = [
  ...SHAPES.map(([prefix, form]): Kind => ({ name: prefix + form, make: (random) => real(random, prefix + form) })),
  ...CHECKED.map((prefix): Kind => ({ name: prefix, make: (random) => prefix + checked(random.fill('{x:30}')) })),
  {
    name: 'jwt',
    make: (random) => {
      const [head, body] = [{ alg: 'HS256', typ: 'JWT' }, { sub: random.fill('{d:8}'), iat: 1_700_000_000 + random.below(9e7) }].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
      return `${head}.${body}.${createHmac('sha256', random.bytes(16)).update('x').digest('base64url')}`;
    },
  },
];

export const underName: readonly Kind[] = [
  ...NAMED.map(([name, form]): Kind => ({ name, under: name, make: (random) => real(random, form) })),
  ...PASSWORDS.map((name): Kind => ({ name, under: name, make: password })),
];

/** All kinds of characters that the form allows: chance alone gives a key of letters once in a thousand. */
function real(random: Random, form: string): string {
  for (;;) {
    const value = random.fill(form);
    const mixed = !/\{[xub]:[1-9]\d/.test(form) || (/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value));
    if (mixed && !/(.)\1{4}|[-_]$|[-_]{2}/.test(value)) return value;
  }
}

/** Keys of EC and Ed25519 are made in no time. */
export function privateKey(random: Random): string {
  const { privateKey: key } = random.below(2) === 0 ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return String(key.export({ format: 'pem', type: 'pkcs8' }));
}
