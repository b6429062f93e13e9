/** The actions, resource types and condition keys of IAM, by service. Names do not tell case; what is not documented gives undefined. */
import { knownData, sectionOf, ServiceData, type ConditionKey, type IamAction, type IamResourceType } from './data.js';

export { lowerBound, type AccessLevel, type ConditionKey, type ConditionKeyType, type IamAction, type IamResourceType, type ServiceData } from './data.js';

/** Where the data comes from, and the day on which it was true. */
export const iamSource = (): { readonly name: string; readonly version: string; readonly date: string } => knownData().source;

/** Every service prefix, sorted: `s3`, `ec2`. */
export const servicePrefixes = (): readonly string[] => [...knownData().places.keys()];

/** The services whose resources a resource control policy governs. */
export const rcpServices = (): readonly string[] => knownData().rcpServices;

const services = new Map<string, ServiceData>();

/** All that is known of a service. */
export function serviceOf(prefix: string): ServiceData | undefined {
  const name = prefix.toLowerCase();
  const found = services.get(name);
  if (found !== undefined) return found;
  const section = sectionOf(name);
  if (section === undefined) return undefined;
  const made = new ServiceData(name, section);
  services.set(name, made);
  return made;
}

/** Every action of a service, by name. */
export function actionsOf(service: string): readonly IamAction[] {
  const data = serviceOf(service);
  return data === undefined ? [] : data.names.map((_, index) => data.actionAt(index));
}

export function action(service: string, name: string): IamAction | undefined {
  const data = serviceOf(service);
  const index = data?.indexOf(name.toLowerCase()) ?? -1;
  return index < 0 ? undefined : data?.actionAt(index);
}

/** `action('s3', 'GetObject')` by its full name. */
export function actionNamed(full: string): IamAction | undefined {
  const colon = full.indexOf(':');
  return colon < 0 ? undefined : action(full.slice(0, colon), full.slice(colon + 1));
}

export const resourceTypesOf = (service: string): readonly IamResourceType[] => [...(serviceOf(service)?.types.values() ?? [])];
export const resourceType = (service: string, name: string): IamResourceType | undefined => serviceOf(service)?.types.get(name.toLowerCase());
export const conditionKeysOf = (service: string): readonly ConditionKey[] => serviceOf(service)?.keys ?? [];

/** Keys by their lower-case names; those with a part that varies apart, as expressions. */
interface KeyTable {
  readonly exact: ReadonlyMap<string, ConditionKey>;
  readonly templates: readonly { readonly pattern: RegExp; readonly key: ConditionKey }[];
}

function tableOf(keys: readonly ConditionKey[]): KeyTable {
  const templates = keys.filter(({ key }) => key.includes('${'));
  return { exact: new Map(keys.map((key) => [key.key.toLowerCase(), key])), templates: templates.map((key) => ({ pattern: patternOf(key.key), key })) };
}

/** Each template has one or two parts that vary, so that the expression is linear or nearly so. */
function patternOf(template: string): RegExp {
  const fixed = template.toLowerCase().split(/\$\{[^}]*\}/);
  return new RegExp(`^${fixed.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

const find = ({ exact, templates }: KeyTable, lower: string): ConditionKey | undefined => exact.get(lower) ?? templates.find(({ pattern }) => pattern.test(lower))?.key;

let globalTable: KeyTable | undefined;
const globals = (): KeyTable => (globalTable ??= tableOf(knownData().globals));
const tables = new Map<string, KeyTable>();

function serviceTable(service: string): KeyTable {
  let table = tables.get(service);
  if (table === undefined) {
    table = tableOf(conditionKeysOf(service));
    tables.set(service, table);
  }
  return table;
}

/** The keys that hold for requests to every service, though not for every request. */
export const globalConditionKeys = (): readonly ConditionKey[] => knownData().globals;

/** A documented condition key by any of its names: `aws:PrincipalTag/team` is `aws:PrincipalTag/${TagKey}`. */
export function conditionKey(key: string): ConditionKey | undefined {
  const lower = key.toLowerCase();
  const own = find(globals(), lower);
  if (own !== undefined) return own;
  const prefix = lower.slice(0, Math.max(0, lower.indexOf(':')));
  if (serviceOf(prefix) !== undefined) {
    const found = find(serviceTable(prefix), lower);
    if (found !== undefined) return found;
  }
  for (const service of knownData().foreign.get(prefix) ?? []) {
    const found = find(serviceTable(service), lower);
    if (found !== undefined) return found;
  }
  // Identity providers are named by a host of which a part may vary.
  if (prefix.includes('.') || prefix === 'saml') return find(serviceTable('sts'), lower);
  return undefined;
}
