/** From the references that a plan lists for an expression to the resource instances that they mean. */
import type { Reference } from '../../../model/index.js';
import { attributePath, fullReferences, writtenReference } from './address.js';
import { below, referencesIn, type ModuleScope } from './configuration.js';

/** What an expression refers to. */
export interface Meaning {
  readonly references: readonly Reference[];
  /** Something that a plan does not explain: a local value, a module that is not there. Its name. */
  readonly opaque?: string;
  /** It also depends on values that the plan knows (variables, constants handed to a module). */
  readonly more: boolean;
}

/** Which instances the plan holds. */
export interface Instances {
  /** Suffixes by `prefix + type.name` and by `prefix + module.name`, in the plan's order. */
  readonly suffixes: ReadonlyMap<string, ReadonlySet<string>>;
}

const ONE: ReadonlySet<string> = new Set(['']);
const DEEPEST = 40;
const MOST_STEPS = 5_000;

/** `self`: the suffix of the instance that has the expression. */
export function meaningOf(listed: readonly string[], scope: ModuleScope, self: { readonly suffix: string; readonly forEach: readonly string[] }, instances: Instances): Meaning {
  const found = new Map<string, Reference>();
  let opaque: string | undefined;
  let more = false;
  let left = MOST_STEPS;

  visit(listed, scope, self.suffix, self.forEach, '', 0);
  return { references: [...found.values()], opaque, more };

  function visit(names: readonly string[], within: ModuleScope, suffix: string, forEach: readonly string[], rest: string, depth: number, ofEach = false): void {
    if (depth > DEEPEST) return void (opaque ??= names[0]);
    const full = fullReferences(names);
    // `aws_x.y[each.key]` is listed as `aws_x.y` and `each.key`: the index itself is not kept.
    const byKey = ofEach || full.some((name) => name === 'each.key' || name === 'each.value' || name === 'count.index');
    for (const name of full) {
      if ((left -= 1) < 0) return void (opaque ??= name);
      one(name, within, suffix, forEach, rest, depth, byKey);
    }
  }

  function one(name: string, within: ModuleScope, suffix: string, forEach: readonly string[], rest: string, depth: number, byKey: boolean): void {
    const [first = '', second = ''] = name.split(/[.[]/);
    switch (first) {
      case 'count':
      case 'path':
      case 'terraform':
        return;
      case 'each':
        // What the values are made of, of which the one with the own key is meant; the key alone only chooses.
        return second === 'value' ? visit(forEach, within, suffix, [], askedOf(name, rest), depth + 1, true) : undefined;
      case 'var': {
        const { parent, call } = within;
        if (parent === undefined || call === undefined) return void (more = true);
        const handed = Object.hasOwn(call.expressions, second) ? referencesIn(call.expressions[second]) : [];
        if (handed.length === 0) return void (more = true);
        return visit(handed, parent, within.suffix, call.forEach, askedOf(name, rest), depth + 1);
      }
      case 'module':
        return output(name, within, suffix, rest, depth, byKey);
      case 'local':
      case 'self':
        return void (opaque ??= name);
      default:
        return resource(name, within, suffix, rest, byKey);
    }
  }

  function output(name: string, within: ModuleScope, suffix: string, rest: string, depth: number, byKey: boolean): void {
    const written = writtenReference(name);
    const call = written?.base.slice('module.'.length) ?? '';
    const [out = '', ...inner] = (written?.attribute ?? '').split('.');
    const known = instances.suffixes.get(`${within.prefix}module.${call}`) ?? ONE;
    const chosen = written !== undefined && written.suffix !== '' ? [written.suffix] : byKey && known.has(suffix) ? [suffix] : known;
    for (const one of chosen) {
      const scoped = below(within, { name: call, suffix: one });
      const listedThere = scoped?.module.outputs.get(out);
      if (scoped === undefined || listedThere === undefined) return void (opaque ??= name);
      visit(listedThere, scoped, '', [], [...inner, rest].filter((part) => part !== '').join('.'), depth + 1);
    }
  }

  function resource(name: string, within: ModuleScope, suffix: string, rest: string, byKey: boolean): void {
    const written = writtenReference(name);
    if (written === undefined) return void (opaque ??= name);
    const base = `${within.prefix}${written.base}`;
    const known = instances.suffixes.get(base) ?? ONE;
    // One resource for each of another: with the same keys on both sides, the one of the same key is meant.
    const chosen = written.suffix !== '' ? [written.suffix] : byKey && known.has(suffix) ? [suffix] : known;
    const attribute = [written.attribute, rest].filter((part) => part !== '').join('.');
    for (const one of chosen) found.set(`${base}${one} ${attribute}`, { address: `${base}${one}`, attribute });
  }
}

/** What is asked of `var.x` or `each.value`: the path after those two words, then `rest`. */
function askedOf(name: string, rest: string): string {
  const own = attributePath(name.replace(/^[^.[]*\.[^.[]*/, ''));
  return [own, rest].filter((part) => part !== '').join('.');
}
