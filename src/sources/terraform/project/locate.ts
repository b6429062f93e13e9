/** Where the code of a module is: beside its caller, or where `terraform init` put it. */
import { join, resolve } from 'node:path';
import type { Files } from '../../files.js';
import type { Body } from '../syntax/ast.js';
import { readModule, type ModuleSource } from './module-source.js';

export class ModuleLocator {
  private readonly sources = new Map<string, ModuleSource>();
  private installed: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly files: Files,
    private readonly rootFolder: string,
  ) {}

  /** A module's folder, parsed at most once however many calls it has. */
  read(folder: string): ModuleSource {
    let source = this.sources.get(folder);
    if (source === undefined) {
      source = readModule(this.files, folder);
      this.sources.set(folder, source);
    }
    return source;
  }

  /** Every module folder that was read. */
  get modules(): Iterable<ModuleSource> {
    return this.sources.values();
  }

  /** `path` is the address of the calling module with dots, `` for the root. */
  locate(from: string, name: string, body: Body, path: string): { readonly folder: string } | { readonly missing: string } {
    const expression = body.attributes.get('source')?.expression;
    if (expression?.kind !== 'literal' || typeof expression.value !== 'string') return { missing: 'its `source` is not a plain text' };
    const source = expression.value;
    if (/^\.\.?(\/|$)/.test(source)) {
      const folder = resolve(from, source);
      if (this.files.isFolder(folder)) return { folder };
      return { missing: `its folder \`${source}\` ${this.files.exists(folder) ? 'is not a folder' : 'is not there, or lies outside of the scanned folder'}` };
    }
    const folder = this.manifest().get(path === '' ? name : `${path}.${name}`);
    if (folder !== undefined && this.files.isFolder(folder)) return { folder };
    return { missing: `run \`terraform init\` in \`${this.files.label(this.rootFolder)}\` to install \`${source}\`` };
  }

  /** Folders by the key that Terraform gives them in its manifest. */
  private manifest(): ReadonlyMap<string, string> {
    if (this.installed !== undefined) return this.installed;
    const found = new Map<string, string>();
    this.installed = found;
    const read = this.files.text(join(this.rootFolder, '.terraform/modules/modules.json'));
    if ('problem' in read) return found;
    try {
      const parsed: unknown = JSON.parse(read.text);
      const modules = typeof parsed === 'object' && parsed !== null && 'Modules' in parsed && Array.isArray(parsed.Modules) ? (parsed.Modules as readonly unknown[]) : [];
      for (const one of modules) {
        if (typeof one !== 'object' || one === null) continue;
        const { Key, Dir } = one as { readonly Key?: unknown; readonly Dir?: unknown };
        if (typeof Key === 'string' && typeof Dir === 'string' && Key !== '') found.set(Key, resolve(this.rootFolder, Dir));
      }
    } catch {
      // A manifest that is no JSON installs nothing: each module that it should name is then reported as missing.
    }
    return found;
  }
}
