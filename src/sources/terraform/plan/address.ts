/** Addresses as Terraform prints them, taken apart and put together. */

export interface ModuleStep {
  readonly name: string;
  /** ``, `[0]` or `["key"]`. */
  readonly suffix: string;
}

const MODULE = /module\.([^.[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(?:\.|$)/y;

/** `module.a["k"].module.b` → its steps; a text that is none gives what it begins with. */
export function moduleSteps(address: string): readonly ModuleStep[] {
  const steps: ModuleStep[] = [];
  MODULE.lastIndex = 0;
  for (let match = MODULE.exec(address); match !== null; match = MODULE.exec(address)) steps.push({ name: match[1] ?? '', suffix: match[2] ?? '' });
  return steps;
}

/** What stands before each resource of a module: `module.a["k"].module.b.`. */
export const prefixOf = (steps: readonly ModuleStep[]): string => steps.map(({ name, suffix }) => `module.${name}${suffix}.`).join('');

/** `[0]`, `["key"]`, or nothing. */
export function suffixOf(index: unknown): string {
  if (typeof index === 'number') return `[${index}]`;
  if (typeof index === 'string') return `[${JSON.stringify(index).replaceAll('${', '$${').replaceAll('%{', '%%{')}]`;
  return '';
}

/** A reference of the configuration: `data.x.y["k"].a[0].b` → base `data.x.y`, suffix `["k"]`, attribute `a.0.b`. */
export interface WrittenReference {
  readonly base: string;
  readonly suffix: string;
  readonly attribute: string;
}

const WRITTEN = /^((?:data\.)?[^.[\]]+\.[^.[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?(.*)$/s;

export function writtenReference(text: string): WrittenReference | undefined {
  const match = WRITTEN.exec(text);
  return match === null ? undefined : { base: match[1] ?? '', suffix: match[2] ?? '', attribute: attributePath(match[3] ?? '') };
}

/** `.a[0].b` → `a.0.b`. */
export const attributePath = (steps: string): string => steps.replace(/\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\]/g, '.$1$2').replace(/^\./, '');

/**
 * A plan lists each reference followed by its own prefixes: `a.b.id`, `a.b`. Only the full ones say something; one that stands
 * for itself (a splat, an index that is computed) follows no longer one.
 */
export function fullReferences(listed: readonly string[]): readonly string[] {
  const full: string[] = [];
  let before = '';
  for (const one of listed) {
    const next = before.charAt(one.length);
    if (!(before.startsWith(one) && (next === '.' || next === '['))) full.push(one);
    before = one;
  }
  return [...new Set(full)];
}
