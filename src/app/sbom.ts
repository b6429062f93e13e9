/** `sbom`: the inventories of one target. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Inventory } from '../inventory/component.js';
import { dependencyPaths } from '../inventory/rules.js';
import type { CoverageLine, SourceError } from '../model/index.js';
import { isSbom } from '../sources/discover.js';
import { Files } from '../sources/files.js';
import { looksLikeImage } from '../sources/image/looks.js';
import { billOfMaterials, dependencyFiles, imageInventory, projectInventory, rootInventory } from './inventory.js';
import { TargetError } from './target-error.js';

export interface SbomOptions {
  readonly cwd?: string;
  /** The target is the root of a file system, and what is installed there counts. */
  readonly rootfs?: boolean;
  readonly platform?: string;
}

export interface SbomResult {
  readonly inventories: readonly Inventory[];
  /** What concerns the target and none of its inventories alone. */
  readonly coverage: readonly CoverageLine[];
  readonly errors: readonly SourceError[];
}

/** Throws a TargetError when there is nothing to read. */
export async function sbom(target: string, { cwd = '.', rootfs = false, platform }: SbomOptions = {}): Promise<SbomResult> {
  const here = realpathSync(resolve(cwd));
  const path = resolve(here, target);
  if (!existsSync(path)) throw new TargetError(`\`${target}\` does not exist`);
  const real = realpathSync(path);
  const files = new Files(real, here);
  const label = files.label(real);
  if (rootfs) {
    if (!statSync(real).isDirectory()) throw new TargetError(`\`${target}\` is no folder; a root file system is one`);
    return { inventories: [await rootInventory(real, target)], coverage: [], errors: [] };
  }
  if (looksLikeImage(real)) return images(real, label, platform);
  const folder = statSync(real).isDirectory();
  if (!folder && isSbom(files.head(real, 4096))) return { inventories: [await billOfMaterials(files, real)], coverage: [], errors: [] };
  const paths = folder ? dependencyFiles(files, real) : dependencyPaths([basename(real), ...files.list(dirname(real))]).has(basename(real)) ? [real] : [];
  const inventory = await projectInventory(files, folder ? real : resolve(real, '..'), paths, label);
  if (!folder && inventory.components.length === 0 && inventory.errors.length === 0 && inventory.coverage.length === 0) {
    throw new TargetError(`\`${target}\` is no image and no file that lists dependencies`);
  }
  return { inventories: [inventory], coverage: [], errors: [] };
}

async function images(path: string, label: string, platform: string | undefined): Promise<SbomResult> {
  const { openImages } = await import('../sources/image/open.js');
  try {
    const opened = await openImages(path, { label, platform });
    const errors = [...opened.errors];
    const inventories: Inventory[] = [];
    for (const image of opened.images) inventories.push(await imageInventory(opened, image));
    return { inventories, coverage: opened.coverage, errors };
  } catch (error) {
    if (error instanceof Error && error.name === 'ArchiveError') throw new TargetError(`\`${label}\` ${error.message}`);
    throw error;
  }
}
