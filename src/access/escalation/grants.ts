/** Which principals are granted an action, found by the resource that it is on instead of by asking each principal. */
import { actionMatches } from '../../iam/statement.js';
import { globMatches, knownText, type Policy, type Statement } from '../../iam/index.js';
import type { Identity } from '../world.js';

interface Grant {
  readonly literal: ReadonlySet<string>;
  /** Globs; whatever is not known is `*`. */
  readonly wild: ReadonlySet<string>;
}

const EVERYTHING: Grant = { literal: new Set(), wild: new Set(['*']) };

export class Grants {
  /** By policy: what it may grant of the actions that matter, conditions and denials aside. Documents are shared by many principals. */
  readonly #ofPolicy = new Map<Policy, ReadonlyMap<string, Grant>>();
  readonly #byAction = new Map<string, { readonly literal: Map<string, Set<Identity>>; readonly wild: Map<string, Set<Identity>> }>();
  readonly #actionsOf = new Map<Identity, Set<string>>();
  readonly #lower: readonly (readonly [lower: string, action: string])[];
  readonly #byService = new Map<string, (readonly [lower: string, action: string])[]>();

  constructor(
    identities: readonly Identity[],
    readonly actions: readonly string[],
  ) {
    this.#lower = actions.map((action) => [action.toLowerCase(), action]);
    for (const pair of this.#lower) {
      const service = pair[0].slice(0, pair[0].indexOf(':'));
      this.#byService.set(service, [...(this.#byService.get(service) ?? []), pair]);
    }
    for (const identity of identities) {
      const mine = new Set<string>();
      const { identity: set } = identity.policies;
      for (const { policy } of set?.documents ?? []) {
        for (const [action, grant] of this.#grantsOf(policy)) {
          mine.add(action);
          this.#add(action, grant, identity);
        }
      }
      if (set?.open !== undefined) {
        for (const action of actions) {
          mine.add(action);
          this.#add(action, EVERYTHING, identity);
        }
      }
      this.#actionsOf.set(identity, mine);
    }
  }

  /** Whether the principal may be granted all of some actions, on whatever. */
  hasAll(identity: Identity, actions: readonly string[]): boolean {
    const mine = this.#actionsOf.get(identity);
    return mine !== undefined && actions.every((action) => mine.has(action));
  }

  /** Whom a policy may grant the action on the resource. */
  *candidates(action: string, resource: string): Generator<Identity> {
    const found = this.#byAction.get(action);
    if (found === undefined) return;
    yield* found.literal.get(resource) ?? [];
    for (const [glob, identities] of found.wild) if (globMatches(glob, resource)) yield* identities;
  }

  #add(action: string, { literal, wild }: Grant, identity: Identity): void {
    let entry = this.#byAction.get(action);
    if (entry === undefined) this.#byAction.set(action, (entry = { literal: new Map(), wild: new Map() }));
    for (const arn of literal) put(entry.literal, arn, identity);
    for (const glob of wild) put(entry.wild, glob, identity);
  }

  /** The actions that matter which a statement is about. Most patterns name their service: only that service's are tried. */
  #actionsIn(statement: Statement): Iterable<string> {
    const { actions } = statement;
    if (actions === undefined || actions.open !== undefined) return this.actions.filter((action) => actionMatches(statement, action) !== false);
    const found = new Set<string>();
    for (const text of actions.values) {
      const known = knownText(text)?.toLowerCase();
      const service = known === undefined ? undefined : /^[^*?:]+(?=:)/.exec(known)?.[0];
      const candidates = service === undefined ? this.#lower : (this.#byService.get(service) ?? []);
      for (const [lower, action] of candidates) if (known === undefined || globMatches(known, lower)) found.add(action);
    }
    return found;
  }

  #grantsOf(policy: Policy): ReadonlyMap<string, Grant> {
    const there = this.#ofPolicy.get(policy);
    if (there !== undefined) return there;
    const made = new Map<string, { readonly literal: Set<string>; readonly wild: Set<string> }>();
    for (const statement of policy.statements) {
      if (statement.effect === 'Deny') continue;
      for (const action of this.#actionsIn(statement)) {
        let grant = made.get(action);
        if (grant === undefined) made.set(action, (grant = { literal: new Set(), wild: new Set() }));
        addResources(statement, grant);
      }
    }
    if (policy.open !== undefined || policy.refused !== undefined) for (const action of this.actions) made.set(action, { literal: new Set(), wild: new Set(['*']) });
    this.#ofPolicy.set(policy, made);
    return made;
  }
}

function addResources({ resources }: Statement, grant: { readonly literal: Set<string>; readonly wild: Set<string> }): void {
  if (resources === undefined || resources.open !== undefined) grant.wild.add('*');
  for (const text of resources?.values ?? []) {
    const known = knownText(text);
    if (known === undefined || known.includes('${')) grant.wild.add('*');
    else if (/[*?]/.test(known)) grant.wild.add(known);
    else grant.literal.add(known);
  }
}

function put(map: Map<string, Set<Identity>>, key: string, identity: Identity): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([identity]));
  else there.add(identity);
}
