/**
 * Statements that a vulnerability does not matter here: OpenVEX (https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md) and CycloneDX
 * (https://cyclonedx.org/docs/1.6/json/#vulnerabilities_items_analysis). They exempt a finding with their justification and never change it.
 */
import type { Component } from '../inventory/component.js';
import { parsePurl } from '../inventory/purl.js';
import type { Finding } from './finding.js';

export interface VexStatement {
  /** `CVE-2021-44228`, with its other names. */
  readonly vulnerabilities: readonly string[];
  /** Package URLs that it speaks of; empty: of everything in `products`. */
  readonly packages: readonly string[];
  /** What holds the packages: package URLs or names of images; empty: wherever the packages are. */
  readonly products: readonly string[];
  readonly status: 'not_affected' | 'fixed' | 'affected' | 'under_investigation';
  /** Why, in one line. */
  readonly reason: string;
  /** ISO time; of statements on the same the latest counts. */
  readonly time: string;
}

type Object_ = Readonly<Record<string, unknown>>;
const isObject = (json: unknown): json is Object_ => json !== null && typeof json === 'object' && !Array.isArray(json);
const objects = (json: unknown): readonly Object_[] => (Array.isArray(json) ? json.filter(isObject) : []);
const text = (json: unknown): string => (typeof json === 'string' ? json.trim().replace(/\s+/g, ' ').slice(0, 2000) : '');

/** Undefined: the document is of neither format. */
export function readVex(json: unknown): readonly VexStatement[] | undefined {
  if (!isObject(json)) return undefined;
  if (typeof json['@context'] === 'string' && json['@context'].startsWith('https://openvex.dev/ns')) return openVex(json);
  return json['bomFormat'] === 'CycloneDX' ? cycloneDx(json) : undefined;
}

function openVex(document: Object_): readonly VexStatement[] {
  return objects(document['statements']).flatMap((statement): readonly VexStatement[] => {
    const status = statuses[text(statement['status'])];
    const { vulnerability } = statement;
    const names = isObject(vulnerability) ? [text(vulnerability['name']), idOf(text(vulnerability['@id'])), ...strings(vulnerability['aliases'])] : [text(vulnerability)];
    if (status === undefined) return [];
    const said = [text(statement['justification']).replaceAll('_', ' '), text(statement['impact_statement']) || text(statement['status_notes'])].filter((part) => part !== '').join(': ');
    const shared = { vulnerabilities: names.filter((name) => name !== ''), status, reason: reasonOf(status, said), time: text(statement['last_updated']) || text(statement['timestamp']) || text(document['last_updated']) || text(document['timestamp']) };
    const products = objects(statement['products']).map((product) => ({ names: identitiesOf(product), parts: objects(product['subcomponents']).flatMap(identitiesOf) }));
    return products.flatMap(({ names: own, parts }): readonly VexStatement[] =>
      // Without subcomponents the product is the package itself, or all that is in it.
      parts.length > 0 ? [{ ...shared, packages: parts, products: own }] : [{ ...shared, packages: own, products: [] }, { ...shared, packages: [], products: own }],
    );
  });
}

const statuses: Readonly<Record<string, VexStatement['status']>> = { not_affected: 'not_affected', fixed: 'fixed', affected: 'affected', under_investigation: 'under_investigation' };

const identitiesOf = (product: Object_): readonly string[] => [text(product['@id']), ...(isObject(product['identifiers']) ? Object.values(product['identifiers']).map(text) : [])].filter((name) => name !== '');

/** `https://nvd.nist.gov/vuln/detail/CVE-2021-44228` → `CVE-2021-44228`. */
const idOf = (iri: string): string => /[A-Z]{2,}-[\w-]+$/.exec(iri)?.[0] ?? '';
const strings = (json: unknown): readonly string[] => (Array.isArray(json) ? json.map(text) : []);

const analyses: Readonly<Record<string, VexStatement['status']>> = { not_affected: 'not_affected', false_positive: 'not_affected', resolved: 'fixed', resolved_with_pedigree: 'fixed', exploitable: 'affected', in_triage: 'under_investigation' };

function cycloneDx(document: Object_): readonly VexStatement[] {
  const purls = new Map<string, string>();
  const metadata = isObject(document['metadata']) ? document['metadata'] : {};
  for (const component of [...objects(document['components']), ...(isObject(metadata['component']) ? [metadata['component']] : [])]) {
    const [ref, purl] = [text(component['bom-ref']), text(component['purl'])];
    if (ref !== '' && purl !== '') purls.set(ref, purl);
  }
  const made = text(metadata['timestamp']);
  return objects(document['vulnerabilities']).flatMap((vulnerability): readonly VexStatement[] => {
    const analysis = isObject(vulnerability['analysis']) ? vulnerability['analysis'] : {};
    const status = analyses[text(analysis['state'])];
    if (status === undefined) return [];
    const names = [text(vulnerability['id']), ...objects(vulnerability['references']).map((reference) => text(reference['id']))].filter((name) => name !== '');
    const said = [text(analysis['justification']).replaceAll('_', ' '), text(analysis['detail'])].filter((part) => part !== '').join(': ');
    const packages = objects(vulnerability['affects']).flatMap((affected) => {
      const ref = text(affected['ref']);
      // A reference into another document ends with the other's own: `urn:cdx:SERIAL/VERSION#REF`.
      const own = ref.includes('#') ? decoded(ref.slice(ref.indexOf('#') + 1)) : ref;
      const purl = own.startsWith('pkg:') ? own : purls.get(own);
      return purl === undefined ? [] : [purl];
    });
    if (packages.length === 0) return [];
    return [{ vulnerabilities: names, packages, products: [], status, reason: reasonOf(status, said), time: text(analysis['lastUpdated']) || text(vulnerability['updated']) || made }];
  });
}

const reasonOf = (status: VexStatement['status'], said: string): string => `${status === 'fixed' ? 'fixed here' : 'not affected'}${said === '' ? '' : `: ${said}`}`;

/** The reason why a finding does not matter in `subject`, where statements say so of every package that it is in; of statements on the same the latest counts. */
export function vexOf(statements: readonly VexStatement[], finding: Finding, subject: { readonly name: string; readonly digest?: string }): string | undefined {
  const names = new Set([finding.id, ...finding.aliases, ...finding.records]);
  const about = statements.filter(({ vulnerabilities }) => vulnerabilities.some((name) => names.has(name)));
  if (about.length === 0) return undefined;
  const reasons = finding.installed.flatMap(({ components }) => components).map((component) => {
    const fitting = about.filter(({ packages, products }) => (packages.length === 0 || packages.some((one) => isPackage(one, component))) && (products.length === 0 || products.some((one) => isSubject(one, subject))) && packages.length + products.length > 0);
    const latest = fitting.reduce<VexStatement | undefined>((best, one) => (best === undefined || one.time >= best.time ? one : best), undefined);
    return latest?.status === 'not_affected' || latest?.status === 'fixed' ? latest.reason : undefined;
  });
  return reasons.length > 0 && reasons.every((reason) => reason !== undefined) ? [...new Set(reasons)].join('; ') : undefined;
}

interface Purl {
  /** Type, namespace and name. */
  readonly package: string;
  readonly version: string;
  readonly qualifiers: Readonly<Record<string, string>>;
}

function readPurl(given: string): Purl | undefined {
  const purl = parsePurl(given);
  return purl === undefined ? undefined : { package: [purl.type, purl.namespace, purl.name].filter((part) => part !== undefined).join('/').toLowerCase(), version: purl.version ?? '', qualifiers: purl.qualifiers };
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // a percent sign that encodes nothing
  }
}

/** A statement may leave out the version and qualifiers, and may name the source package. */
function isPackage(statement: string, component: Component): boolean {
  const [said, own] = [readPurl(statement), readPurl(component.purl)];
  if (said === undefined || own === undefined) return false;
  const ownSource = component.source === undefined ? undefined : { package: `${own.package.slice(0, own.package.lastIndexOf('/') + 1)}${component.source.name.toLowerCase()}`, version: component.source.version };
  const isOwn = said.package === own.package && (said.version === '' || said.version === own.version || said.version === component.version);
  const isSource = ownSource !== undefined && said.package === ownSource.package && (said.version === '' || said.version === ownSource.version);
  return (isOwn || isSource) && Object.entries(said.qualifiers).every(([key, value]) => !Object.hasOwn(own.qualifiers, key) || own.qualifiers[key] === value);
}

/** An image by its digest, or by its name, with or without the tag. */
function isSubject(statement: string, { name, digest }: { readonly name: string; readonly digest?: string }): boolean {
  if (statement === name || (digest !== undefined && statement.includes(digest))) return true;
  const said = readPurl(statement);
  if (said === undefined) return name.startsWith(`${statement}:`) || name.startsWith(`${statement}@`);
  if (said.version !== '' && (digest === undefined || said.version !== digest)) return false;
  const repository = said.qualifiers['repository_url'] ?? said.package.slice(said.package.indexOf('/') + 1);
  const tag = said.qualifiers['tag'];
  return name === repository || name === `${repository}:${tag ?? ''}` || (tag === undefined && name.startsWith(`${repository}:`));
}
