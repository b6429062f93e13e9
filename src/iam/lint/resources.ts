/** Whether the resources of a statement are of a kind that its actions take, and whether a Deny denies anything. */
import { actionNamed, resourceType, type IamResourceType } from '../../schema/iam/index.js';
import { expandActions } from '../expand.js';
import { globMatches, knownText } from '../match.js';
import type { PolicyText, PolicyTexts, Statement } from '../policy.js';
import { canName, loosened, segmentsOf } from './arn.js';
import type { LintContext } from './finding.js';

/** What an action pattern can act on. */
interface Reach {
  readonly types: ReadonlySet<IamResourceType>;
  /** Services of which it covers actions that take no resource. */
  readonly bare: ReadonlySet<string>;
}

/** Services of which the pages list the resources of some APIs only: the actions of apigateway are HTTP methods on all of them. */
const unlisted = new Set(['apigateway']);

const reaches = new Map<string, Reach | 'any'>();
const MOST_KNOWN = 2_000;

/** Whether a pattern of actions is for more than one service, or for one whose resources are not all listed. */
function isWide(pattern: string): boolean {
  const colon = pattern.indexOf(':');
  return colon < 0 || /[*?]/.test(pattern.slice(0, colon)) || unlisted.has(pattern.slice(0, colon).toLowerCase());
}

/** `any`: so wide that every resource is one of some action; undefined: it covers no action. */
function reachOf(pattern: string): Reach | 'any' | undefined {
  if (isWide(pattern)) return 'any';
  const lower = pattern.toLowerCase();
  const found = reaches.get(lower);
  if (found !== undefined) return found;
  const covered = expandActions(pattern);
  if (covered.length === 0) return undefined;
  const types = new Set<IamResourceType>();
  const bare = new Set<string>();
  for (const name of covered) {
    const action = actionNamed(name);
    if (action === undefined) continue;
    if (action.resourceTypes.length === 0) bare.add(action.service);
    for (const { name: type } of action.resourceTypes) {
      const known = resourceType(action.service, type);
      if (known !== undefined) types.add(known);
    }
  }
  if (reaches.size >= MOST_KNOWN) reaches.clear();
  const made = { types, bare };
  reaches.set(lower, made);
  return made;
}

type Fits = 'all' | ((reach: Reach) => boolean);

/** What a resource can be the resource of; `all` where that cannot be told. */
function fitsOf(text: string, spend: LintContext['spend']): Fits {
  if (!text.startsWith('arn:')) return 'all';
  const pattern = segmentsOf(loosened(text));
  if (pattern.length < 6) return 'all';
  const [, , service = '', , , rest = ''] = pattern;
  const memo = new Map<IamResourceType, boolean>();
  const can = (type: IamResourceType): boolean => {
    let answer = memo.get(type);
    if (answer === undefined) {
      answer = !spend(1) || canName(pattern, type);
      memo.set(type, answer);
    }
    return answer;
  };
  return ({ types, bare }) => {
    // For actions without a resource some services ask with all of a kind: `arn:aws:s3:::*`, `…:log-group:*`, `…:log-group::log-stream:*`.
    if (/^([\w-]+[:/])?[:*]/.test(rest) && [...bare].some((name) => globMatches(service, name))) return true;
    for (const type of types) if (can(type)) return true;
    return false;
  };
}

export function lintResources(statement: Statement, path: string, context: LintContext): void {
  const { effect, actions, resources, notResources, at } = statement;
  if (actions === undefined) return;
  const names = wholly(actions);
  if (effect === 'Deny' && names !== undefined && names.length > 0 && names.every((name) => !isWide(name) && expandActions(name).length === 0)) {
    context.report('denies-nothing', path, at, 'the statement denies nothing: none of its actions exists', names);
    return;
  }
  if (resources === undefined || notResources !== undefined) return;
  const fits = resources.values.map((text) => fit(text, context));
  // Most statements are for `*` or for resources that the code only refers to: nothing to look at.
  if (fits.every((one) => one === 'all')) return;
  const reached = names?.map((name) => reachOf(name));
  let without = 0;
  // One resource that may be anything is one that the action takes.
  if (resources.open === undefined && !fits.includes('all')) {
    actions.values.forEach((text, i) => {
      const name = knownText(text);
      const reach = name === undefined ? 'any' : reachOf(name);
      if (name === undefined || reach === 'any' || reach === undefined || !context.spend(fits.length)) return;
      if (fits.some((one) => one === 'all' || one(reach))) return;
      without++;
      context.report('action-takes-other-resources', `${path}.Action[${i}]`, text.at, takes(name, reach), name);
    });
  }
  // Those that do not exist deny nothing either.
  if (effect === 'Deny' && without > 0 && without === reached?.filter((reach) => reach !== undefined).length) context.report('denies-nothing', path, at, 'the statement denies nothing: its actions take other resources', names);
  if (without > 0 || reached === undefined) return;
  // That a bucket stands beside its objects does no harm; a resource of a service that no action is of is not what was meant.
  const known = reached.filter((reach): reach is Reach => reach !== undefined && reach !== 'any');
  // An action that is not documented has a finding of its own, and its resource may be meant for it.
  if (known.length < reached.length) return;
  const services = new Set(known.flatMap(({ types, bare }) => [...[...types].flatMap(({ arns }) => arns.map((arn) => segmentsOf(arn)[2] ?? '')), ...[...types].map(({ service }) => service), ...bare]));
  // A backup is a resource of the service that it is of.
  if ([...services].some((service) => service.includes('$'))) return;
  resources.values.forEach((text, i) => {
    const name = knownText(text);
    const service = name === undefined || !name.startsWith('arn:') ? undefined : segmentsOf(loosened(name))[2];
    if (name === undefined || service === undefined || /[*?]/.test(service) || services.has(service) || !context.spend(1)) return;
    context.report('resource-of-no-action', `${path}.Resource[${i}]`, text.at, `\`${name.slice(0, 120)}\` is a resource of another service than the actions of the statement`, name);
  });
}

const fit = (text: PolicyText, { spend }: LintContext): Fits => {
  const known = knownText(text);
  return known === undefined ? 'all' : fitsOf(known, spend);
};

/** All names, when all are known. */
function wholly({ values, open }: PolicyTexts): readonly string[] | undefined {
  const names = values.map(knownText);
  return open === undefined && names.every((name) => name !== undefined) ? names : undefined;
}

const MOST_NAMED = 4;

function takes(name: string, { types }: Reach): string {
  // The shortest ARN is that of the plainest kind.
  const kinds = [...types].sort((a, b) => (a.arns[0] ?? '').length - (b.arns[0] ?? '').length);
  const [plainest] = kinds;
  if (plainest === undefined) return `\`${name}\` takes no resource of its own: only \`*\` covers it`;
  const named = kinds.slice(0, MOST_NAMED).map((kind) => kind.name);
  return `\`${name}\` takes other resources (${named.join(', ')}${kinds.length > MOST_NAMED ? ` and ${kinds.length - MOST_NAMED} more` : ''}), such as \`${plainest.arns[0] ?? ''}\``;
}
