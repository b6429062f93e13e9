/**
 * Takes names out of a recording: account ids, names of resources and tags' values become others, the same one for the same one wherever it
 * stands, so that references still meet. What a decision turns on (actions, addresses, types, AWS's own names) stays.
 */
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawResource } from '../../model/index.js';
import { MANIFEST } from './manifest.js';
import type { Manifest } from './recording.js';
import { words } from './words.js';

/** Names that mean something to AWS or to a check, whoever's they are, beside the words of AWS's enumerations: defaults, kinds of things in ids, addresses, numbers, regions. */
const MEANT = /^(?:default|default[.:-].*|primary|public|private|root|admin|administrator|awsuser|postgres|dev|main|alias|any|index|db|cluster-snapshot|loadbalancer|targetgroup|nodegroup|hostedzone|network-acl|restapis|apis|domainnames|resources|methods|stages|authorizers|routes|regional|global|webacl|effect|resource|statement|principal|condition|sid|aws.*|amazon.*|-?\d{1,11}|[\d.]+|[\da-f]*:[\da-f:]+|.{0,2}|[a-z]{2}(?:-[a-z]+)+-\d[a-f]?)$/i;
/** What in a name says that a secret is behind it: a check asks for that. */
const TELLING = /passw(?:or)?d|pwd|secret|token|credential|api[-_]?key|private[-_]?key|access[-_]?key/i;
/** Ids that AWS gave tell nothing of who has the account, and type and region are read out of them. */
const GIVEN = /^(?:[a-z]+-[0-9a-f]{8,17}|[0-9a-f]{8}-[0-9a-f-]{27})$/;
/** Ids of keys and principals have the account inside. */
const KEY = /^A[A-Z]{3}[A-Z0-9]{16,17}$/;
/** How pairs of a tag are called. */
const TAG: readonly (readonly [label: string, value: string])[] = [
  ['Key', 'Value'],
  ['key', 'value'],
  ['TagKey', 'TagValue'],
];
/** Whose domains mean the same to everybody. */
const KNOWN_HOST = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|amazon\.com|amazoncognito\.com|awsapps\.com|cloudfront\.net|elasticbeanstalk\.com|aws|github\.com|githubusercontent\.com|ghcr\.io|gitlab\.com|bitbucket\.org|docker\.io|docker\.com|quay\.io|gcr\.io|google\.com|googleapis\.com|microsoftonline\.com|windows\.net|azurecr\.io|facebook\.com|apple\.com|okta\.com|auth0\.com|terraform\.io|circleci\.com)$/i;
/** Names of hosts: the last part is of a country, or of those that everybody may have. */
const HOST = /(?<![\w.-])(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.){1,10}(?:com|org|net|io|dev|app|cloud|example|test|local|internal|corp|lan|info|biz|shop|tech|online|site|me|tv|ai|(?!js|py|ts|sh|go|rs|md|pl|rb|so|gz|md)[a-z]{2})(?![\w-])/gi;
/** Who signs mail, before the host. */
const MAIL = /[A-Za-z0-9._%+-]{1,64}(?=@[a-z0-9-]+\.[a-z])/gi;
/** Names of what is no resource by itself: of statements, of policies that a role holds, of keys and owners. */
const CALLED = /\b(?:Sid|PolicyName|KeyName|DisplayName|MasterUsername|DBName)[\s"]*:[\s"]*([\w.@+=-]{3,128})(?=[\s"])/g;
/** Lists of tags in texts that hold properties, and the values in them. */
const TAGGED = /\b\w{0,40}Tags[\s"]*:[\s"]*\[([^\]]{0,20000})\]/g;
const VALUE = /\bValue[\s"]*:[\s"]*([\w.@+=-]{3,128})(?=[\s"]*[,}])/g;
/** ARNs of other things than those that were read: of an account, or of a bucket, which names none. */
const ARN = /arn:aws[\w-]*:(?:s3:::|[\w-]*:[\w-]*:\d{12}:)[\w.@+=:/-]+/g;

/** The words of a name that its owner chose: of an ARN what stands after the account, without the kind of thing that comes first. */
function ownWords(name: string): readonly string[] {
  const arn = name.startsWith('arn:');
  const parts = (arn ? name.split(':').slice(5) : (/^AWS::.*?:\d{12}:(.*)$/s.exec(name)?.[1] ?? name).split(':')).flatMap((part) => part.split('/')).filter((part) => part !== '');
  // A bucket is of no account, and its name comes first.
  return arn && !name.includes(':s3:::') && parts.length > 1 ? parts.slice(1) : parts;
}

/** Rewrites the recording in place. `resources` tell which words are names. */
export function renameRecording(folder: string, resources: readonly RawResource[]): void {
  const names = new Map<string, string>();
  const known = words();
  const meant = (word: string): boolean => MEANT.test(word) || known.has(word.toLowerCase());
  const name = (word: string): string => names.get(word) ?? names.set(word, `name-${names.size + 1}${TELLING.exec(word)?.[0].toLowerCase().replace(/^/, '-') ?? ''}`).get(word) ?? word;
  const accounts = new Map<string, string>();
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  const account = (id: string): string => accounts.get(id) ?? accounts.set(id, String(100_000_000_000 + accounts.size + 1).replace(/^1/, '9')).get(id) ?? id;
  for (const id of manifest.accounts) account(id);
  const keys = new Map<string, string>();
  const key = (id: string): string => keys.get(id) ?? keys.set(id, `${id.slice(0, 4)}RENAMED${String(keys.size + 1).padStart(9, '0')}`).get(id) ?? id;
    const own = (word: string): void => {
    if (!meant(word) && !KNOWN_HOST.test(word) && !GIVEN.test(word) && !KEY.test(word) && !/^\d{12}$/.test(word) && !/^(?:\.|name-\d)/.test(word)) name(word);
  };
  for (const { id = '', displayAddress = '' } of resources) for (const word of [id, displayAddress].flatMap(ownWords)) own(word);
  /** Names that only a text holds: hosts, who signs mail, and what ARNs are of. */
  const found = (text: string): void => {
    for (const [host] of text.matchAll(HOST)) if (!KNOWN_HOST.test(host)) for (const label of host.split('.').slice(0, -1)) own(label);
    for (const [whole] of text.matchAll(MAIL)) for (const word of whole.split(/[.+%]/)) own(word);
    for (const [, word = ''] of text.matchAll(CALLED)) own(word);
    for (const [, list = ''] of text.matchAll(TAGGED)) for (const [, word = ''] of list.matchAll(VALUE)) if (!/^(?:true|false|yes|no)$/i.test(word)) own(word);
    for (const [arn] of text.matchAll(ARN)) for (const word of ownWords(arn)) own(word);
  };
  const renamed = (text: string): string =>
    names.get(text) ??
    // What stands for a value that was not kept is no name.
    text.replace(/‹[^›]*›|[A-Za-z0-9_.@+=-]+/g, (word) => {
      const known = names.get(word);
      if (known !== undefined) return known;
      if (/^\d{12}$/.test(word)) return account(word);
      if (KEY.test(word)) return key(word);
      // `key=value` and `a.b`: the parts stand for themselves.
      return /[=.@+]/.test(word) ? word.replace(/[^=.@+]+/g, (part) => names.get(part) ?? (/^\d{12}$/.test(part) ? account(part) : part)) : word;
    });
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === '$date' || key === '$bytes' ? value : encoded(value, renamed);
    if (Array.isArray(value)) return value.map((one) => walk(one));
    if (value === null || typeof value !== 'object') return value;
    const members = value as Readonly<Record<string, unknown>>;
    // A tag's value is a name that nobody listed.
    const pair = TAG.find(([label, value]) => typeof members[label] === 'string' && typeof members[value] === 'string');
    if (pair !== undefined && (Object.keys(members).length === 2 || 'PropagateAtLaunch' in members)) return { ...members, ...('ResourceId' in members ? { ResourceId: renamed(String(members['ResourceId'])) } : {}), [pair[0]]: renamed(String(members[pair[0]])), [pair[1]]: tag(String(members[pair[1]])) };
    if (/^(?:\w+)?tags$/i.test(key)) return Object.fromEntries(Object.entries(members).map(([label, one]) => [renamed(label), typeof one === 'string' ? tag(one) : walk(one)]));
    // What is letters only is a member of AWS's, in all but a few maps.
    return Object.fromEntries(Object.entries(members).map(([member, one]) => [/^[A-Za-z]+$/.test(member) ? member : renamed(member), walk(one, member)]));
  };
  const tag = (value: string): string => (value.startsWith('‹') || meant(value) || /^(?:true|false|yes|no)$/i.test(value) ? value : name(value));
  const files = manifest.accounts.flatMap((id) => (existsSync(join(folder, id)) ? readdirSync(join(folder, id)).map((file) => join(folder, id, file)) : []));
  // All of them first: a name is the same wherever it stands.
  for (const path of files) found(plainly(readFileSync(path, 'utf8')));
  for (const id of manifest.accounts) {
    const inside = join(folder, id);
    if (!existsSync(inside)) continue;
    for (const file of readdirSync(inside)) {
      const path = join(inside, file);
      const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
      const written = lines.map((line) => {
        const { call, ...rest } = JSON.parse(line) as { readonly call: string };
        const space = call.indexOf(' ');
        return JSON.stringify({ call: `${call.slice(0, space)} ${JSON.stringify(walk(JSON.parse(call.slice(space + 1))))}`, ...(walk(rest) as object) });
      });
      writeFileSync(path, `${written.sort().join('\n')}\n`, { mode: 0o600 });
    }
    renameSync(inside, join(folder, account(id)));
  }
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ ...manifest, accounts: manifest.accounts.map(account), coverage: walk(manifest.coverage ?? []), role: manifest.role === undefined ? undefined : renamed(manifest.role) }, null, 2)}\n`, { mode: 0o600 });
}

/** Documents come encoded as in a URL, where `%2F` would hide where a name ends. */
function encoded(text: string, rename: (text: string) => string): string {
  if (!text.startsWith('%7B')) return rename(text);
  try {
    return encodeURIComponent(rename(decodeURIComponent(text)));
  } catch {
    return rename(text);
  }
}

/** A recording's text as its author wrote it: without the signs of encodings that would stand between names. */
const plainly = (text: string): string => text.replace(/\\+["nrt/]/g, ' ').replace(/%(?:22|2C|20|5B|5D|7B|7D)/gi, ' ').replace(/%3A/gi, ':').replace(/%2F/gi, '/').replace(/%2A/gi, '*').replace(/%40/gi, '@');
