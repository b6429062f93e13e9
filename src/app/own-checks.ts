/** Your own checks: JavaScript, or TypeScript whose types are stripped at load, written with the same `defineCheck`. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check } from '../checks/define.js';
import { ConfigError } from './config.js';

const LOADED = new Set(['.js', '.mjs', '.ts', '.mts']);

/** Loads the checks of a folder, file or package. Throws with one clear line when one is not a check. */
export async function loadChecks(module: string, cwd: string): Promise<readonly Check[]> {
  const path = resolve(cwd, module);
  if (!existsSync(path)) {
    try {
      return found(await import(pathToFileURL(createRequire(join(cwd, 'index.js')).resolve(module)).href), module);
    } catch (error) {
      throw new ConfigError(`--checks ${module}: there is no such folder, file or installed package (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''})`);
    }
  }
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)).filter((name) => LOADED.has(extname(name)) && !/node_modules|\.d\.m?ts$|\.test\.m?[jt]s$/.test(name)).sort()
    : [path];
  const checks: Check[] = [];
  for (const file of files) {
    const label = relative(cwd, file).replaceAll('\\', '/');
    let loaded: unknown;
    try {
      loaded = await load(file);
    } catch (error) {
      throw new ConfigError(`${label}: could not be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    checks.push(...found(loaded, label));
  }
  if (checks.length === 0) throw new ConfigError(`--checks ${module}: no check in it; a check file exports \`defineCheck({ … })\` as default`);
  return checks;
}

/** A file is loaded through a copy whose `demarc` is the running one, so that both share one `defineCheck`. */
async function load(file: string): Promise<unknown> {
  const library = new URL('./index.js', import.meta.url);
  const source = readFileSync(file, 'utf8');
  const typed = /\.m?ts$/.test(file);
  const code = typed ? (await import('sucrase')).transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: file }).code : source;
  const running = existsSync(fileURLToPath(library)) ? library.href : new URL('../index.ts', import.meta.url).href;
  const linked = code
    .replace(/(\bfrom\s*|\bimport\s*\(?\s*)(["'])demarc\2/g, `$1${JSON.stringify(running)}`)
    .replace(/(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.\.?\/[^"']+)\2/g, (_all, head: string, _q: string, path: string) => `${head}${JSON.stringify(pathToFileURL(join(dirname(file), path)).href)}`);
  const folder = mkdtempSync(join(tmpdir(), 'demarc-checks-'));
  try {
    const copy = join(folder, 'check.mjs');
    writeFileSync(copy, linked);
    return await import(pathToFileURL(copy).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function found(module: unknown, label: string): readonly Check[] {
  if (typeof module !== 'object' || module === null) return [];
  return Object.values(module).flat().map((one: unknown) => {
    const problem = problemOf(one);
    if (problem !== undefined) throw new ConfigError(`${label}: ${problem}`);
    return one as Check;
  });
}

const TEXTS = ['id', 'title', 'row', 'severity', 'why'] as const;

function problemOf(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null) return 'exports something that is no check; export `defineCheck({ … })`';
  const check = one as Readonly<Record<string, unknown>>;
  for (const key of TEXTS) if (typeof check[key] !== 'string') return `check ${typeof check['id'] === 'string' ? `\`${check['id']}\` ` : ''}has no \`${key}\``;
  if (typeof check['evaluate'] !== 'function') return `check \`${String(check['id'])}\` has no \`evaluate\``;
  if (!Array.isArray(check['on'])) return `check \`${String(check['id'])}\` was not made with \`defineCheck\``;
  return undefined;
}
