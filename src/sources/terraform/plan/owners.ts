/**
 * In a state, and in a plan of what exists, links are written out: `vpc_id = "vpc-0ab1"`. The resource that has that id is in
 * the same file, so that the value is what it is in code: a reference to it. A plan tells the expression too; in a state the id
 * itself must tell.
 */
import type { Reference } from '../../../model/index.js';
import type { Entry } from './entry.js';
import type { JsonText } from './json-text.js';
import { textOf } from './plain.js';

/** Ids that the provider makes up, and ARNs. A name may belong to several resources and is left as it is. */
const MADE_UP = /^(arn:.+|[a-z]{1,12}-[0-9a-f]{8}(?:[0-9a-f]{9})?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

interface Owner {
  readonly reference: Reference;
  readonly weight: number;
  readonly shared: boolean;
}

export class Owners {
  private readonly byValue = new Map<string, Owner>();
  /** Ids and ARNs by `address.attribute`. */
  private readonly known = new Map<string, string>();

  add(text: JsonText, { address, mode, values }: Entry): void {
    if (values === undefined || !text.isObject(values)) return;
    let id: string | undefined;
    let arn: string | undefined;
    for (const { key, at } of text.members(values)) {
      if (key === 'id') id = textOf(text.value(at));
      else if (key === 'arn') arn = textOf(text.value(at));
    }
    if (id !== undefined) this.known.set(`${address}.id`, id);
    if (arn !== undefined) this.known.set(`${address}.arn`, arn);
    // A satellite may have the id of its parent; the parent has an ARN that ends with it.
    const own = mode === 'managed' ? 2 : 0;
    if (arn !== undefined) this.claim(arn, { address, attribute: 'arn' }, own + 1);
    if (id !== undefined && id !== arn) this.claim(id, { address, attribute: 'id' }, own + (arn?.endsWith(id) === true ? 1 : 0));
  }

  of(value: string): Reference | undefined {
    const owner = this.byValue.get(value);
    return owner === undefined || owner.shared ? undefined : owner.reference;
  }

  /** Whether a value is what a reference to an id or ARN comes to. */
  is(value: string, { address, attribute }: Reference): boolean {
    return this.known.get(`${address}.${attribute}`) === value;
  }

  private claim(value: string, reference: Reference, weight: number): void {
    if (!MADE_UP.test(value)) return;
    const there = this.byValue.get(value);
    if (there === undefined || weight > there.weight) this.byValue.set(value, { reference, weight, shared: false });
    else if (weight === there.weight) this.byValue.set(value, { ...there, shared: true });
  }
}
