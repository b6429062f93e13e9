/** What a target holds: the roots that are scanned one by one, each with the source that reads it. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { statSync } from 'node:fs';
import type { CoverageLine, SourceError } from '../model/index.js';
import { Files } from './files.js';
import { containerKind } from './containers.js';
import { looksLikeImage } from './image/looks.js';

export type RootKind = 'terraform' | 'terraform-json' | 'cloudformation' | 'image' | 'dependencies' | 'sbom' | 'dockerfile' | 'compose';

export interface Root {
  readonly kind: RootKind;
  /** Path from the target: the `root` of resources and ids. */
  readonly root: string;
  /** Absolute path of the folder or file. */
  readonly path: string;
  /** For one Terraform file alone. */
  readonly only?: string;
  /** Of a file that is one resource, or holds a few, beside others of its root: its path from the target. */
  readonly address?: string;
}

export interface Discovery {
  readonly files: Files;
  readonly roots: readonly Root[];
  readonly errors: readonly SourceError[];
  readonly coverage: readonly CoverageLine[];
}

const TERRAFORM = /\.(tf|tofu)(\.json)?$/;
/** Files that may hold a template, a plan or a state; their content decides. */
const DOCUMENT = /\.(json|ya?ml|template|tfstate|tfplan\.json)$/i;

const isPlanOrState = (head: string): boolean =>
  /^\uFEFF?\s*\{/.test(head) && ((/"format_version"\s*:/.test(head) && /"(terraform_version|planned_values|resource_changes|values)"\s*:/.test(head)) || (/"terraform_version"\s*:/.test(head) && /"(lineage|serial)"\s*:/.test(head)));

/** CycloneDX and SPDX 2, as JSON. */
export const isSbom = (head: string): boolean => /^\uFEFF?\s*\{/.test(head) && (/"bomFormat"\s*:\s*"CycloneDX"/.test(head) || /"spdxVersion"\s*:\s*"SPDX-2/.test(head));

const isTemplate = (text: string): boolean =>
  /["']?AWSTemplateFormatVersion["']?\s*:/.test(text) ||
  /["']?Transform["']?\s*:\s*['"[\s-]*AWS::/.test(text) ||
  (/(^|[\s{,])["']?Resources["']?\s*:/.test(text) && /["']?Type["']?\s*:\s*['"]?(AWS|Alexa|Custom)::/.test(text));

/**
 * Finds the roots of a target. `target` is an absolute path that exists; `listDependencies` picks of all paths from the target
 * lockfiles and the like. Images are read where they are the target itself: an archive in a project is seldom one.
 */
export function discover(target: string, cwd: string, listDependencies: (paths: readonly string[]) => ReadonlySet<string> = () => new Set()): Discovery {
  const files = new Files(target, cwd);
  const errors: SourceError[] = [];
  if (looksLikeImage(target)) return { files, roots: [{ kind: 'image', root: basename(target), path: target }], errors, coverage: [] };
  if (!statSync(target).isDirectory()) {
    const name = basename(target);
    if (TERRAFORM.test(name)) return { files, roots: [{ kind: 'terraform', root: name, path: dirname(target), only: name }], errors, coverage: [] };
    const container = containerKind(name);
    if (container !== undefined) return { files, roots: [{ kind: container, root: name, path: target, address: name }], errors, coverage: [] };
    const kind = listDependencies([name, ...files.list(dirname(target))]).has(name) ? 'dependencies' : isSbom(files.head(target, 4096)) ? 'sbom' : kindOf(files, target, errors, true);
    if (kind === undefined && errors.length === 0) {
      errors.push({ file: files.label(target), message: 'is no Terraform file, plan or state, no CloudFormation template, no Dockerfile, no image, no lockfile and no bill of materials; nothing in it was read' });
    }
    return { files, roots: kind === undefined ? [] : [{ kind, root: name, path: target }], errors, coverage: [] };
  }
  const { entries, problems } = files.walk(target);
  for (const { path, problem } of problems) errors.push({ file: path, message: problem });
  const roots: Root[] = [];
  const folders = entries.filter((entry) => entry.files.some((name) => TERRAFORM.test(name))).map((entry) => entry.folder);
  for (const folder of terraformRoots(files, folders)) roots.push({ kind: 'terraform', root: fromTarget(target, folder), path: folder });
  const lists = listDependencies(entries.flatMap(({ folder, files: names }) => names.map((name) => fromTarget(target, join(folder, name)))));
  for (const root of lists) roots.push({ kind: 'dependencies', root, path: join(target, root) });
  for (const { folder, files: names } of entries) {
    for (const name of names) {
      const path = join(folder, name);
      if (lists.size > 0 && lists.has(fromTarget(target, path))) continue;
      const container = containerKind(name);
      if (container !== undefined) {
        // Images and services of a target speak of each other by their paths in it: they share a root.
        roots.push({ kind: container, root: '.', path, address: fromTarget(target, path) });
        continue;
      }
      if (!DOCUMENT.test(name) || TERRAFORM.test(name) || IGNORED.test(name)) continue;
      const kind = kindOf(files, path, errors, false);
      if (kind !== undefined) roots.push({ kind, root: fromTarget(target, path), path });
    }
  }
  return { files, roots: roots.sort((a, b) => (a.root < b.root ? -1 : a.root > b.root ? 1 : 0)), errors, coverage: [] };
}

const IGNORED = /^(package(-lock)?|tsconfig.*|composer|renovate|\.eslintrc|pnpm-lock|yarn\.lock)\.(json|ya?ml)$|\.tfvars\.json$/;

/** What a document is, by its first characters and then its text. `wanted`: the user named this very file. */
function kindOf(files: Files, path: string, errors: SourceError[], wanted: boolean): RootKind | undefined {
  if (/\.(json|tfstate)$/i.test(path) && isPlanOrState(files.head(path, 4096))) return 'terraform-json';
  const read = files.text(path);
  if ('text' in read) return isTemplate(read.text) ? 'cloudformation' : undefined;
  // A JSON or YAML file of another purpose that is not text is not ours to complain of.
  if (wanted || !/UTF-8/.test(read.problem) || /\.template$|template[^/]*\.(ya?ml|json)$/i.test(path)) errors.push({ file: files.label(path), message: read.problem });
  return undefined;
}

/** The folders that no other folder calls as a module; of folders that only call one another, the first. */
function terraformRoots(files: Files, folders: readonly string[]): readonly string[] {
  const calls = new Map(folders.map((folder) => [folder, calledFolders(files, folder)] as const));
  const called = new Set([...calls.values()].flat());
  const roots = folders.filter((folder) => !called.has(folder));
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const pending = [from];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      pending.push(...(calls.get(next) ?? []));
    }
  };
  roots.forEach(reach);
  for (const folder of folders) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder);
  }
  return roots;
}

/** Local folders that a folder's files name as sources. A look at the text is enough here; the real reading comes later, once. */
function calledFolders(files: Files, folder: string): readonly string[] {
  const found = new Set<string>();
  for (const name of files.list(folder)) {
    if (!TERRAFORM.test(name)) continue;
    const read = files.text(join(folder, name));
    if ('problem' in read) continue;
    for (const [, path] of read.text.matchAll(/(?:^|[\s{,"])source"?\s*[=:]\s*"(\.\.?(?:\/[^"\n]*)?)"/g)) if (path !== undefined) found.add(resolve(folder, path));
  }
  found.delete(folder);
  return [...found];
}

const fromTarget = (target: string, path: string): string => relative(target, path).split(sep).join('/') || '.';
