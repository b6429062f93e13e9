/** `pnpm-lock.yaml`, lockfile versions 5 to 9. https://github.com/pnpm/spec/tree/master/lockfile */
import { load } from 'js-yaml';
import { broken, plausible, type Found, type Reading } from '../found.js';
import { entriesOf, plain } from '../json.js';

export function readPnpmLock(bytes: Buffer): Reading {
  let top;
  try {
    top = plain(load(bytes.toString('utf8')));
  } catch (error) {
    return broken(`is no valid YAML: ${error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : ''}`);
  }
  const lines = keyLines(bytes.toString('utf8'));
  return {
    components: entriesOf(top['packages']).flatMap(([key, value]): Found | readonly never[] => {
      const match = PATHS.map((form) => form.exec(key)).find((found) => found !== null);
      const [, name, version] = match ?? [];
      if (!plausible(name) || !plausible(version)) return [];
      const line = lines.get(key);
      return { type: 'npm', name, version, ...(plain(value)['dev'] === true ? { development: true } : {}), ...(line === undefined ? {} : { line }) };
    }),
  };
}

/** `/@babel/core/7.0.0_peer` (5), `/@babel/core@7.0.0(peer)` (6), `@babel/core@7.0.0` (9). What is no version comes from elsewhere. */
const PATHS = [/^\/?((?:@[^/@]+\/)?[^/@]+)@(\d[^(_]*)/, /^\/((?:@[^/]+\/)?[^/]+)\/(\d[^(_]*)/];

function keyLines(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let line = 0;
  for (const one of text.split('\n')) {
    line++;
    const match = /^ {2}'?([^\s'][^']*?)'?:\s*$/.exec(one);
    if (match !== null && !found.has(match[1]!)) found.set(match[1]!, line);
  }
  return found;
}
