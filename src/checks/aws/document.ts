/** The policy documents of a principal or a policy, parsed, each with its place. */
import { policyOf, type Policy, type PolicyPlace } from '../../iam/index.js';
import { all, any, cursor, holds, items, undecided, evidenceOf, type Condition, type Field, type Json } from '../../model/index.js';

export interface PlacedPolicy {
  readonly policy: Policy;
  readonly place: PolicyPlace;
}

/** The document in a property; undefined when there is none. */
export function documentOf(field: Field<Json | string>): PlacedPolicy | undefined {
  const { tree, path, scope } = cursor(field);
  return tree === undefined ? undefined : { policy: policyOf(tree), place: { path, address: scope.address } };
}

interface Holder {
  readonly PolicyDocument: Field<Json | string>;
  readonly Policies: Field<readonly { readonly PolicyDocument?: Json | string; readonly PolicyName?: string }[]>;
}

/** Asks every document that a policy, or a principal inline, holds; true when all fulfil it. */
export function policiesOf(properties: Partial<Holder>, question: (placed: PlacedPolicy) => Condition): Condition {
  const { PolicyDocument, Policies } = properties;
  const answers: Condition[] = [];
  if (PolicyDocument !== undefined) {
    const own = documentOf(PolicyDocument);
    if (own !== undefined) answers.push(question(own));
  }
  if (Policies !== undefined) {
    const { views, open } = items(Policies);
    for (const view of views) {
      const inline = documentOf(view.PolicyDocument as Field<Json>);
      if (inline !== undefined) answers.push(question(inline));
    }
    if (open !== undefined) answers.push(undecided([open], [evidenceOf(Policies)]));
  }
  return answers.length === 0 ? holds() : all(answers);
}

/** Whether a principal or policy holds any document at all: what has none is not asked about documents. */
export function hasDocuments(properties: Partial<Holder>): Condition {
  const { PolicyDocument, Policies } = properties;
  const present = (field: Field<unknown> | undefined): Condition => (field === undefined || cursor(field).tree === undefined ? { truth: false, evidence: [], reasons: [] } : holds());
  return any(present(PolicyDocument), present(Policies));
}
