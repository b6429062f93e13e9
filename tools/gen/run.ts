/**
 * Writes every generated file, or with `--check` fails where one differs.
 * A generator returns the files it owns; folders that it owns wholly are listed so that stale files are found too.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { awsClients } from './aws-clients.js';
import { awsData } from './aws-data.js';
import { awsTypes } from './aws-types.js';
import { docs } from './docs.js';
import { eol } from './eol.js';
import { iamData } from './iam-data.js';
import { lineLayers } from './line-layers.js';
import { managedPolicies } from './managed-policies.js';
import { needs } from './needs.js';
import { checkRegistry } from './registry.js';
import { told } from './told.js';

export interface Generated {
  /** Content by path from the project's root. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders in which nothing else may lie. */
  readonly folders: readonly string[];
}

/** In order: a later one may read what an earlier one wrote. */
const generators: readonly (() => Generated | Promise<Generated>)[] = [awsTypes, awsData, eol, iamData, managedPolicies, lineLayers, checkRegistry, awsClients, needs, told, docs];

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const differing: string[] = [];

for (const generate of generators) {
  const { files, folders } = await generate();
  for (const [path, content] of files) {
    const full = join(root, path);
    if (existsSync(full) && readFileSync(full, 'utf8') === content) continue;
    differing.push(path);
    if (check) continue;
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder))) {
      const path = `${folder}/${name}`;
      if (files.has(path)) continue;
      differing.push(path);
      if (!check) rmSync(join(root, path));
    }
  }
}

if (check && differing.length > 0) {
  console.error(`generated files are not current: ${differing.join(', ')}; run \`npm run gen\``);
  process.exitCode = 1;
} else {
  console.log(differing.length === 0 ? 'generated files are current' : `wrote ${differing.length} files`);
}
