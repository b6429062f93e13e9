/**
 * Replies filled to the brim: everything that an operation may answer by its definition in the client's package (@aws-sdk, Apache-2.0), so
 * that a collector shows all that it can tell. What it decides by a word is asked with each of these words in turn.
 */
import type { Reply, ServiceName } from '../../src/sources/aws/collector.js';
import { listsOf } from '../../src/sources/aws/permissions.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { services } from '../../src/sources/aws/services.js';
import type { Caller } from '../../src/sources/aws/session.js';

/** A schema as the clients write it: a number for a simple kind, an array with its kind first, or a function that gives one. */
type Shape = number | readonly unknown[] | (() => Shape);

const [LIST, MAP, STRUCT, UNION] = [1, 2, 3, 4];
/** Lists and maps of a simple kind are a bit beside it. */
const [LIST_OF, MAP_OF] = [64, 128];

/** Words that collectors decide by, under the name of the member; several are taken in turn. */
const WORDS: readonly (readonly [name: RegExp, words: readonly string[]])[] = [
  [/^Engine$/, ['mysql', 'docdb', 'neptune']],
  [/^DBParameterGroupFamily$/, ['mysql8.0', 'docdb5.0', 'neptune1']],
  [/^EngineVersion$/, ['OpenSearch_2.11', 'Elasticsearch_7.10']],
  [/^ActivityStreamStatus$/, ['started']],
  [/^(?:Status|SSEDescriptionStatus|ServeSignature|AutomaticFailover|MultiAZ)$/, ['ENABLED', 'SIGNING', 'enabled', 'active']],
  [/^EncryptionType$/, ['KMS']],
  [/^VaultType$/, ['BACKUP_VAULT']],
  [/^AttributeName$/, ['restore', 'text']],
  [/^State$/, ['COMPLETE', 'available']],
  [/^keyType$|^Protocol$/i, ['6']],
  [/^RuleNumber$/, ['100']],
  [/^(?:Properties|SecurityConfiguration)$/, ['{}']],
  [/^approvalRuleTemplateContent$/, ['{"Version": "text", "Statements": [{"Type": "text", "NumberOfApprovalsNeeded": 1, "ApprovalPoolMembers": ["text"]}]}']],
  // A copy is of another region than its source.
  [/^DBInstanceArn$/, ['arn:aws:rds:us-west-2:111122223333:db:text']],
];

/** Keys of maps that say something. */
const KEYS: readonly (readonly [name: RegExp, keys: readonly string[]])[] = [
  [/^Attributes$/, ['Policy', 'KmsMasterKeyId', 'RedrivePolicy', 'SqsManagedSseEnabled', 'text']],
  [/^SummaryMap$/, ['AccountMFAEnabled', 'AccountAccessKeysPresent', 'AccountSigningCertificatesPresent', 'Users', 'MFADevices', 'AccountPasswordPresent']],
];
const keysOf = (name: string): readonly string[] => KEYS.find(([pattern]) => pattern.test(name))?.[1] ?? ['key'];
const REPORT = ['user', 'arn', 'password_enabled', 'password_last_used', 'password_last_changed', 'mfa_active', 'access_key_1_active', 'access_key_1_last_rotated', 'access_key_1_last_used_date', 'user_creation_time'];

/** Replies that are not made member by member. */
const WHOLE: Readonly<Record<string, (input: Reply) => Reply>> = {
  GetCredentialReportCommand: () => ({ Content: new TextEncoder().encode(`${REPORT.join()}\n${REPORT.map((name) => (name.endsWith('_active') ? 'true' : 'text')).join()}\n`) }),
  GetLayerVersionPolicyCommand: () => ({ Policy: '{"Statement": [{"Sid": "text", "Principal": "*", "Action": "text", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "text"}}}]}' }),
  // A unit with one below it, and no end of units.
  ListOrganizationalUnitsForParentCommand: ({ ParentId }) => ({ OrganizationalUnits: ParentId === 'below' ? [] : [{ Id: 'below', Arn: 'text', Name: 'text' }] }),
};

/** What is so of what collectors leave out. */
const NO = /^(?:PrivateZone|Deleted)$/;

/** What a reply says beside that it cannot tell all. */
const FAILURES = /^(?:failedAccounts|failures|\w+NotFound)$/;

/** Depth at which a shape that holds itself is left out. */
const MOST_SELVES = 2;

class Filler {
  /** How often a word was chosen, by name. */
  constructor(private readonly turn: number) {}

  fill(shape: Shape, name = '', above: readonly string[] = []): unknown {
    if (typeof shape === 'function') return this.fill(shape(), name, above);
    if (typeof shape === 'number') return this.#simple(shape, name);
    // A member with its traits.
    if (shape.length === 2) return this.fill(shape[0] as Shape, name, above);
    const [kind, , own, , first, second] = shape as readonly [number, string, string, unknown, unknown, unknown];
    switch (kind) {
      case LIST: {
        const one = this.fill(first as Shape, name, above);
        return one === undefined ? [] : [one];
      }
      case MAP: {
        const one = this.fill(second as Shape, name, above);
        return one === undefined ? {} : Object.fromEntries(keysOf(name).map((key) => [key, one]));
      }
      case STRUCT:
      case UNION: {
        if (above.filter((one) => one === own).length >= MOST_SELVES) return undefined;
        const members = (first as readonly string[]).flatMap((member, i): readonly (readonly [string, unknown])[] => {
          const one = FAILURES.test(member) ? undefined : this.fill((second as readonly Shape[])[i] ?? 0, member, [...above, own]);
          return one === undefined ? [] : [[member, one]];
        });
        return Object.fromEntries(members);
      }
      default:
        return this.fill(first as Shape, name, above); // a simple kind with a name of its own
    }
  }

  #simple(kind: number, name: string): unknown {
    if ((kind & LIST_OF) !== 0) return [this.#simple(kind & ~LIST_OF, name)];
    if ((kind & MAP_OF) !== 0) return Object.fromEntries(keysOf(name).map((key) => [key, this.#simple(kind & ~MAP_OF, name)]));
    switch (kind) {
      case 1:
      case 17:
      case 19:
        return 1;
      case 2:
        return !NO.test(name);
      case 4:
      case 5:
      case 6:
      case 7:
        return new Date(0);
      case 15:
        return {};
      case 21:
      case 42:
        return new Uint8Array([48]);
      default: {
        const words = WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? ['text'];
        return words[this.turn % words.length];
      }
    }
  }
}

/** Turns after which every word was taken. */
export const TURNS = Math.max(...WORDS.map(([, words]) => words.length)) * 2;

/** What a list says of more, by service and command. */
const tokens = new Map(collectors.flatMap(({ service, list, reads = [], makes = [] }) => [...listsOf(list), ...reads, ...makes].flatMap((row) => (row.next === undefined ? [] : [[`${row.service ?? service} ${row.command}`, row.next.out] as const]))));

/** Answers every call with all that its operation may say. */
export function brimming(turn: number): Caller {
  const filler = new Filler(turn);
  return {
    calls: 0,
    home: () => Promise.resolve('us-east-1'),
    end: () => Promise.resolve(),
    send: async (service: ServiceName, _region: string, command: string, input: Reply): Promise<Reply> => {
      const whole = WHOLE[command]?.(input);
      if (whole !== undefined) return whole;
      const client = (await import(`@aws-sdk/client-${services[service].package}`)) as Readonly<Record<string, Shape>>;
      const operation = client[`${command.replace(/Command$/, '')}$`];
      if (!Array.isArray(operation)) throw new Error(`\`${command}\` of \`${service}\` has no definition`);
      const page = filler.fill(operation[5] as Shape) as Reply;
      return { ...page, [tokens.get(`${service} ${command}`) ?? '']: undefined };
    },
  };
}
