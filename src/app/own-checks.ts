/** Your own checks: JavaScript, or TypeScript whose types are stripped at load, written with the same `defineCheck`. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../checks/define.js';
import { layers, severities } from '../model/index.js';
import { ConfigError } from './config.js';
import { importModule, MODULES } from './module-loader.js';

/** Loads the checks of a folder, file or package. Throws ConfigError with one clear line when one is not a check. */
export async function loadChecks(module: string, cwd: string): Promise<readonly Check[]> {
  const path = resolve(cwd, module);
  const packaged = !existsSync(path);
  const files = packaged ? [packageEntry(module, cwd)] : statSync(path).isDirectory() ? checkFiles(path) : [path];
  const checks: Check[] = [];
  for (const file of files) {
    const label = packaged ? module : relative(cwd, file).replaceAll('\\', '/');
    let loaded: Readonly<Record<string, unknown>>;
    try {
      loaded = await importModule(file);
    } catch (error) {
      throw new ConfigError(`${label}: could not be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    for (const check of found(loaded, label)) {
      const problem = await problemOf(check);
      if (problem !== undefined) throw new ConfigError(`${label}: ${problem}`);
      checks.push(check as Check);
    }
  }
  if (checks.length === 0) throw new ConfigError(`--checks ${module}: no check in it; a check file exports \`defineCheck({ … })\` as default`);
  return checks;
}

/** The files of a folder that may hold checks; tests, declarations and installed packages do not. */
const checkFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => MODULES.has(extname(name)) && !/(^|[\\/])node_modules[\\/]|\.d\.m?ts$|\.test\.m?[jt]s$/.test(name))
    .map((name) => join(folder, name))
    .sort();

function packageEntry(name: string, cwd: string): string {
  try {
    return createRequire(pathToFileURL(join(cwd, 'index.js'))).resolve(name);
  } catch {
    throw new ConfigError(`--checks ${name}: there is no such folder, file or installed package`);
  }
}

/** What a module exports that claims to be a check. A module that only helps others may export what it likes, as long as it has no default. */
function found(module: Readonly<Record<string, unknown>>, label: string): readonly unknown[] {
  if (module['default'] !== undefined && ![module['default']].flat().every(isObject)) throw new ConfigError(`${label}: its default export is no check; export \`defineCheck({ … })\``);
  return Object.values(module)
    .flat()
    .filter((one) => isObject(one) && ('evaluate' in one || one === module['default'] || [module['default']].flat().includes(one)));
}

const isObject = (one: unknown): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null;

const isTexts = (one: unknown): boolean => Array.isArray(one) && one.every((text) => typeof text === 'string');

async function problemOf(one: unknown): Promise<string | undefined> {
  const check = one as Readonly<Record<string, unknown>>;
  const { id, on, fix, examples, judgement, equivalents } = check;
  if (typeof id !== 'string') return 'a check has no `id`; make it with `defineCheck({ … })`';
  const wrong = (what: string): string => `check \`${id}\` ${what}`;
  if (!Array.isArray(on)) return wrong('was not made with `defineCheck`');
  for (const key of ['title', 'why']) if (typeof check[key] !== 'string' || check[key].trim() === '') return wrong(`has no \`${key}\``);
  if (!(layers as readonly unknown[]).includes(check['row'])) return wrong(`has no \`row\` of the line: one of ${layers.join(', ')}`);
  if (!(severities as readonly unknown[]).includes(check['severity'])) return wrong(`has no \`severity\`: one of ${severities.join(', ')}`);
  if (typeof check['evaluate'] !== 'function') return wrong('has no `evaluate`');
  for (const key of ['cwe', 'references']) if (!isTexts(check[key])) return wrong(`needs \`${key}\`, a list of texts; it may be empty`);
  for (const [name, part, keys] of [
    ['fix', fix, ['terraform', 'cloudformation']],
    ['judgement', judgement, ['detection', 'effort', 'reach', 'trap']],
  ] as const) {
    for (const key of keys) if (!isObject(part) || typeof part[key] !== 'string') return wrong(`has no \`${name}.${key}\``);
  }
  if (!isObject(equivalents)) return wrong('has no `equivalents`; it may be {}');
  for (const key of ['good', 'bad', 'unknown']) if (!isObject(examples) || !Array.isArray(examples[key])) return wrong(`has no \`examples.${key}\`; it may be []`);
  const { typeNames } = await import('../schema/aws/index.js');
  const known = new Set(typeNames());
  const strange = (on as readonly string[]).find((type) => type.startsWith('AWS::') && !known.has(type));
  if (strange === undefined) return undefined;
  const { nearest } = await import('../model/nearest.js');
  const near = nearest(strange, [...known]);
  return wrong(`judges \`${strange}\`, which the provider does not have${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}
