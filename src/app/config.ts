/** The config file: `demarc.config.json` or `.yaml`, in the current folder or above it up to the repository's top. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { WrittenExemption } from '../ledger/exemptions.js';
import { severities, toJson, type Json, type Severity } from '../model/index.js';

export interface Config {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failOn?: Severity | 'none';
  readonly severity?: Severity;
  readonly explicit?: boolean;
  readonly baseline?: string;
  readonly varFiles?: readonly string[];
  readonly parameterFiles?: readonly string[];
  readonly checks?: readonly string[];
  readonly secrets?: { readonly history?: boolean; readonly files?: boolean; readonly gitignore?: boolean };
  readonly exemptions?: readonly WrittenExemption[];
}

export class ConfigError extends Error {
  override readonly name = 'UsageError';
}

const NAMES = ['demarc.config.json', 'demarc.config.yaml', 'demarc.config.yml'];

/** The config file that counts for a folder; undefined when there is none. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).find(existsSync);
    if (found !== undefined) return found;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

/** Reads and checks a config file; paths in it are relative to it. Throws ConfigError with one line that says what to mend. */
export async function readConfig(path: string, cwd: string): Promise<Config> {
  const label = relative(cwd, path).replaceAll('\\', '/') || path;
  const fail = (message: string): never => {
    throw new ConfigError(`${label}: ${message}`);
  };
  if (!existsSync(path)) return fail('does not exist');
  const text = readFileSync(path, 'utf8');
  const parsed = path.endsWith('.json')
    ? await import('../sources/json.js').then(({ parseJson }) => parseJson(text, label))
    : await import('../sources/yaml.js').then(({ parseYaml }) => {
        const { documents, errors } = parseYaml(text, label);
        return { tree: documents[0], errors };
      });
  const [error] = parsed.errors;
  if (error !== undefined) return fail(`${error.line ?? 1}:${error.column ?? 1}: ${error.message}`);
  const json = parsed.tree === undefined ? {} : toJson(parsed.tree);
  if (!isObject(json)) return fail('must be a map');
  const folder = dirname(path);
  const config: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const rule = rules[key];
    if (rule === undefined) {
      if (key === '$schema') continue;
      fail(`\`${key}\` is no setting; there are ${Object.keys(rules).map((name) => `\`${name}\``).join(', ')}`);
      continue;
    }
    const problem = rule(value);
    if (problem !== undefined) fail(`\`${key}\` ${problem}`);
    config[key] = value;
  }
  const paths = (key: string): void => {
    const value = config[key];
    if (Array.isArray(value)) config[key] = value.map((one) => resolve(folder, String(one)));
    else if (typeof value === 'string') config[key] = resolve(folder, value);
  };
  ['baseline', 'varFiles', 'parameterFiles', 'checks'].forEach(paths);
  const exemptions = json['exemptions'];
  if (Array.isArray(exemptions)) config['exemptions'] = exemptions.map((one, i) => exemption(one as { readonly [key: string]: Json }, `config ${label} exemptions[${i}]`));
  return config as Config;
}

const exemption = (one: { readonly [key: string]: Json }, source: string): WrittenExemption => ({
  checks: typeof one['check'] === 'string' ? [one['check']] : (one['check'] as readonly string[]),
  resource: one['resource'] as string | undefined,
  reason: one['reason'] as string | undefined,
  owner: one['owner'] as string | undefined,
  until: one['until'] as string | undefined,
  own: true,
  source,
});

const isObject = (json: unknown): json is { readonly [key: string]: Json } => typeof json === 'object' && json !== null && !Array.isArray(json);
const isTexts = (json: unknown): boolean => Array.isArray(json) && json.every((one) => typeof one === 'string');

/** Each setting with what is wrong with a value; the published schema says the same. */
const rules: Readonly<Record<string, (value: Json) => string | undefined>> = {
  only: (value) => (isTexts(value) ? undefined : 'must be a list of check ids'),
  skip: (value) => (isTexts(value) ? undefined : 'must be a list of check ids'),
  failOn: (value) => ([...severities, 'none'].includes(String(value)) ? undefined : `must be one of ${severities.join(', ')}, none`),
  severity: (value) => (severities.includes(value as Severity) ? undefined : `must be one of ${severities.join(', ')}`),
  explicit: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  baseline: (value) => (typeof value === 'string' ? undefined : 'must be a path'),
  varFiles: (value) => (isTexts(value) ? undefined : 'must be a list of paths'),
  parameterFiles: (value) => (isTexts(value) ? undefined : 'must be a list of paths'),
  checks: (value) => (isTexts(value) ? undefined : 'must be a list of folders, files or packages'),
  secrets: (value) => (isObject(value) && Object.entries(value).every(([key, one]) => ['history', 'files', 'gitignore'].includes(key) && typeof one === 'boolean') ? undefined : 'must be a map with `history`, `files` and `gitignore`: true or false'),
  exemptions: (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    for (const [i, one] of value.entries()) {
      if (!isObject(one)) return `[${i}] must be a map`;
      if (typeof one['check'] !== 'string' && !isTexts(one['check'])) return `[${i}] needs \`check\`: an id or a list of ids`;
      for (const key of Object.keys(one)) if (!['check', 'resource', 'reason', 'owner', 'until'].includes(key)) return `[${i}] has \`${key}\`, which is no setting of an exemption`;
      for (const key of ['resource', 'reason', 'owner', 'until']) if (one[key] !== undefined && typeof one[key] !== 'string') return `[${i}] \`${key}\` must be a text`;
    }
    return undefined;
  },
};
