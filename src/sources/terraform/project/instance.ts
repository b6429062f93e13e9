/** One instance of a module: the names that its expressions see, each computed when first asked for. */
import { relative, resolve, sep } from 'node:path';
import type { CoverageLine, Position, Reason, Reference, SourceError } from '../../../model/index.js';
import type { Files } from '../../files.js';
import { evaluate } from '../language/evaluate.js';
import type { FileAccess, Found, Scope } from '../language/scope.js';
import { errorValue, lazyEntries, mapValue, nullValue, objectValue, referenceValue, stringValue, tupleValue, unknownValue, type TfUnknown, type TfValue } from '../language/value.js';
import type { Body } from '../syntax/ast.js';
import { bodyValue } from './blocks.js';
import { computedAttributes } from './data-sources.js';
import { expand, type Expansion, type Instance } from './expand.js';
import type { Guard } from './guard.js';
import type { ModuleLocator } from './locate.js';
import type { Declaration, ModuleSource, ResourceDeclaration } from './module-source.js';
import { seenByOthers } from './own-names.js';
import { handedProviders, providersOf, type Providers } from './providers.js';
import { variableValue } from './variables.js';

/** Arguments that configure Terraform and not the resource. */
export const META: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'provisioner', 'connection', 'timeouts']);
const CALL_META: ReadonlySet<string> = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

/** What all modules of one root share. */
export interface Project {
  readonly files: Files;
  readonly rootFolder: string;
  readonly root: string;
  readonly locator: ModuleLocator;
  readonly access: FileAccess;
  readonly workspace: string;
  readonly errors: SourceError[];
  readonly guard: Guard;
  readonly coverage: CoverageLine[];
  /** Module instances that may still be made. */
  remaining: number;
}

/** The modules that one call makes, or why there are none. */
export interface CallResult {
  readonly expansion: Expansion;
  readonly modules: readonly (ModuleInstance | undefined)[];
  /** Set when the module's code is not there. */
  readonly missing?: Reason;
  /** What was handed to a module whose code is not there. */
  readonly handed?: readonly Reference[];
}

const DEEPEST_MODULE = 24;

export class ModuleInstance implements Scope {
  readonly files: FileAccess;
  readonly providers: Providers;
  private readonly values = new Map<string, TfValue>();
  private readonly calls = new Map<string, CallResult>();
  private readonly expansions = new Map<string, Expansion>();

  constructor(
    readonly project: Project,
    readonly source: ModuleSource,
    /** `` for the root module, else `module.a["k"].`. */
    readonly prefix: string,
    private readonly given: (name: string) => TfValue | undefined,
    inherited: Providers,
    private readonly ancestors: readonly { readonly folder: string; readonly call: string }[] = [],
  ) {
    this.files = project.access;
    this.providers = providersOf(source, this, inherited);
  }

  lookup(name: string, steps: readonly string[]): Found | undefined {
    const [first, second] = steps;
    switch (name) {
      case 'var':
        return first === undefined ? this.all(this.source.variables.keys(), (key) => this.variable(key)) : { value: this.variable(first), used: 1 };
      case 'local':
        return first === undefined ? this.all(this.source.locals.keys(), (key) => this.local(key)) : { value: this.local(first), used: 1 };
      case 'module':
        return first === undefined ? undefined : { value: this.moduleValue(first), used: 1 };
      case 'path':
        return first === undefined ? undefined : { value: this.pathValue(first), used: 1 };
      case 'terraform':
        return first === 'workspace' ? { value: stringValue(this.project.workspace), used: 1 } : undefined;
      case 'data':
        return first === undefined || second === undefined ? undefined : { value: this.resourceValue(`data.${first}.${second}`), used: 2 };
      case 'each':
      case 'count':
      case 'self':
        return undefined;
      default:
        return first === undefined ? undefined : { value: this.resourceValue(`${name}.${first}`), used: 1 };
    }
  }

  /** The scope of one instance of a block: this module's names and its own `each` or `count`. */
  scopeOf({ count, each }: Instance): Scope {
    if (count === undefined && each === undefined) return this;
    const own = new Map<string, TfValue>();
    if (count !== undefined) own.set('count', objectValue([['index', count]]));
    if (each !== undefined) own.set('each', objectValue([['key', each.key], ['value', each.value]]));
    return {
      files: this.files,
      lookup: (name, steps) => {
        const value = own.get(name);
        return value === undefined ? this.lookup(name, steps) : { value, used: 0 };
      },
    };
  }

  /** The instances of a resource or data source, by its name within the module. */
  expansion(name: string, body: Body): Expansion {
    const there = this.expansions.get(name);
    if (there !== undefined) return there;
    const made = expand(body, this, `${this.prefix}${name}`);
    this.expansions.set(name, made);
    return made;
  }

  output(name: string): TfValue {
    const declaration = this.source.outputs.get(name);
    if (declaration === undefined) return errorValue(`\`${this.prefix.replace(/\.$/, '')}\` has no output \`${name}\``);
    return this.once(`output.${name}`, declaration.block.range, () => {
      const expression = declaration.body.attributes.get('value')?.expression;
      return expression === undefined ? nullValue(declaration.block.range) : evaluate(expression, this);
    });
  }

  /** The modules of a call; read at most once. */
  call(name: string): CallResult | undefined {
    const there = this.calls.get(name);
    if (there !== undefined) return there;
    const declaration = this.source.calls.get(name);
    if (declaration === undefined) return undefined;
    const made = this.open(name, declaration);
    this.calls.set(name, made);
    return made;
  }

  private open(name: string, { block, body }: Declaration): CallResult {
    const address = `${this.prefix}module.${name}`;
    const expansion = this.expansion(`module.${name}`, body);
    const located = this.project.locator.locate(this.source.folder, name, body, this.modulePath());
    const missing = (reason: Reason): CallResult => {
      const scope = this.scopeOf(expansion.instances[0] ?? { suffix: '' });
      const handed = [...body.attributes].filter(([key]) => !CALL_META.has(key)).flatMap(([, { expression }]) => mentioned(evaluate(expression, scope)));
      return { expansion, modules: [], missing: reason, handed };
    };
    if ('missing' in located) {
      this.project.coverage.push({ source: this.project.root, subject: address, asked: 'module', answered: false, reason: located.missing });
      return missing({ kind: 'module-missing', detail: `\`${address}\` is not installed: ${located.missing}`, at: block.headerRange });
    }
    const chain = [...this.ancestors, { folder: this.source.folder, call: address }];
    const { folder } = located;
    const circle = chain.findIndex((one) => one.folder === folder);
    if (circle >= 0 || chain.length > DEEPEST_MODULE) {
      const message = circle >= 0 ? `module calls itself: ${chain.slice(circle).map((one) => one.call).join(' → ')}` : `modules nested deeper than ${DEEPEST_MODULE} levels are not read`;
      const { file, line, column } = block.headerRange;
      this.project.errors.push({ file, line, column, message });
      return missing({ kind: circle >= 0 ? 'malformed' : 'budget', detail: message, at: block.headerRange });
    }
    const source = this.project.locator.read(folder);
    const settings = handedProviders(body, this.providers);
    return {
      expansion,
      modules: expansion.instances.map((instance) => {
        if (this.project.remaining-- <= 0) return undefined;
        const scope = this.scopeOf(instance);
        const given = (key: string): TfValue | undefined => {
          const expression = CALL_META.has(key) ? undefined : body.attributes.get(key)?.expression;
          return expression === undefined ? undefined : evaluate(expression, scope);
        };
        return new ModuleInstance(this.project, source, `${address}${instance.suffix}.`, given, settings, chain);
      }),
    };
  }

  /** `a.b` for `module.a["k"].module.b.`, as the manifest of installed modules names them. */
  private modulePath(): string {
    return [...this.prefix.matchAll(/module\.([^.[]+)/g)].map((match) => match[1]).join('.');
  }

  private moduleValue(name: string): TfValue {
    return this.once(`module.${name}`, this.source.calls.get(name)?.block.range, () => {
      const result = this.call(name);
      if (result === undefined) return this.undeclared(`module.${name}`);
      const { expansion, modules, missing, handed } = result;
      if (missing !== undefined) return unknownValue(missing, { mayBe: handed });
      const one = (module: ModuleInstance | undefined): TfValue =>
        module === undefined
          ? unknownValue({ kind: 'budget', detail: 'more module instances than demarc reads' })
          : objectValue(lazyEntries(module.source.outputs.keys(), (key) => module.output(key)), undefined, module.source.errors.length > 0 ? { open: brokenModule(name) } : {});
      return collect(expansion, modules.map(one));
    });
  }

  private variable(name: string): TfValue {
    const declaration = this.source.variables.get(name);
    if (declaration === undefined) return this.undeclared(`var.${name}`);
    return this.once(`var.${name}`, declaration.block.range, () => {
      const given = this.given(name);
      const value = variableValue(name, declaration, given);
      return value.kind === 'unknown' && value.error !== true && given === undefined && this.prefix === '' ? { ...value, symbol: { address: `var.${name}`, attribute: '' } } : value;
    });
  }

  private local(name: string): TfValue {
    const attribute = this.source.locals.get(name);
    if (attribute === undefined) return this.undeclared(`local.${name}`);
    return this.once(`local.${name}`, attribute.range, () => evaluate(attribute.expression, this));
  }

  private resourceValue(name: string): TfValue {
    const declaration = this.source.resources.get(name);
    if (declaration === undefined) {
      // Whose attribute it is, is known all the same: a part of a project is often looked at alone.
      return referenceValue({ address: `${this.prefix}${name}`, attribute: '' }, this.undeclared(name).reason);
    }
    return this.once(name, declaration.block.range, () => {
      const expansion = this.expansion(name, declaration.body);
      return collect(expansion, expansion.instances.map((instance) => this.instanceValue(name, declaration, instance)));
    });
  }

  /** One instance as others see it: its arguments as they are written, all else a symbolic reference. */
  instanceValue(name: string, declaration: ResourceDeclaration, instance: Instance): TfValue {
    const address = `${this.prefix}${name}${instance.suffix}`;
    const scope = this.scopeOf(instance);
    const { body, block } = declaration;
    const own = bodyValue(body, scope, block.range, META, { reference: { address, attribute: '' } });
    const computed = computedAttributes(declaration, scope, address);
    const compute = (key: string): TfValue => {
      const value = computed?.get(key)?.() ?? own.entries.get(key);
      const reference = { address, attribute: key };
      if (value !== undefined && value.kind !== 'null') return seenByOthers(value, declaration.type, reference);
      // An argument that is null is not set: the provider may choose its value.
      return referenceValue(reference, { kind: 'known-after-apply', detail: `\`${address}.${key}\` is known after apply` }, value?.at);
    };
    const keys = computed === undefined ? own.entries.keys() : new Set([...own.entries.keys(), ...computed.keys()]);
    return { ...own, entries: lazyEntries(keys, (key) => this.project.guard.run(`${address}.${key}`, body.attributes.get(key)?.range ?? block.headerRange, () => compute(key))) };
  }

  private pathValue(name: string): TfValue {
    const below = (folder: string): string => relative(this.project.rootFolder, folder).split(sep).join('/') || '.';
    if (name === 'module') return stringValue(below(resolve(this.source.folder)));
    if (name === 'root') return stringValue('.');
    return unknownValue({ kind: 'unresolved', detail: `\`path.${name}\` depends on where Terraform runs` });
  }

  /** A mistake of the code, unless the declaration may stand where it was not read. */
  private undeclared(name: string): TfUnknown {
    if (!this.source.incomplete) return errorValue(`\`${name}\` is not declared`);
    return unknownValue({ kind: 'unresolved', detail: `\`${name}\` is not declared in the files that were read` });
  }

  private all(names: Iterable<string>, value: (name: string) => TfValue): Found {
    return { value: objectValue(lazyEntries(names, value)), used: 0 };
  }


  /** A named value, computed once; asking for it while it is being computed is a cycle. */
  private once(name: string, at: Position | undefined, compute: () => TfValue): TfValue {
    const there = this.values.get(name);
    if (there !== undefined) return there;
    return this.project.guard.run(`${this.prefix}${name}`, at, () => {
      const value = compute();
      this.values.set(name, value);
      return value;
    });
  }
}

/** Instances as the language sees them: one object, a list by number, or an object by key. */
function collect({ kind, instances, open }: Expansion, values: readonly TfValue[]): TfValue {
  if (kind === 'single') return values[0] ?? nullValue();
  if (kind === 'count') {
    // An unknown count: index 0 is the one instance that stands for all.
    return tupleValue(values, undefined, open);
  }
  return open === undefined
    ? objectValue(instances.map((instance, i) => [String(instance.key), values[i] ?? nullValue()] as const))
    : mapValue(instances.map((instance, i) => [instance.key === undefined ? '*' : String(instance.key), values[i] ?? nullValue()] as const), undefined, open);
}

const brokenModule = (name: string): Reason => ({ kind: 'malformed', detail: `a file of \`module.${name}\` could not be read` });

/** All references that a value mentions, wherever they stand in it. */
export function mentioned(value: TfValue): readonly Reference[] {
  switch (value.kind) {
    case 'unknown':
      return [...(value.mayBe ?? []), ...(value.parts?.filter((part): part is Reference => part !== null && typeof part === 'object') ?? [])];
    case 'map':
    case 'object':
      return value.reference !== undefined ? [value.reference] : [...value.entries.values()].flatMap(mentioned);
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.flatMap(mentioned);
    default:
      return [];
  }
}
