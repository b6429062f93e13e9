/**
 * Ways up: which principals can become an administrator, or reach a resource, by which calls. The search goes back from the goal, so
 * that each principal is asked only about principals that are already known to lead there, and stops being asked once one does.
 */
import { exists, type PolicySet } from '../../iam/index.js';
import { knownText } from '../../iam/match.js';
import type { Reason, Truth } from '../../model/index.js';
import { able, type Able } from '../able.js';
import { openedBy } from '../exposed.js';
import { holdersIn, type Holders } from '../holders.js';
import { guestPoolsIn } from '../public.js';
import type { Identity, World } from '../world.js';
import { ADMIN_ACTIONS, Admins } from './admins.js';
import { Calls } from './calls.js';
import { Grants } from './grants.js';
import { evidenceOf, hopFrom, hopOf, INTERNET, nodeOf, type Hop, type Path } from './hops.js';
import { rules, type Call, type HolderRule, type PassRule, type SelfRule, type TakeRule } from './rules.js';

/** A principal that has arrived, with the hop that it takes next; without one it is there. */
interface Arrived {
  readonly next?: Hop;
  readonly via?: Identity;
  readonly goal: Path['to'];
}

const takeRules = rules.filter((rule): rule is TakeRule => rule.gains === 'role' || rule.gains === 'user' || rule.gains === 'group');
const passRules = rules.filter((rule): rule is PassRule => rule.gains === 'passed-role');
const holderRules = rules.filter((rule): rule is HolderRule => rule.gains === 'held-role');
const selfRules = rules.filter((rule): rule is SelfRule => rule.gains === 'admin');
const ALL_ACTIONS = [...new Set([...ADMIN_ACTIONS, ...rules.flatMap(({ calls }) => calls.map(({ action }) => action))])];

export class Escalation {
  readonly #grants: Grants;
  readonly #holders: Holders;
  readonly #admins: Admins;
  readonly #calls: Calls;

  constructor(readonly world: World) {
    this.#grants = new Grants(world.identities, ALL_ACTIONS);
    this.#holders = holdersIn(world);
    this.#admins = new Admins(world, this.#grants);
    this.#calls = new Calls(world);
  }

  readonly isAdmin = (identity: Identity): Truth => this.#admins.is(identity);
  readonly isAdminWithoutMfa = (identity: Identity): Truth => this.#admins.withoutMfa(identity);

  /** For each principal that is no administrator but can become one: the shortest way. */
  toAdmin(): readonly Path[] {
    const { identities } = this.world;
    const arrived = new Map<Identity, Arrived>();
    const maybe: Identity[] = [];
    for (const identity of identities) {
      const admin = this.isAdmin(identity);
      if (admin === true) arrived.set(identity, { goal: { ...nodeOf(identity), kind: 'admin' } });
      else if (admin === 'unknown') maybe.push(identity);
    }
    return this.#pathsOf(this.#back(arrived, true, maybe));
  }

  /** For each principal: the shortest way to do one of some actions on a resource. */
  toResource(goal: Path['to'], direct: (identity: Identity) => Able & { readonly action: string }): readonly Path[] {
    const arrived = new Map<Identity, Arrived>();
    for (const identity of this.world.identities) {
      if (identity.kind === 'group') continue;
      const found = direct(identity);
      if (found.truth === false) continue;
      arrived.set(identity, { goal, next: hopOf(nodeOf(identity), goal, 'has access', 'access', [found.action], [found], found.truth) });
    }
    return this.#pathsOf(this.#back(arrived, false, []), true);
  }

  /** Ways in from outside the account: roles that somebody whom nobody named may assume, and workloads that the internet reaches. */
  fromInternet(paths: readonly Path[]): readonly Path[] {
    const { account, identities } = this.world;
    const byId = new Map(paths.map((path) => [path.from.id, path]));
    return identities.flatMap((role): readonly Path[] => {
      if (role.kind !== 'role' || role.trust === undefined) return [];
      const path = byId.get(role.resource.id);
      if (path === undefined && this.isAdmin(role) !== true) return [];
      return [...this.#byTrust(role, path, account), ...this.#byWorkload(role, path)];
    });
  }

  /** Somebody takes over a workload through an open port, and has its role. Whether that can be done, policies do not tell. */
  #byWorkload(role: Identity, path: Path | undefined): readonly Path[] {
    for (const { resource } of this.#holders.of.get(role) ?? []) {
      const evidence = openedBy(resource);
      if (evidence === undefined) continue;
      const reasons: readonly Reason[] = [{ kind: 'not-collected', detail: `whether \`${resource.address}\` can be taken over through its open port is not known` }];
      const hop: Hop = { from: INTERNET, to: nodeOf(role), via: `reaches \`${resource.address}\`, which runs with the role, through an open port`, rule: 'open-port', actions: [], state: 'unknown', evidence, reasons };
      return [{ from: INTERNET, to: path?.to ?? { ...nodeOf(role), kind: 'admin' }, state: 'unknown', hops: [hop, ...(path?.hops ?? [])] }];
    }
    return [];
  }

  #byTrust(role: Identity, path: Path | undefined, account: string): readonly Path[] {
    if (role.trust === undefined) return [];
    const entry = exists({ resource: role.trust, targets: [{ resource: role.arn, actions: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'] }], guestPools: guestPoolsIn(this.world), zone: { account } });
    if (entry.reach !== 'public') return [];
    const hop: Hop = { from: INTERNET, to: nodeOf(role), via: `${entry.who ?? 'anyone'} assumes the role`, rule: 'assume-role', actions: [entry.witness?.action ?? 'sts:AssumeRole'], state: 'proven', evidence: evidenceOf(entry.decision?.because ?? []), reasons: [] };
    return [{ from: INTERNET, to: path?.to ?? { ...nodeOf(role), kind: 'admin' }, state: path?.state ?? 'proven', hops: [hop, ...(path?.hops ?? [])] }];
  }

  /** Breadth first, back from those who have arrived: first over what is proven, then over what may be. */
  #back(arrived: Map<Identity, Arrived>, admin: boolean, maybe: readonly Identity[]): Map<Identity, Arrived> {
    const later: { readonly from: Identity; readonly to: Arrived }[] = [];
    let queue = [...arrived.keys()];
    const reach = (from: Identity, next: Hop, via: Identity | undefined, goal: Path['to']): void => {
      if (arrived.has(from)) return;
      if (next.state === 'unknown') {
        later.push({ from, to: { next, via, goal } });
        return;
      }
      arrived.set(from, { next, via, goal });
      queue.push(from);
    };
    const drain = (): void => {
      while (queue.length > 0) {
        const level = queue;
        queue = [];
        for (const target of level) {
          const goal = arrived.get(target)?.goal;
          if (goal !== undefined) for (const [from, hop] of this.#into(target, (one) => arrived.has(one))) reach(from, hop, target, goal);
        }
      }
    };
    if (admin) {
      for (const identity of this.world.identities) for (const [hop, goal] of this.#ownWays(identity)) reach(identity, hop, undefined, goal);
    }
    drain();
    for (const identity of maybe) {
      if (arrived.has(identity)) continue;
      arrived.set(identity, { goal: { ...nodeOf(identity), kind: 'admin' } });
      for (const [from, hop] of this.#into(identity, (one) => arrived.has(one))) later.push({ from, to: { next: { ...hop, state: 'unknown', reasons: [...hop.reasons, { kind: 'unresolved', detail: `not all that \`${identity.resource.address}\` may do is known` }] }, via: identity, goal: { ...nodeOf(identity), kind: 'admin' } } });
    }
    for (let one = later.shift(); one !== undefined; one = later.shift()) {
      if (arrived.has(one.from)) continue;
      arrived.set(one.from, one.to);
      queue.push(one.from);
      drain();
    }
    for (const identity of maybe) if (arrived.get(identity)?.next === undefined) arrived.delete(identity);
    return arrived;
  }

  #pathsOf(arrived: ReadonlyMap<Identity, Arrived>, direct = false): readonly Path[] {
    const paths: Path[] = [];
    for (const [identity, first] of arrived) {
      if (identity.kind === 'group' || first.next === undefined) continue;
      const hops: Hop[] = [];
      let at: Arrived | undefined = first;
      for (let step = 0; at?.next !== undefined && step < LONGEST; step++) {
        hops.push(at.next);
        at = at.via === undefined ? undefined : arrived.get(at.via);
      }
      if (!direct && hops.length === 0) continue;
      paths.push({ from: nodeOf(identity), to: first.goal, state: hops.every(({ state }) => state === 'proven') ? 'proven' : 'unknown', hops });
    }
    return paths;
  }

  /** Ways in which a principal makes itself, or one that it takes over on the way, an administrator. */
  *#ownWays(identity: Identity): Generator<readonly [Hop, Path['to']]> {
    if (this.isAdmin(identity) === true) return;
    const self = nodeOf(identity);
    for (const rule of selfRules) {
      if (rule.actor !== 'any' && rule.actor !== (identity.kind === 'role' ? 'role' : 'user')) continue;
      if (!this.#mayAll(identity, rule.calls)) continue;
      if (rule.liftsBoundary === true && (identity.policies.boundary === undefined || !this.#admins.withoutBoundary(identity))) continue;
      const done = this.#calls.all(identity, rule, undefined);
      if (done !== undefined) yield [hopFrom(self, self, rule, done), { ...self, kind: 'admin' }];
    }
    if (identity.kind === 'group') return;
    for (const rule of takeRules) {
      if (rule.admin !== true || !this.#mayAll(identity, rule.calls) || !actorFits(rule, identity)) continue;
      const targets = rule.gains === 'group' ? identity.groups : this.world.identities.filter(({ kind }) => kind === rule.gains);
      let tried = 0;
      for (const target of targets) {
        if (target === identity || this.isAdmin(target) === true || tried > MOST_TARGETS) continue;
        const done = this.#calls.all(identity, rule, target);
        if (done === undefined) {
          tried++;
          continue;
        }
        yield [hopFrom(self, nodeOf(target), rule, done), { ...nodeOf(target), kind: 'admin' }];
        if (done.truth === true) break;
      }
    }
  }

  /** Who can become the target in one step. */
  *#into(target: Identity, done: (identity: Identity) => boolean): Generator<readonly [Identity, Hop]> {
    const to = nodeOf(target);
    const seen = new Set<Identity>();
    const fresh = (identity: Identity): boolean => identity !== target && !done(identity) && !seen.has(identity);
    for (const rule of takeRules) {
      if (rule.gains !== target.kind || rule.admin === true) continue;
      const [first] = rule.calls;
      if (first === undefined) continue;
      for (const identity of new Set([...this.#grants.candidates(first.action, target.arn), ...(rule.id === 'assume-role' ? this.#namedIn(target.trust) : [])])) {
        if (!fresh(identity) || !actorFits(rule, identity)) continue;
        const way = this.#calls.all(identity, rule, target);
        if (way === undefined) continue;
        if (way.truth === true) seen.add(identity);
        yield [identity, hopFrom(nodeOf(identity), to, rule, way)];
      }
    }
    if (target.kind !== 'role') return;
    const services = servicesTrusted(target.trust);
    for (const identity of new Set(this.#grants.candidates('iam:PassRole', target.arn))) {
      for (const rule of passRules) {
        if (!fresh(identity)) break;
        const service = rule.services.find((one) => services.has(one));
        if (service === undefined || (rule.profile === true && !this.#holders.profiled.has(target)) || !this.#mayAll(identity, rule.calls)) continue;
        const passed = able(identity, { action: 'iam:PassRole', resource: target.arn, context: { 'iam:PassedToService': service }, resourceTags: target.tags });
        const way = passed.truth === false ? undefined : this.#calls.all(identity, rule, target, passed);
        if (way === undefined) continue;
        if (way.truth === true) seen.add(identity);
        yield [identity, { ...hopFrom(nodeOf(identity), to, rule, way), actions: ['iam:PassRole', ...rule.calls.map(({ action }) => action)] }];
      }
    }
    for (const holder of this.#holders.of.get(target) ?? []) {
      for (const rule of holderRules) {
        if (!rule.holders.includes(holder.resource.type)) continue;
        const [first] = rule.calls;
        if (first === undefined) continue;
        const candidates = first.on === 'holder' && holder.arn !== undefined ? this.#grants.candidates(first.action, holder.arn) : this.world.identities.filter((identity) => this.#mayAll(identity, rule.calls));
        for (const identity of new Set(candidates)) {
          if (!fresh(identity)) continue;
          const way = this.#calls.all(identity, rule, target, undefined, holder);
          if (way === undefined) continue;
          if (way.truth === true) seen.add(identity);
          const { resource } = holder;
          yield [identity, { ...hopFrom(nodeOf(identity), to, rule, way), via: `${rule.via} (\`${resource.address}\`)` }];
        }
      }
    }
  }

  /** Principals that a trust policy names: they need no policy of their own. */
  #namedIn(trust: PolicySet | undefined): readonly Identity[] {
    return (trust?.documents ?? []).flatMap(({ policy }) => policy.statements.flatMap(({ effect, principals }) => (effect === 'Deny' ? [] : (principals?.values ?? []).flatMap(({ text }) => this.world.byArn.get(knownText(text) ?? '') ?? []))));
  }

  #mayAll(identity: Identity, calls: readonly Call[]): boolean {
    return this.#grants.hasAll(identity, calls.map(({ action }) => action).filter((action) => action !== 'sts:AssumeRole'));
  }
}

/** Longer than any path that a breadth-first search makes among a real account's principals; a bound against a defect. */
const LONGEST = 10_000;
/** Principals of which a rule is tried in vain before the rest is left. */
const MOST_TARGETS = 300;

const actorFits = ({ actor }: TakeRule, { kind }: Identity): boolean => actor === undefined || actor === (kind === 'role' ? 'role' : 'user');

function servicesTrusted(trust: PolicySet | undefined): ReadonlySet<string> {
  return new Set((trust?.documents ?? []).flatMap(({ policy }) => policy.statements.flatMap(({ effect, principals }) => (effect === 'Deny' ? [] : (principals?.values ?? []).flatMap(({ kind, text }) => (kind === 'Service' ? [(knownText(text) ?? '').toLowerCase()] : []))))));
}
