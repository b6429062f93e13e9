/** A file of Compose → a raw resource a service: variables, anchors, `extends` and `include` resolved, each value with its place. */
import { basename, dirname, join, posix } from 'node:path';
import type { Mapping, RawResource, SourceError, SourceOrigin } from '../../model/index.js';
import { containerKind } from '../containers.js';
import type { Files } from '../files.js';
import { keyOrigin } from '../keys.js';
import type { LookUp } from '../shell/parameter.js';
import type { SourceResult } from '../source.js';
import { parseYaml } from '../yaml.js';
import { interpolate, lookUpIn, parseEnvironment } from './interpolate.js';
import { merge } from './merge.js';
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

class Project {
  readonly resources: RawResource[] = [];
  readonly errors: SourceError[] = [];
  readonly seen = new Set<string>();
  private readonly parsed = new Map<string, Mapping | undefined>();
  private readonly environments = new Map<string, LookUp>();
  private readonly included = new Set<string>();

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
        this.resources.push({ dialect: 'compose', type: COMPOSE_SERVICE, address: `${address}:${name}`, root: this.root, basis: 'declared', arguments: { ...serviceTree(name, whole, posix.dirname(address)), at }, at });
      }
    }
    this.includes(path, address, tree, depth);
  }

  private complain({ file, line, column }: SourceOrigin, message: string): void {
    this.errors.push({ file, line, column, message });
  }

  private file(path: string): Mapping | undefined {
    if (this.parsed.has(path)) return this.parsed.get(path);
    const label = this.files.label(path);
    const read = this.files.text(path);
    let tree: Mapping | undefined;
    if ('problem' in read) this.errors.push({ file: label, message: read.problem });
    else {
      this.seen.add(label);
      const { documents, errors } = parseYaml(read.text, label);
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
    const from = file === undefined ? path : join(dirname(path), file);
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
        const full = join(dirname(path), name);
        if (/^[a-z][a-z0-9+.-]*:|^git@/i.test(name)) this.complain(one.at as SourceOrigin, `\`${name}\` is not on this disk and was not read`);
        else if (this.included.has(full) || (containerKind(basename(full)) === 'compose' && this.root !== address.replace(/.*\//, ''))) continue;
        else if (depth >= DEEPEST || this.included.size > MOST_INCLUDES) this.complain(one.at as SourceOrigin, `more than ${MOST_INCLUDES} files, or ${DEEPEST} levels of them, are included; the rest was not read`);
        else this.read(full, posix.normalize(posix.join(posix.dirname(address), name)), [], depth + 1);
      }
    }
  }
}
