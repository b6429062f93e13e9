/** CycloneDX 1.6, as JSON. https://cyclonedx.org/docs/1.6/json/ */
import type { Component, Inventory } from '../component.js';
import { uuidOf, type SbomStamp } from './identity.js';

export function toCycloneDx(inventory: Inventory, { version, created }: SbomStamp): string {
  const { subject, kind, digest, os } = inventory;
  const body = {
    version: 1,
    metadata: {
      ...(created === undefined ? {} : { timestamp: created }),
      tools: { components: [{ type: 'application', name: 'demarc', version }] },
      component: { type: kind === 'image' ? 'container' : 'application', 'bom-ref': 'subject', name: subject, ...(digest === undefined ? {} : { version: digest }) },
    },
    components: [
      ...(os === undefined ? [] : [{ type: 'operating-system', 'bom-ref': 'operating-system', name: os.id, ...(os.version === undefined ? {} : { version: os.version }), description: os.name }]),
      ...inventory.components.map(componentOf),
    ],
    // What is missing is said: a list that is not whole does not pass for one that is.
    compositions: [{ aggregate: inventory.errors.length === 0 && inventory.coverage.every(({ answered }) => answered) ? 'unknown' : 'incomplete', assemblies: ['subject'] }],
  };
  const document = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`, ...body };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function componentOf({ name, version, purl, kind, licenses, source, places, development, ecosystem }: Component): object {
  const [group, own] = split(name, purl);
  const properties = [
    ['demarc:kind', kind],
    ['demarc:ecosystem', ecosystem],
    ['demarc:source:name', source?.name],
    ['demarc:source:version', source?.version],
    ['demarc:development', development === true ? 'true' : undefined],
    ...[...new Set(places.flatMap(({ layer }) => layer ?? []))].map((layer) => ['demarc:layer', layer] as const),
  ].flatMap(([key, value]) => (value === undefined ? [] : [{ name: key, value }]));
  return {
    type: kind === 'runtime' ? 'platform' : 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: own,
    version,
    ...(development === true ? { scope: 'optional' } : {}),
    ...(licenses === undefined ? {} : { licenses: licenses.map((one) => ({ license: { name: one } })) }),
    purl,
    properties,
    evidence: { occurrences: places.map(({ file, line }) => ({ location: file, ...(line === undefined ? {} : { line }) })) },
  };
}

/** Scope and group stand apart from the name. */
function split(name: string, purl: string): readonly [string | undefined, string] {
  const mark = purl.startsWith('pkg:maven/') ? name.indexOf(':') : /^pkg:(npm|composer)\//.test(purl) ? name.indexOf('/') : -1;
  return mark < 0 ? [undefined, name] : [name.slice(0, mark), name.slice(mark + 1)];
}
