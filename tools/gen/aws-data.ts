/** All resource types as compact data, one file a service, loaded only when asked for. See src/schema/aws/schema.ts for the reader. */
import type { Generated } from './run.js';
import { byService, definition, header, type SpecProperty, type SpecResource, type SpecType } from './spec.js';

const folder = 'src/schema/aws/data';

/** One letter a type kind; `[` array of, `{` map of, `#n` definition n of the service, `(a|b)` union. */
const letters: Readonly<Record<string, string>> = { string: 's', integer: 'i', number: 'n', boolean: 'b', json: 'j', 'date-time': 'd', tag: 't' };

type Encoded = string | readonly [string, Readonly<Record<string, unknown>>];

export function awsData(): Generated {
  const files = new Map<string, string>();
  const services = byService();
  for (const [service, resources] of services) {
    const text = JSON.stringify(serviceData(resources));
    files.set(`${folder}/${service}.ts`, `${header(`AWS::${service}, packed.`)}const data: string = ${quote(text)};\nexport default data;\n`);
  }
  files.set('src/schema/aws/shards.ts', shards(services));
  return { files, folders: [folder] };
}

/** Single quotes: JSON is full of double ones. */
const quote = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

function shards(services: ReadonlyMap<string, readonly SpecResource[]>): string {
  const names = [...services].map(([service, resources]) => `${service} ${resources.map((resource) => resource.name).join(' ')}`);
  return [
    header('Every resource type by service, and how to load a service.').trimEnd(),
    '',
    '/** One line a service: its name, then its types. */',
    `export const names = \`\n${names.join('\n')}\n\`;`,
    '',
    'export const shards: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {',
    ...[...services.keys()].map((service) => `  ${service}: () => import('./data/${service}.js'),`),
    '};',
    '',
  ].join('\n');
}

function serviceData(resources: readonly SpecResource[]): unknown {
  const index = new Map<string, number>();
  const definitions: unknown[] = [];
  const encodeType = (type: SpecType): string => {
    switch (type.type) {
      case 'array':
        return `[${encodeType(type.element)}`;
      case 'map':
        return `{${encodeType(type.element)}`;
      case 'union':
        return `(${[...new Set(type.types.map(encodeType))].join('|')})`;
      case 'ref': {
        const id = type.reference.$ref;
        const found = index.get(id);
        if (found !== undefined) return `#${found}`;
        const own = definitions.push(null) - 1;
        index.set(id, own);
        const nested = definition(type.reference);
        definitions[own] = [nested.name, encodeAll(nested.properties)];
        return `#${own}`;
      }
      default: {
        const letter = letters[type.type];
        if (letter === undefined) throw new Error(`unknown type kind ${type.type}`);
        return letter;
      }
    }
  };
  const encode = (property: SpecProperty): Encoded => {
    const replaces = property.causesReplacement === 'yes' ? '~' : property.causesReplacement === 'maybe' ? '%' : '';
    const code = `${property.required === true ? '!' : ''}${replaces}${encodeType(property.type)}`;
    const more = {
      ...(property.relationshipRefs === undefined ? {} : { r: [...new Set(property.relationshipRefs.map((to) => to.cloudFormationType))] }),
      ...(property.defaultValue === undefined ? {} : { d: property.defaultValue }),
      ...((property.scrutinizable ?? 'None') === 'None' ? {} : { s: property.scrutinizable }),
      ...(property.deprecated === undefined ? {} : { x: 1 }),
    };
    return Object.keys(more).length === 0 ? code : [code, more];
  };
  const encodeAll = (properties: Readonly<Record<string, SpecProperty>>): Readonly<Record<string, Encoded>> =>
    Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, encode(property)]));

  const types = Object.fromEntries(
    resources.map((resource) => [
      resource.name,
      {
        p: encodeAll(resource.properties),
        a: Object.fromEntries(Object.entries(resource.attributes).map(([name, { type }]) => [name, encodeType(type)])),
        ...(resource.primaryIdentifier === undefined ? {} : { i: resource.primaryIdentifier }),
        ...(resource.cfnRefIdentifier === undefined ? {} : { f: resource.cfnRefIdentifier }),
        ...(resource.isStateful === true ? { h: 1 } : {}),
        ...((resource.scrutinizable ?? 'None') === 'None' ? {} : { s: resource.scrutinizable }),
        ...(resource.vendedLogs === undefined ? {} : { l: [...new Set(resource.vendedLogs.map((log) => log.logType))] }),
        ...(resource.tagInformation === undefined ? {} : { t: resource.tagInformation.tagPropertyName }),
      },
    ]),
  );
  return { types, definitions };
}
