/** From a leaked key of AWS to whose it is and what it may do: the same key among those of an account, or of a state or plan of Terraform, that the same scan read. */
import type { Unread } from '../access/organization.js';
import { accessOracle } from '../access/oracle.js';
import { at, fromJson, mapping, type Json, type Mapping, type RawResource, type Resource, type Tree, type Verdict } from '../model/index.js';
import { fingerprintOf } from '../secrets/scanner.js';

const LEAK = 'Demarc::Secret::Leak';
const KEY = 'AWS::IAM::AccessKey';
const RULE = 'aws-access-key';
/** `arn:aws:iam::111122223333:user/ann/access-key/AKIA…` */
const KEY_OF = /^(arn:[^:]*:iam::\d{12}:user\/.+)\/access-key\/(A[A-Z]{3}[A-Z0-9]{16})$/;

/** What Terraform calls a key; its id is known once it is made. */
const KEY_IN_CODE = 'aws_iam_access_key';
const KEY_ID = /^A[A-Z]{3}[A-Z0-9]{16}$/;

interface Owner {
  /** Id of the user's resource; of one that nothing tells of, the name. */
  readonly user: string;
  readonly status: string | undefined;
}

const text = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined);

/**
 * Tells of each leaked key id whose it is, where an account or a state was read that has it: an active one is critical. One that its account does not
 * have any more opens nothing; that is said only where all keys of the account were listed, those of its root user included.
 */
export function joinedToKeys(raws: readonly RawResource[], isUnread: (root: string, type: string) => boolean): readonly RawResource[] {
  const leaks = new Set(raws.filter(({ type, arguments: known }) => type === LEAK && text(known.entries.get('Rule')) === RULE));
  if (leaks.size === 0) return raws;
  const owners = new Map<string, Owner>();
  const whole = new Map<string, boolean>();
  const users = new Map(raws.flatMap((raw) => (raw.type === 'aws_iam_user' ? [[`${raw.root}#${text(raw.arguments.entries.get('name')) ?? ''}`, `${raw.root}#${raw.address}`] as const] : [])));
  for (const raw of raws) {
    const made = raw.type === KEY_IN_CODE ? text(raw.arguments.entries.get('id')) : undefined;
    if (made !== undefined && KEY_ID.test(made)) {
      const name = text(raw.arguments.entries.get('user')) ?? '';
      const print = fingerprintOf(RULE, made);
      // An account knows better than a state what became of a key.
      if (!owners.has(print)) owners.set(print, { user: users.get(`${raw.root}#${name}`) ?? name, status: text(raw.arguments.entries.get('status')) });
    }
    if (!raw.root.startsWith('aws:')) continue;
    if (raw.type === 'Demarc::IAM::AccountSummary') whole.set(raw.root, whole.get(raw.root) !== false && !isUnread(raw.root, KEY) && scalar(raw.arguments, 'AccountAccessKeysPresent') === false);
    if (raw.type !== KEY) continue;
    const [, user, id] = KEY_OF.exec(raw.id ?? '') ?? [];
    // Of somebody the keys could not be listed.
    if (user === undefined || id === undefined) whole.set(raw.root, false);
    else owners.set(fingerprintOf(RULE, id), { user, status: text(raw.arguments.entries.get('Status')) });
  }
  if (owners.size === 0 && whole.size === 0) return raws;
  return raws.map((raw) => {
    if (!leaks.has(raw)) return raw;
    const owner = owners.get(text(raw.arguments.entries.get('Fingerprint')) ?? '');
    if (owner !== undefined) return told(raw, { Principal: owner.user, KeyStatus: owner.status ?? 'unknown', Severity: owner.status === 'Inactive' ? 'medium' : 'critical' });
    const account = text(raw.arguments.entries.get('Account'));
    return account !== undefined && whole.get(`aws:${account}`) === true ? told(raw, { KeyStatus: 'deleted', Status: 'revoked' }) : raw;
  });
}

const scalar = (tree: Mapping, name: string): unknown => {
  const there = at(tree, name);
  return there?.kind === 'scalar' ? there.value : undefined;
};

function told(raw: RawResource, more: Readonly<Record<string, Json>>): RawResource {
  const added = fromJson(more, raw.at) as Mapping;
  return { ...raw, arguments: mapping(new Map([...raw.arguments.entries, ...added.entries]), raw.arguments.at, raw.arguments.open) };
}

/** Says in the verdicts what the principals of leaked keys may do. */
export function withChains(verdicts: readonly Verdict[], resources: readonly Resource[], unread: Unread | undefined): readonly Verdict[] {
  const owners = new Map(resources.flatMap((one) => (one.type === LEAK ? [[one.id, text(one.properties.entries.get('Principal'))] as const] : [])).filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
  if (owners.size === 0) return verdicts;
  const users = new Map(resources.filter(({ type }) => type === 'AWS::IAM::User').map((one) => [one.id, one]));
  const oracle = accessOracle(resources, unread);
  return verdicts.map((verdict) => {
    const owner = owners.get(verdict.resource.id);
    const user = owner === undefined ? undefined : users.get(owner);
    if (owner === undefined || verdict.resource.type !== LEAK || verdict.status !== 'fail') return verdict;
    return { ...verdict, message: `${verdict.message}; it is a key of \`${owner}\`${user === undefined ? '' : `, who ${rights(oracle.isAdmin(user).truth, () => oracle.wayUp(user).truth)}`}` };
  });
}

function rights(admin: boolean | 'unknown', up: () => boolean | 'unknown'): string {
  if (admin === true) return 'rules the whole account';
  const way = up();
  if (way === true) return 'can become administrator; `demarc paths` tells how';
  return admin === 'unknown' || way === 'unknown' ? 'may do what could not be read completely' : 'is no administrator and cannot become one; `demarc can` tells what else';
}
