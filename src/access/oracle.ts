/** Decisions of access for checks: made once a root, when the first check asks. */
import { statementEvidence } from '../iam/questions.js';
import { fails, holds, undecided, type Condition, type Evidence, type Reason, type Resource } from '../model/index.js';
import { able } from './able.js';
import { Escalation } from './escalation/paths.js';
import type { Path } from './escalation/hops.js';
import { exposuresIn, type Exposure } from './public.js';
import type { Unread } from './organization.js';
import { worldsOf, type Identity, type World } from './world.js';

export interface AccessOracle {
  /** How far a resource's own policies, permissions and ACL open it; undefined: it has none. */
  readonly exposure: (resource: Resource) => Exposure | undefined;
  /** Whether a principal rules IAM, and with it the account. */
  readonly isAdmin: (resource: Resource) => Condition;
  /** Whether an administrator needs no second factor to be one. */
  readonly isAdminWithoutMfa: (resource: Resource) => Condition;
  /** Whether a principal may call an action on anything at all. */
  readonly may: (resource: Resource, action: string) => Condition;
  /** Whether a principal that is no administrator can become one. */
  readonly wayUp: (resource: Resource) => Condition;
  /** Whether somebody outside can become administrator through the role. */
  readonly wayIn: (resource: Resource) => Condition;
}

interface Root {
  readonly world: World;
  readonly identities: ReadonlyMap<Resource, Identity>;
  exposures?: ReadonlyMap<Resource, Exposure>;
  escalation?: Escalation;
  paths?: ReadonlyMap<string, Path>;
  fromInternet?: readonly Path[];
}

export function accessOracle(resources: readonly Resource[], unread?: Unread): AccessOracle {
  let roots: Map<string, Root> | undefined;
  const rootOf = ({ root }: Resource): Root | undefined => {
    roots ??= new Map(worldsOf(resources, { unread }).map((world) => [world.root, { world, identities: new Map(world.identities.map((one) => [one.resource, one])) }]));
    return roots.get(root);
  };
  const escalationOf = (root: Root): Escalation => (root.escalation ??= new Escalation(root.world));
  const pathsOf = (root: Root): ReadonlyMap<string, Path> => (root.paths ??= new Map(escalationOf(root).toAdmin().map((path) => [path.from.id, path])));
  return {
    exposure: (resource) => {
      const root = rootOf(resource);
      if (root === undefined) return undefined;
      root.exposures ??= new Map(exposuresIn(root.world).map((exposure) => [exposure.resource, exposure]));
      return root.exposures.get(resource);
    },
    isAdmin: (resource) => {
      const root = rootOf(resource);
      const identity = root?.identities.get(resource);
      if (root === undefined || identity === undefined) return fails();
      const truth = escalationOf(root).isAdmin(identity);
      if (truth === true) return holds(wideStatements(identity));
      return truth === false ? fails(readOf(identity)) : undecided([unreadOf(identity) ?? { kind: 'unresolved', detail: 'not all of its policies are known' }]);
    },
    isAdminWithoutMfa: (resource) => {
      const root = rootOf(resource);
      const identity = root?.identities.get(resource);
      if (root === undefined || identity === undefined) return fails();
      const truth = escalationOf(root).isAdminWithoutMfa(identity);
      if (truth === true) return holds(wideStatements(identity));
      return truth === false ? fails() : undecided([unreadOf(identity) ?? { kind: 'unresolved', detail: 'not all of its policies are known' }]);
    },
    may: (resource, action) => {
      const identity = rootOf(resource)?.identities.get(resource);
      if (identity === undefined) return undecided([{ kind: 'not-collected', detail: `what \`${resource.address}\` may do is not known` }]);
      const { truth, reasons } = able(identity, { action, resource: '*' });
      if (truth === true) return holds(readOf(identity));
      const open = unreadOf(identity);
      return truth === false && open === undefined ? fails(readOf(identity)) : undecided(reasons.length > 0 ? reasons : [open ?? { kind: 'unresolved', detail: 'not all of its policies are known' }]);
    },
    wayUp: (resource) => {
      const root = rootOf(resource);
      const path = root === undefined ? undefined : pathsOf(root).get(resource.id);
      if (path !== undefined) return conditionOf(path);
      const open = unreadOf(root?.identities.get(resource));
      return open === undefined ? fails(readOf(root?.identities.get(resource))) : undecided([open]);
    },
    wayIn: (resource) => {
      const root = rootOf(resource);
      if (root === undefined) return fails();
      root.fromInternet ??= escalationOf(root).fromInternet([...pathsOf(root).values()]);
      const path = root.fromInternet.find(({ hops }) => hops[0]?.to.id === resource.id && hops[0].rule !== 'open-port');
      return path === undefined ? fails() : conditionOf(path);
    },
  };
}

/** The path in words, with the statements of each step as evidence. */
function conditionOf({ hops, state }: Path): Condition {
  const words = hops.map(({ via, to, from }) => `${via}${to.id === from.id ? '' : ` (\`${to.address}\`)`}`).join(', then ');
  const evidence = hops.flatMap((hop) => hop.evidence);
  return state === 'proven' ? holds(evidence, words) : undecided(hops.flatMap(({ reasons }) => reasons), evidence, words);
}

/** The documents that were read, where none of their statements decided. */
const readOf = (identity: Identity | undefined): readonly Evidence[] =>
  (identity?.policies.identity?.documents ?? []).slice(0, 3).map(({ policy, place }) => ({ path: place.path, state: 'set', value: `${policy.statements.length} statements`, at: policy.at, address: place.address }));

/** Why not all that a principal may do is known. */
function unreadOf(identity: Identity | undefined): Reason | undefined {
  const set = identity?.policies.identity;
  return set?.open ?? set?.documents.map(({ policy }) => policy.open ?? policy.refused).find((reason) => reason !== undefined);
}

/** What makes an administrator: the statements that allow most. */
function wideStatements(identity: Identity): readonly Evidence[] {
  const wide = (identity.policies.identity?.documents ?? []).flatMap(({ policy, place }) => policy.statements.flatMap((statement, index) => (statement.effect === 'Allow' && (statement.notActions !== undefined || (statement.actions?.values ?? []).some(({ parts }) => /^(\*|iam:\*|\*:\*|iam:.*\*.*)$/i.test(parts.map(String).join('')))) ? [statementEvidence(statement, place, index)] : [])));
  return wide.slice(0, 3);
}
