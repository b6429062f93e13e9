/** Small projects written to a temporary folder and read as a scan would read them. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { rmSync } from 'node:fs';
import { toJson, type Json, type RawResource, type Tree } from '../../src/model/index.js';
import { Files } from '../../src/sources/files.js';
import type { SourceResult } from '../../src/sources/source.js';
import { readTerraformRoot, type TerraformOptions } from '../../src/sources/terraform/project/read.js';

const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with these files; removed after the tests of the file. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'demarc-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Read extends SourceResult {
  readonly folder: string;
  readonly addresses: readonly string[];
  readonly find: (address: string) => RawResource;
  /** Arguments as printed: unknowns as `(unknown)` or their known parts. */
  readonly json: (address: string) => Json;
  readonly argument: (address: string, name: string) => Tree | undefined;
}

/** Reads `files` (one text is `main.tf`) as a root module. */
export function project(files: string | Readonly<Record<string, string | Uint8Array>>, options: Partial<TerraformOptions> & { readonly in?: string } = {}): Read {
  const folder = folderOf(typeof files === 'string' ? { 'main.tf': files } : files);
  const result = readTerraformRoot(new Files(folder, folder), join(folder, options.in ?? '.'), { root: '.', ...options });
  return view(result, folder);
}

export function view(result: SourceResult, folder: string): Read {
  const byAddress = new Map(result.resources.map((one) => [one.address, one]));
  const find = (address: string): RawResource => {
    const one = byAddress.get(address);
    if (one === undefined) throw new Error(`no ${address} among ${[...byAddress.keys()].join(', ')}; errors: ${JSON.stringify(result.errors)}`);
    return one;
  };
  return {
    ...result,
    folder,
    addresses: result.resources.map((one) => one.address),
    find,
    json: (address) => toJson(find(address).arguments),
    argument: (address, name) => find(address).arguments.entries.get(name),
  };
}

/** The reason of an unknown value. */
export function reasonOf(tree: Tree | undefined): string {
  if (tree?.kind !== 'unknown') throw new Error(`not unknown: ${JSON.stringify(tree)}`);
  return `${tree.reason.kind}: ${tree.reason.detail}`;
}
