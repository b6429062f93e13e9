/** `count` and `for_each`: which instances a block makes. */
import type { Reason } from '../../../model/index.js';
import { identity } from '../language/equal.js';
import { evaluate } from '../language/evaluate.js';
import { numberValue } from '../language/number.js';
import { primitiveText } from '../language/parts.js';
import type { Scope } from '../language/scope.js';
import { stringValue, unknownValue, type TfValue } from '../language/value.js';
import type { Body } from '../syntax/ast.js';
import { members } from './members.js';

/** One instance of a block. */
export interface Instance {
  /** As Terraform prints it after the name: ``, `[0]`, `["key"]`, `[*]`, `["*"]`. */
  readonly suffix: string;
  readonly key?: string | number;
  /** Values of `count.index` or `each`. */
  readonly count?: TfValue;
  readonly each?: { readonly key: TfValue; readonly value: TfValue };
  /** Set when it is not known whether, or how often, it exists. */
  readonly conditional?: Reason;
}

export interface Expansion {
  readonly kind: 'single' | 'count' | 'for_each';
  readonly instances: readonly Instance[];
  /** Set when there may be more. */
  readonly open?: Reason;
}

const MOST_INSTANCES = 20_000;

export function expand(body: Body, scope: Scope, what: string): Expansion {
  const count = body.attributes.get('count');
  if (count !== undefined) return byCount(evaluate(count.expression, scope), what);
  const forEach = body.attributes.get('for_each');
  if (forEach !== undefined) return byKey(evaluate(forEach.expression, scope), what);
  return { kind: 'single', instances: [{ suffix: '' }] };
}

function byCount(value: TfValue, what: string): Expansion {
  const text = primitiveText(value);
  const number = text === undefined ? Number.NaN : Number(text);
  if (Number.isInteger(number) && number >= 0) {
    if (number > MOST_INSTANCES) return uncounted({ kind: 'budget', detail: `\`${what}\` makes ${number} instances, over the limit of ${MOST_INSTANCES}` });
    return { kind: 'count', instances: Array.from({ length: number }, (_, index) => ({ suffix: `[${index}]`, key: index, count: numberValue(index) })) };
  }
  return uncounted(value.kind === 'unknown' ? { ...value.reason, detail: `\`count\` of \`${what}\`: ${value.reason.detail}` } : { kind: 'malformed', detail: `\`count\` of \`${what}\` is not a whole number`, at: value.at });
}

function uncounted(reason: Reason): Expansion {
  return { kind: 'count', instances: [{ suffix: '[*]', count: unknownValue(reason), conditional: reason }], open: reason };
}

function byKey(value: TfValue, what: string): Expansion {
  const found = members(value);
  const why = (reason: Reason): Reason => ({ ...reason, detail: `\`for_each\` of \`${what}\`: ${reason.detail}` });
  const instances: Instance[] = [];
  const seen = new Set<string>();
  const vague: { readonly key: TfValue; readonly value: TfValue }[] = [];
  for (const each of found.items) {
    const key = primitiveText(each.key);
    if (key === undefined) {
      vague.push(each);
      continue;
    }
    if (seen.has(key)) continue;
    seen.add(key);
    if (instances.length >= MOST_INSTANCES) return unkeyed({ kind: 'budget', detail: `\`${what}\` makes more than ${MOST_INSTANCES} instances` });
    instances.push({ suffix: `[${JSON.stringify(key).replaceAll('${', '$${').replaceAll('%{', '%%{')}]`, key, each: { key: stringValue(key), value: each.value } });
  }
  const [one] = vague;
  if (one !== undefined) {
    const same = vague.every(({ value: other }) => identity(other) !== undefined && identity(other) === identity(one.value));
    const unknownKey = one.key.kind === 'unknown' ? one.key : unknownValue({ kind: 'unresolved', detail: 'the key is not known' });
    const reason = why(unknownKey.reason);
    // As many instances as there are members: each exists, only its key is not known. One stands for all.
    instances.push({ suffix: '["*"]', each: { key: unknownKey, value: vague.length === 1 || same ? one.value : unknownValue(reason) } });
    return { kind: 'for_each', instances, open: found.open === undefined ? reason : why(found.open) };
  }
  if (found.open !== undefined) {
    const reason = why(found.open);
    return { kind: 'for_each', instances: [...instances, { suffix: '["*"]', each: { key: unknownValue(reason), value: unknownValue(reason) }, conditional: reason }], open: reason };
  }
  return { kind: 'for_each', instances };

  function unkeyed(reason: Reason): Expansion {
    return { kind: 'for_each', instances: [{ suffix: '["*"]', each: { key: unknownValue(reason), value: unknownValue(reason) }, conditional: reason }], open: reason };
  }
}
