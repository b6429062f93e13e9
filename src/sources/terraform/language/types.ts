/** Terraform's type constraints. */
import type { TfValue } from './value.js';

export type TfType =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: TfType }
  | { readonly kind: 'tuple'; readonly elements: readonly TfType[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, ObjectAttribute> };

export interface ObjectAttribute {
  readonly type: TfType;
  readonly optional: boolean;
  /** The second argument of `optional(…)`. */
  readonly default?: TfValue;
}

export const anyType: TfType = { kind: 'any' };
export const stringType: TfType = { kind: 'string' };
export const numberType: TfType = { kind: 'number' };
export const boolType: TfType = { kind: 'bool' };

/** As Terraform writes it: `list(object({ a = string }))`. */
export function typeName(type: TfType): string {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind}(${typeName(type.element)})`;
    case 'tuple':
      return `tuple([${type.elements.map(typeName).join(', ')}])`;
    case 'object': {
      const attributes = [...type.attributes].map(([name, { type: inner, optional }]) => `${name} = ${optional ? `optional(${typeName(inner)})` : typeName(inner)}`);
      return `object({ ${attributes.join(', ')} })`;
    }
    default:
      return type.kind;
  }
}
