/** Data sources whose attributes can be computed from the code alone. */
import type { Scope } from '../language/scope.js';
import type { TfValue } from '../language/value.js';
import type { ResourceDeclaration } from './module-source.js';
import { policyDocument } from './policy-document.js';

/** Attributes by name, each computed when asked for; undefined for a data source that only the provider can read. */
export type ComputedAttributes = ReadonlyMap<string, () => TfValue>;

const computers: Readonly<Record<string, (declaration: ResourceDeclaration, scope: Scope, address: string) => ComputedAttributes>> = {
  aws_iam_policy_document: policyDocument,
};

export function computedAttributes(declaration: ResourceDeclaration, scope: Scope, address: string): ComputedAttributes | undefined {
  return declaration.mode === 'data' ? computers[declaration.type]?.(declaration, scope, address) : undefined;
}
