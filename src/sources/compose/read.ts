/** A file of Compose → a raw resource a service: variables, anchors, `extends` and `include` resolved, each value with its place. */
import { basename, dirname, join, posix, resolve } from 'node:path';
import { list, scalar, type List, type Mapping, type RawResource, type Reason, type SourceError, type SourceOrigin, type Tree } from '../../model/index.js';
import { containerKind } from '../containers.js';
import type { Files } from '../files.js';
import { keyOrigin } from '../keys.js';
import { readDockerfile } from '../dockerfile/read.js';
import { record, textTree } from '../dockerfile/plant.js';
import { Lines } from '../lines.js';
import type { LookUp } from '../shell/parameter.js';
import type { SourceResult } from '../source.js';
import { parseYaml } from '../yaml.js';
import { environmentLines, expand, interpolate, lookUpIn, parseEnvironment } from './interpolate.js';
import { marked, merge } from './merge.js';
import { serviceTree } from './service.js';

export const COMPOSE_SERVICE = 'Demarc::Container::ComposeService';

export interface ComposeOptions {
  readonly root: string;
  /** Path of the file from the target. */
  readonly address: string;
  /** Files that are laid over this one, in order, as absolute paths. */
  readonly overrides?: readonly string[];
}

const MOST_INCLUDES = 100;
const DEEPEST = 16;

export function readCompose(files: Files, path: string, options: ComposeOptions): SourceResult {
  const project = new Project(files, options.root);
  project.read(path, options.address, options.overrides ?? [], 0);
  return { resources: project.resources, coverage: [], errors: project.errors, files: [...project.seen] };
}

const isFalse = (tree: Tree | undefined): boolean => tree?.kind === 'scalar' && tree.value === false;

class Project {
  readonly resources: RawResource[] = [];
  readonly errors: SourceError[] = [];
  readonly seen = new Set<string>();
  private readonly parsed = new Map<string, Mapping | undefined>();
  private readonly environments = new Map<string, LookUp>();
  private readonly included = new Set<string>();
  /** By what they are called in places. */
  private readonly paths = new Map<string, string>();

  constructor(
    private readonly files: Files,
    private readonly root: string,
  ) {}

  read(path: string, address: string, overrides: readonly string[], depth: number): void {
    this.included.add(path);
    let tree = this.file(path);
    if (tree === undefined) return;
    for (const over of overrides) {
      const upper = this.file(over);
      if (upper !== undefined) tree = merge(tree, upper);
    }
    const services = tree.entries.get('services');
    if (services !== undefined && services.kind !== 'map') this.complain(services.at as SourceOrigin, '`services` is no map');
    if (services?.kind === 'map') {
      for (const [name, service] of services.entries) {
        const key = keyOrigin(services, name);
        if (service.kind !== 'map') {
          this.complain((key ?? service.at) as SourceOrigin, `service \`${name}\` is no map`);
          continue;
        }
        const whole = this.extended(path, service, [`${path}#${name}`]);
        const end = service.at as SourceOrigin;
        const at: SourceOrigin = key === undefined ? end : { ...key, endLine: end.endLine, endColumn: end.endColumn };
        const inline = this.inline(`${address}:${name}`, whole);
        const tree = serviceTree(name, whole, posix.dirname(address), { environment: this.environmentOf(path, whole), inline });
        this.resources.push({ dialect: 'compose', type: COMPOSE_SERVICE, address: `${address}:${name}`, root: this.root, basis: 'declared', arguments: { ...tree, at }, at });
      }
    }
    this.includes(path, address, tree, depth);
  }

  private complain({ file, line, column }: SourceOrigin, message: string): void {
    // What several services extend is asked for several times.
    if (!this.errors.some((one) => one.file === file && one.line === line && one.message === message)) this.errors.push({ file, line, column, message });
  }

  private file(path: string): Mapping | undefined {
    if (this.parsed.has(path)) return this.parsed.get(path);
    const label = this.files.label(path);
    const read = this.files.text(path);
    let tree: Mapping | undefined;
    if ('problem' in read) this.errors.push({ file: label, message: read.problem });
    else {
      this.seen.add(label);
      this.paths.set(label, path);
      const { documents, errors } = parseYaml(read.text, label, marked);
      this.errors.push(...errors);
      const first = documents[0] === undefined ? undefined : interpolate(documents[0], this.environment(dirname(path)));
      if (first?.kind === 'map') tree = first;
      else if (errors.length === 0) this.errors.push({ file: label, line: 1, column: 1, message: 'is no file of Compose: expected a map with `services`' });
    }
    this.parsed.set(path, tree);
    return tree;
  }

  private environment(folder: string): LookUp {
    let there = this.environments.get(folder);
    if (there === undefined) {
      const path = join(folder, '.env');
      const read = this.files.exists(path) ? this.files.text(path) : { problem: '' };
      this.environments.set(folder, (there = lookUpIn('text' in read ? parseEnvironment(read.text) : new Map())));
    }
    return there;
  }

  /** Variables of the files in `env_file`, in order; open where one was not read. */
  private environmentOf(path: string, service: Mapping): List | undefined {
    const given = service.entries.get('env_file');
    if (given === undefined) return undefined;
    const items: Tree[] = [];
    let open: Reason | undefined = given.kind === 'list' ? given.open : undefined;
    for (const one of given.kind === 'list' ? given.items : [given]) {
      const named = one.kind === 'map' ? one.entries.get('path') : one;
      const at = one.at as SourceOrigin;
      if (named?.kind !== 'scalar') {
        open ??= { kind: 'unresolved', detail: 'a file in `env_file` is not known', at };
        continue;
      }
      // It stands beside the file that names it, which an extending one may not.
      const name = String(named.value);
      const file = resolve(dirname(this.paths.get(at.file) ?? path), name);
      const required = !(one.kind === 'map' && isFalse(one.entries.get('required')));
      const read = this.files.text(file);
      if ('problem' in read) {
        const missing = read.missing === true;
        if (missing && !required) continue;
        if (!missing) this.complain(at, `\`env_file\` \`${name}\` ${read.problem}`);
        open ??= { kind: missing ? 'unresolved' : 'not-collected', detail: `\`${name}\`, which holds variables of the service, ${missing ? 'is not there; it is given where Compose runs' : read.problem}`, at };
        continue;
      }
      items.push(...this.variablesOf(read.text, this.files.label(file)));
    }
    return list(items, given.at, open);
  }

  private variablesOf(text: string, label: string): readonly Tree[] {
    this.seen.add(label);
    const lines = new Lines(text, label);
    const here = new Map<string, string>();
    return environmentLines(text).map(({ name, value, literal, offset }) => {
      const at = lines.origin(offset, offset + name.length);
      const tree = literal || !value.includes('$') ? scalar(value, at) : textTree(expand(value, lookUpIn(here)), at);
      if (tree.kind === 'scalar') here.set(name, String(tree.value));
      return record({ Name: scalar(name, at), Value: tree }, at);
    });
  }

  /** A Dockerfile that stands in the file itself is one as any other: the address of it, where the service has one. */
  private inline(address: string, service: Mapping): string | undefined {
    const build = service.entries.get('build');
    const text = build?.kind === 'map' ? build.entries.get('dockerfile_inline') : undefined;
    if (text?.kind !== 'scalar') return undefined;
    const at = text.at as SourceOrigin;
    const made = `${address}:dockerfile_inline`;
    // Blank lines before it make its lines those of the file.
    const { resources, errors } = readDockerfile(`${'\n'.repeat(at.line - 1)}${String(text.value)}`, at.file, { root: this.root, address: made });
    this.resources.push(...resources);
    this.errors.push(...errors);
    return made;
  }

  /** A service laid over the one that it extends. `chain` keeps a circle from going round. */
  private extended(path: string, service: Mapping, chain: readonly string[]): Mapping {
    const given = service.entries.get('extends');
    if (given === undefined) return service;
    const text = (key: string): string | undefined => {
      const found = given.kind === 'map' ? given.entries.get(key) : key === 'service' ? given : undefined;
      return found?.kind === 'scalar' ? String(found.value) : undefined;
    };
    const at = given.at as SourceOrigin;
    const [name, file] = [text('service'), text('file')];
    const open = (detail: string): Mapping => ({ ...service, open: { kind: 'unresolved', detail, at } });
    if (name === undefined) return open('the service that it extends is not known');
    const from = file === undefined ? path : resolve(dirname(path), file);
    const key = `${from}#${name}`;
    if (chain.includes(key) || chain.length > DEEPEST) {
      this.complain(at, `\`extends\` goes round in a circle over \`${name}\``);
      return open(`\`${name}\`, which it extends, extends it`);
    }
    const services = this.file(from)?.entries.get('services');
    const base = services?.kind === 'map' ? services.entries.get(name) : undefined;
    if (base?.kind !== 'map') {
      this.complain(at, `service \`${name}\`, which is extended, is not in \`${this.files.label(from)}\``);
      return open(`\`${name}\`, which it extends, was not found`);
    }
    return merge(this.extended(from, base, [...chain, key]), service);
  }

  /** Files that are named like files of Compose are found by themselves when a folder is scanned. */
  private includes(path: string, address: string, tree: Mapping, depth: number): void {
    const given = tree.entries.get('include');
    for (const item of given?.kind === 'list' ? given.items : []) {
      const paths = item.kind === 'map' ? item.entries.get('path') : item;
      for (const one of paths?.kind === 'list' ? paths.items : paths === undefined ? [] : [paths]) {
        if (one.kind !== 'scalar') continue;
        const name = String(one.value);
        const full = resolve(dirname(path), name);
        if (/^[a-z][a-z0-9+.-]*:|^git@/i.test(name)) this.complain(one.at as SourceOrigin, `\`${name}\` is not on this disk and was not read`);
        else if (this.included.has(full) || (containerKind(basename(full)) === 'compose' && this.root !== address.replace(/.*\//, ''))) continue;
        else if (depth >= DEEPEST || this.included.size > MOST_INCLUDES) this.complain(one.at as SourceOrigin, `more than ${MOST_INCLUDES} files, or ${DEEPEST} levels of them, are included; the rest was not read`);
        else this.read(full, posix.normalize(posix.join(posix.dirname(address), name)), [], depth + 1);
      }
    }
  }
}
