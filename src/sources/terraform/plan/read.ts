/** Terraform plan and state JSON → raw resources, of the shape that the same resources have when read from code. */
import type { CoverageLine, Mapping, RawResource, Reference, SourceError, Tree } from '../../../model/index.js';
import { PLAN_LIMIT, type Files } from '../../files.js';
import type { SourceResult } from '../../source.js';
import { moduleSteps, prefixOf } from './address.js';
import { configurationOf, scopeOf, type Configuration, type ModuleScope } from './configuration.js';
import { changedEntries, stateEntries, valueEntries } from './entries.js';
import { localName, type Entry } from './entry.js';
import { JsonProblem, JsonText } from './json-text.js';
import { meaningOf, type Meaning } from './meaning.js';
import { Owners } from './owners.js';
import { field, fieldsOf, itemsOf, textOf, type Fields } from './plain.js';
import { documentTree } from './policy-document.js';
import { defaultTags, regionOf } from './providers.js';
import { argumentsTree } from './values.js';

export interface PlanOptions {
  /** Name of the root in ids: its path from the target. */
  readonly root: string;
}

export function readTerraformJson(files: Files, path: string, { root }: PlanOptions): SourceResult {
  const file = files.label(path);
  const read = files.text(path, PLAN_LIMIT);
  const nothing = { resources: [], coverage: [], files: files.read };
  if ('problem' in read) return { ...nothing, errors: [{ file, message: read.problem }] };
  const text = new JsonText(read.text, file);
  try {
    text.end(text.start); // brackets and depth of the whole, before anything is walked
    const found = contents(text, file);
    if ('message' in found) return { ...nothing, errors: [found] };
    return { resources: new PlanReader(text, root, found).resources(), coverage: found.notes.map((reason) => ({ source: root, subject: file, asked: 'plan', answered: false, reason }) satisfies CoverageLine), errors: [], files: files.read };
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    const { line, column } = error.at;
    return { ...nothing, errors: [{ file, line, column, message: error.message }] };
  }
}

interface Contents {
  readonly entries: readonly Entry[];
  readonly configuration?: Configuration;
  readonly variables: Fields;
  /** What the file itself says is missing in it. */
  readonly notes: readonly string[];
}

function contents(text: JsonText, file: string): Contents | SourceError {
  const top = new Map([...text.members(text.start)].map(({ key, at }) => [key, at] as const));
  const get = (key: string): unknown => text.value(top.get(key));
  const empty = { variables: {}, notes: [] };
  if (top.has('encrypted_data')) return { file, message: 'is an encrypted state; write it out with `tofu show -json`' };
  if (top.has('lineage') || top.has('serial')) {
    const version = get('version');
    if (version !== 4) return { file, message: `is a state of version ${String(version)}; only version 4 is read: write it out with \`terraform show -json\`` };
    return { ...empty, entries: [...stateEntries(text, top.get('resources'))] };
  }
  const format = textOf(get('format_version')) ?? '';
  if (!/^[01]\./.test(format)) return { file, message: `has \`format_version\` ${format === '' ? 'missing' : `\`${format}\``}; versions 0 and 1 of Terraform's plan and state JSON are read` };
  if (top.has('values')) return { ...empty, entries: [...valueEntries(text, text.child(top.get('values'), 'root_module'))] };
  if (!top.has('planned_values') && !top.has('resource_changes')) {
    return top.has('terraform_version') || top.size === 1 ? { ...empty, entries: [] } : { file, message: 'is no plan or state; make one with `terraform show -json`' };
  }
  const gone = new Set<string>();
  const entries = new Map<string, Entry>();
  const keep = (one: Entry): void => void (entries.has(one.address) || gone.has(one.address) || entries.set(one.address, one));
  for (const one of changedEntries(text, top.get('resource_changes'), gone)) keep(one);
  for (const one of valueEntries(text, text.child(top.get('planned_values'), 'root_module'))) keep(one);
  // Data sources that could be read already stand in the state that the plan started from.
  for (const one of valueEntries(text, text.child(top.get('prior_state'), 'values', 'root_module'))) if (one.mode === 'data') keep(one);
  const notes = [
    ...(get('errored') === true ? ['the plan stopped at an error: resources may be missing'] : []),
    ...(get('complete') === false ? ['the plan is not complete (`-target`, or changes that were put off): resources may be missing'] : []),
    ...itemsOf(get('deferred_changes')).map((one) => `\`${textOf(field(field(one, 'resource_change'), 'address')) ?? '?'}\` is put off to a later plan (${textOf(field(one, 'reason')) ?? 'no reason given'})`),
  ];
  return { entries: [...entries.values()], configuration: configurationOf(get('configuration')), variables: fieldsOf(get('variables')), notes };
}

class PlanReader {
  private readonly made = new Map<string, Mapping>();
  /** Being read now: documents may name one another in a circle. */
  private readonly open = new Set<string>();
  private readonly byAddress: ReadonlyMap<string, Entry>;
  private readonly suffixes = new Map<string, Set<string>>();
  private readonly scopes = new Map<string, ModuleScope | undefined>();
  private readonly owners = new Owners();

  constructor(
    private readonly text: JsonText,
    private readonly root: string,
    private readonly found: Contents,
  ) {
    this.byAddress = new Map(found.entries.map((one) => [one.address, one]));
    const modules = new Set<string>();
    for (const one of found.entries) {
      this.owners.add(text, one);
      const steps = moduleSteps(one.moduleAddress);
      this.instance(`${prefixOf(steps)}${localName(one)}`, one.suffix);
      if (modules.has(one.moduleAddress)) continue;
      modules.add(one.moduleAddress);
      for (const [i, { name, suffix }] of steps.entries()) this.instance(`${prefixOf(steps.slice(0, i))}module.${name}`, suffix);
    }
  }

  resources(): readonly RawResource[] {
    return this.found.entries.map((one) => this.resource(one));
  }

  private instance(base: string, suffix: string): void {
    const there = this.suffixes.get(base);
    if (there === undefined) this.suffixes.set(base, new Set([suffix]));
    else there.add(suffix);
  }

  private resource(one: Entry): RawResource {
    const at = this.text.origin(one.at);
    const key = this.configured(one)?.provider;
    const provider = key === undefined ? undefined : this.found.configuration?.providers[key];
    const values = this.someValues(one);
    return {
      dialect: 'terraform',
      type: one.mode === 'data' ? `data.${one.type}` : one.type,
      address: one.address,
      root: this.root,
      basis: 'planned',
      arguments: this.argumentsOf(one),
      meta: defaultTags(values, provider, this.found.variables, at),
      at,
      region: regionOf(values, provider, this.found.variables, at),
    };
  }

  /** The few values that say where the resource is. */
  private someValues({ values }: Entry): Fields {
    const some: Record<string, unknown> = {};
    if (values === undefined) return some;
    for (const { key, at } of this.text.members(values)) {
      if (key === 'region' || key === 'arn' || key === 'tags' || key === 'tags_all') some[key] = this.text.value(at);
    }
    return some;
  }

  private scope({ moduleAddress }: Entry): ModuleScope | undefined {
    const { configuration } = this.found;
    if (configuration === undefined) return undefined;
    if (!this.scopes.has(moduleAddress)) this.scopes.set(moduleAddress, scopeOf(configuration, moduleAddress));
    return this.scopes.get(moduleAddress);
  }

  private configured(one: Entry): ReturnType<ModuleScope['module']['resources']['get']> {
    return this.scope(one)?.module.resources.get(localName(one));
  }

  private argumentsOf(one: Entry): Mapping {
    const there = this.made.get(one.address);
    if (there !== undefined) return there;
    this.open.add(one.address);
    const scope = this.scope(one);
    const configured = this.configured(one);
    const self = { suffix: one.suffix, forEach: configured?.forEach ?? [] };
    const meaning = (listed: readonly string[]): Meaning => (scope === undefined ? { references: [], more: true } : meaningOf(listed, scope, self, { suffixes: this.suffixes }));
    const read = argumentsTree(this.text, one.values, this.text.origin(one.at), {
      unknown: one.unknown(),
      sensitive: one.sensitive(),
      expressions: configured?.expressions,
      meaning,
      madeBy: (found) => this.madeBy(found),
      owner: (value, listed) => {
        const reference = this.owners.of(value) ?? this.named(value, listed.length === 0 ? [] : meaning(listed).references);
        return reference?.address === one.address ? undefined : reference;
      },
    });
    const made = one.mode === 'data' && one.type === 'aws_iam_policy_document' ? documentTree(read) : read;
    this.open.delete(one.address);
    this.made.set(one.address, made);
    return made;
  }

  /** The one reference of an expression, when its value is what that resource has. */
  private named(value: string, [only, ...others]: readonly Reference[]): Reference | undefined {
    return only !== undefined && others.length === 0 && this.owners.is(value, only) ? only : undefined;
  }

  /** The document behind `data.aws_iam_policy_document.x.json`, when that is all that an expression refers to. */
  private madeBy({ references, more }: Meaning): Tree | undefined {
    const [one] = references;
    if (more || one === undefined || references.length > 1 || (one.attribute !== 'json' && one.attribute !== 'minified_json')) return undefined;
    const entry = this.byAddress.get(one.address);
    if (entry === undefined || this.open.has(entry.address)) return undefined;
    const json = this.argumentsOf(entry).entries.get('json');
    return json?.kind === 'unknown' || json?.kind === 'scalar' ? json.json : undefined;
  }
}
