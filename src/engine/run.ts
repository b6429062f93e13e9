/** Runs checks over linked resources: each applicable (check, resource) pair leaves exactly one judgement. */
import type { AccessOracle } from '../access/oracle.js';
import type { Answer, Check, CheckContext, Linked, PropertiesOf, ResourceType } from '../checks/define.js';
import { Graph, type Neighbours } from '../graph/graph.js';
import {
  at,
  fails,
  undecided,
  viewOf,
  type Condition,
  type CoverageLine,
  type DocumentedDefault,
  type Reason,
  type Resource,
  type Tree,
  type View,
  type ViewScope,
} from '../model/index.js';
import { saidBy } from '../model/thrown.js';

export interface EngineOptions {
  /** ISO time that dates are judged against. */
  readonly now: string;
  /** Passing by a documented default is not enough: the code must say it. */
  readonly explicit?: boolean;
  /** Why a type was not read in a root, or not wholly. */
  readonly unread?: (root: string, type: string, region?: string) => Reason | undefined;
  /** Makes the decisions of access over all resources; a check that needs them fails with an error without. */
  readonly access?: (resources: readonly Resource[], unread: EngineOptions['unread']) => AccessOracle;
  readonly watch?: Watch;
  /** The provider's documented default of a property, for the language that the resource was read from. */
  readonly defaults: (type: string, path: string, dialect: Resource['dialect']) => DocumentedDefault | undefined;
}

/** Looks on while checks ask: what each of them needs is found out so. */
export interface Watch {
  /** A type is asked for; `*` for a question about access, which looks at everything. */
  readonly asks: (type: string) => void;
  /** The tree to give to checks in place of a resource's own properties or facts. */
  readonly tree: (type: string, tree: Tree, of: 'properties' | 'facts') => Tree;
}

export interface Judgement {
  readonly check: Check;
  readonly resource: Resource;
  readonly condition: Condition;
}

export interface EngineResult<T> {
  readonly made: readonly T[];
  readonly coverage: readonly CoverageLine[];
}

/** `make` turns each judgement into what is kept of it at once: conditions hold far more than a verdict prints. */
export function runChecks<T>(resources: readonly Resource[], checks: readonly Check[], options: EngineOptions, make: (judgement: Judgement) => T): EngineResult<T> {
  const graph = new Graph(resources, options.unread);
  const world = new World(graph, options);
  const byType = new Map<string, Check[]>();
  for (const check of checks) for (const type of check.on) byType.set(type, [...(byType.get(type) ?? []), check]);
  const made: T[] = [];
  const coverage: CoverageLine[] = [];
  for (const resource of resources) {
    const asked = byType.get(resource.type);
    if (asked === undefined) continue;
    // One view and one context serve all checks of a resource.
    const properties = world.view(resource, undefined);
    const context = world.context(resource, resource);
    for (const check of asked) {
      const answer = ask(check, properties, context);
      if (answer === undefined) continue;
      if ('notAsked' in answer) {
        coverage.push({ source: resource.root, subject: resource.address, asked: check.id, answered: false, reason: answer.notAsked });
      } else made.push(make({ check, resource, condition: options.explicit === true ? demandExplicit(answer) : answer }));
    }
  }
  return { made, coverage };
}

/** Undefined: the question does not apply. */
function ask(check: Check, properties: View<unknown>, context: CheckContext): Answer | undefined {
  try {
    // It stands for something that could not be read: whether it is there at all is not known.
    const { conditional, basis } = context.resource;
    if (basis === 'observed' && conditional !== undefined) return undecided([conditional]);
    const applies = check.applies?.(properties as View<never>, context);
    if (applies?.truth === false) return undefined;
    const answer = check.evaluate(properties as View<never>, context);
    if (applies?.truth !== 'unknown' || 'notAsked' in answer || answer.truth === true) return answer;
    // It fails if it applies at all, which is not known.
    return undecided([...applies.reasons, ...answer.reasons], [...applies.evidence, ...answer.evidence], applies.message ?? answer.message);
  } catch (error) {
    return undecided([{ kind: 'check-error', detail: `check \`${check.id}\` threw: ${saidBy(error)}` }]);
  }
}

/** Under `--explicit` a value that only the provider's default gives counts as not said. */
function demandExplicit(condition: Condition): Condition {
  const silent = condition.evidence.filter((one) => one.state === 'default');
  if (condition.truth !== true || silent.length === 0) return condition;
  return fails(silent, `\`${silent[0]?.path ?? ''}\` is left to the provider's default; the code must say it`);
}

/** Views and contexts, made once a resource. */
class World {
  private readonly scopes = new Map<Resource, ViewScope>();
  /** By root and last step of its ARN. */
  private readonly keys = new Map<string, ReadonlyMap<string, Resource>>();
  #access: AccessOracle | undefined;

  constructor(
    private readonly graph: Graph,
    private readonly options: EngineOptions,
  ) {}

  /** `address` is set when the resource is not the one judged, so that evidence names it. */
  view(resource: Resource, address: string | undefined): View<unknown> {
    const { watch } = this.options;
    return viewOf(watch === undefined ? resource.properties : watch.tree(resource.type, resource.properties, 'properties'), this.scope(resource, address));
  }

  context(resource: Resource, judged: Resource): CheckContext {
    const { graph, options } = this;
    const { watch } = options;
    const linked = <T extends ResourceType>(type: T, { resources, open }: Neighbours): Linked<T> => {
      watch?.asks(type);
      return {
        members: resources
          .filter((one) => one.type === type)
          .map((one) => ({ resource: one, properties: this.view(one, one === judged ? undefined : one.address) as PropertiesOf<T> })),
        open,
      };
    };
    const access = (): AccessOracle => {
      watch?.asks('*');
      return this.access();
    };
    return {
      resource,
      now: options.now,
      facts: viewOf(watch === undefined ? resource.facts : watch.tree(resource.type, resource.facts, 'facts'), { ...this.scope(resource, resource === judged ? undefined : resource.address), defaults: () => undefined }),
      pointingHere: (type) => linked(type, graph.pointingTo(resource, type)),
      through: (path, type) => linked(type, graph.outgoing(resource, path, type)),
      all: (type) => linked(type, graph.all(resource.root, type)),
      here: (type) => linked(type, graph.all(resource.root, type, resource.basis === 'observed' ? resource.region : undefined)),
      get access() {
        return access();
      },
      from: (other) => this.context(other, judged),
    };
  }

  private access(): AccessOracle {
    if (this.options.access === undefined) throw new Error('decisions of access were not asked for');
    return (this.#access ??= this.options.access(this.graph.resources, this.options.unread));
  }

  private scope(resource: Resource, address: string | undefined): ViewScope {
    const made = (): ViewScope => ({
      // What a partial parent does not say is unknown: its properties are open, so no default is consulted.
      defaults: (path) => this.options.defaults(resource.type, path, resource.dialect),
      at: resource.at,
      ...(address === undefined ? {} : { address }),
      ownKey: (name) => this.ownKey(resource, name),
    });
    if (address !== undefined) return made();
    let scope = this.scopes.get(resource);
    if (scope === undefined) this.scopes.set(resource, (scope = made()));
    return scope;
  }

  /** Of an account, whose a key is; who names a key in code means his own. AWS manages keys only for the account that they lie in. */
  private ownKey({ root, account, basis, region: own }: Resource, name: string): boolean | Reason {
    this.options.watch?.asks(KEY);
    if (basis !== 'observed') return true;
    const arn = /^arn:[^:]*:kms:[^:]*:([^:]*):(.*)$/.exec(name);
    if ((arn !== null && arn[1] !== account) || /(?:^|:)alias\//.test(name)) return true;
    let keys = this.keys.get(root);
    if (keys === undefined) this.keys.set(root, (keys = new Map(this.graph.all(root, KEY).resources.map((one) => [one.id.split('/').at(-1) ?? '', one]))));
    const key = keys.get(name.split('/').at(-1) ?? '');
    if (key !== undefined) {
      const manager = at(key.facts, 'KeyManager');
      if (manager?.kind === 'scalar') return manager.value !== 'AWS';
      return manager?.kind === 'unknown' ? manager.reason : (key.facts.kind === 'map' && key.facts.open) || true;
    }
    // AWS never deletes a key that it manages: one that is not there was the customer's, if its region was read.
    return this.graph.all(root, KEY, (arn === null ? undefined : /^arn:[^:]*:kms:([^:]*):/.exec(name)?.[1]) ?? own).open ?? true;
  }
}

const KEY = 'AWS::KMS::Key';
