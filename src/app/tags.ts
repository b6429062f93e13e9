/** Which resources carry the tags that were asked for. What lies beside them is read all the same: their verdicts may turn on it. */
import { tagsOf, type Tags } from '../ledger/tags.js';
import { at, type CoverageLine, type Resource } from '../model/index.js';

export interface Scope {
  readonly inside: (resource: string) => boolean;
  readonly coverage: readonly CoverageLine[];
}

/** `tags`: all of these must be there. A resource that belongs to another (its policy, its URL) goes with it; one whose tags nobody could read stays in. */
export function tagScope(resources: readonly Resource[], tags: Tags): Scope {
  const wanted = Object.entries(tags);
  const said = wanted.map(([key, value]) => `${key}=${value}`).join(', ');
  const inside = new Set<string>();
  let out = 0;
  const children: Resource[] = [];
  for (const resource of resources) {
    const own = tagsOf(resource);
    const unread = ['Tags', 'TagList'].some((name) => at(resource.properties, name)?.kind === 'unknown');
    if (own !== undefined ? wanted.every(([key, value]) => own[key] === value) : unread) inside.add(resource.id);
    else if (own === undefined) children.push(resource);
    else out++;
  }
  for (const { id } of children) {
    if (ancestors(id).some((one) => inside.has(one))) inside.add(id);
    else out++;
  }
  const [first] = resources;
  const coverage: readonly CoverageLine[] = out === 0 ? [] : [{ source: first?.root ?? '', subject: `${out} resources without ${said}`, asked: 'verdicts', answered: false, reason: 'left out by --tag' }];
  return { inside: (resource) => inside.has(resource), coverage };
}

/** `arn:…:bucket/policy` → `arn:…:bucket`: what a call about a resource tells of is named after it. */
function ancestors(id: string): readonly string[] {
  const found: string[] = [];
  for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) found.push(id.slice(0, end));
  return found;
}
