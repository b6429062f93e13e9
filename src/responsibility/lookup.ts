/** From what people call a thing to its types: `s3`, `ec2 volume`, `AWS::RDS::DBInstance`, `dbinstance`, `glue`. */
import { typeNames } from '../schema/aws/index.js';
import { catalogue } from './catalogue/index.js';

/** Last parts of type names that usually stand for a service, in this order. */
const principals = ['Cluster', 'DBCluster', 'Database', 'Domain', 'Instance', 'FileSystem', 'Environment', 'Server', 'Broker', 'Workspace', 'Repository', 'Function', 'Table', 'Queue', 'Topic', 'Stream', 'Project', 'Pipeline', 'Application', 'Api', 'WebACL', 'Detector', 'Hub', 'Portal', 'Workgroup'];

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

interface Index {
  /** Types by full name, `RDS::DBInstance` and `rdsdbinstance` alike. */
  readonly full: ReadonlyMap<string, string>;
  /** Types by their last part. */
  readonly last: ReadonlyMap<string, readonly string[]>;
  readonly services: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
}

let built: Index | undefined;

function index(): Index {
  if (built !== undefined) return built;
  const full = new Map<string, string>();
  const last = new Map<string, string[]>();
  const services = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, type: string): void => void (map.get(key)?.push(type) ?? map.set(key, [type]));
  for (const type of typeNames()) {
    const [, service = '', name = ''] = type.split('::');
    full.set(plain(type), type);
    full.set(plain(service + name), type);
    push(last, plain(name), type);
    push(services, plain(service), type);
  }
  const names = new Map<string, string>();
  const claim = (name: string, type: string): void => void (names.has(plain(name)) || names.set(plain(name), type));
  for (const { names: called, type } of catalogue) for (const name of called) claim(name, type);
  for (const { service, type } of catalogue) claim(service, type);
  return (built = { full, last, services, names });
}

/** The types that a word means; empty when it means none. A service means its principal type. */
export function findTypes(word: string): readonly string[] {
  const key = plain(word);
  const { full, last, services, names } = index();
  const exact = full.get(key);
  if (exact !== undefined && (word.includes('::') || !names.has(key))) return [exact];
  const named = names.get(key);
  if (named !== undefined) return [named];
  const service = services.get(key);
  if (service !== undefined) return [principalOf(service)];
  return last.get(key) ?? [];
}

function principalOf(types: readonly string[]): string {
  for (const principal of principals) {
    const found = types.find((type) => type.endsWith(`::${principal}`));
    if (found !== undefined) return found;
  }
  return types[0]!;
}

/** Words that `findTypes` knows and that are near to one that it does not, nearest first. */
export function suggestTypes(word: string, most = 3): readonly string[] {
  const key = plain(word);
  const { full, services, names } = index();
  const found = new Map<string, number>();
  const consider = (shown: string, candidate: string): void => {
    const limit = Math.max(1, Math.floor(Math.max(key.length, candidate.length) / 3));
    if (Math.abs(key.length - candidate.length) > limit) return;
    const far = distance(key, candidate);
    if (far <= limit && far < (found.get(shown) ?? Infinity)) found.set(shown, far);
  };
  for (const name of names.keys()) consider(name, name);
  for (const [name, types] of services) if (!names.has(name)) consider(types[0]!.split('::')[1]!.toLowerCase(), name);
  for (const [name, type] of full) consider(type, name);
  return [...found].sort(([a, x], [b, y]) => x - y || a.length - b.length || (a < b ? -1 : 1)).slice(0, most).map(([shown]) => shown);
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
