/** Building texts of which parts may be unknown. */
import { scalar, unknown, type Origin, type Reason, type TextPart, type Tree } from '../../model/index.js';

export class TextBuilder {
  private readonly parts: TextPart[] = [];
  private reason: Reason | undefined;
  private sensitive = false;

  add(text: string): this {
    const last = this.parts.at(-1);
    if (typeof last === 'string') this.parts[this.parts.length - 1] = last + text;
    else if (text !== '') this.parts.push(text);
    return this;
  }

  tree(tree: Tree): this {
    if (tree.kind === 'scalar') {
      this.sensitive ||= tree.sensitive === true;
      return this.add(tree.value === null ? '' : String(tree.value));
    }
    const reason: Reason = tree.kind === 'unknown' ? tree.reason : { kind: 'malformed', detail: 'a list or map stands where a text must' };
    this.reason ??= reason;
    if (tree.kind === 'unknown') this.sensitive ||= tree.sensitive === true;
    for (const part of tree.kind === 'unknown' ? (tree.parts ?? [null]) : [null]) {
      if (typeof part === 'string') this.add(part);
      else this.parts.push(part);
    }
    return this;
  }

  build(at: Origin): Tree {
    const mark = this.sensitive ? { sensitive: true } : {};
    if (this.reason === undefined) return { ...scalar(typeof this.parts[0] === 'string' ? this.parts[0] : '', at), ...mark };
    return unknown(this.reason, at, { parts: this.parts, ...mark });
  }
}

/** The text of a scalar; undefined when it is not known. */
export const textOf = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined);
