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

/** Everything that holds documents of rights: principals, policies, permission sets of IAM Identity Center, and documents by themselves. */
export const policyHolders = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group', 'AWS::SSO::PermissionSet', 'Demarc::IAM::PolicyDocument'] as const;

interface Holder {
  readonly InlinePolicy: Field<Json | string>;
  readonly PolicyDocument: Field<Json | string>;
  readonly Policies: Field<readonly { readonly PolicyDocument?: Json | string; readonly PolicyName?: string }[]>;
}

interface Held {
  readonly documents: readonly PlacedPolicy[];
  /** Why there may be more, as an answer. */
  readonly open?: Condition;
}

/** Dozens of checks ask the documents of one principal. */
const held = new WeakMap<object, Held>();

function heldBy(properties: Partial<Holder>): Held {
  const there = held.get(properties);
  if (there !== undefined) return there;
  const { PolicyDocument, InlinePolicy, Policies } = properties;
  const documents: PlacedPolicy[] = [];
  let open: Condition | undefined;
  for (const field of [PolicyDocument, InlinePolicy]) if (field !== undefined) documents.push(...[documentOf(field)].flatMap((one) => one ?? []));
  if (Policies !== undefined) {
    const inline = items(Policies);
    for (const view of inline.views) documents.push(...[documentOf(view.PolicyDocument as Field<Json>)].flatMap((one) => one ?? []));
    if (inline.open !== undefined) open = undecided([inline.open], [evidenceOf(Policies)]);
  }
  const made: Held = { documents, open };
  held.set(properties, made);
  return made;
}

/** Asks every document that a policy, or a principal inline, holds; true when all fulfil it. */
export function policiesOf(properties: Partial<Holder>, question: (placed: PlacedPolicy) => Condition): Condition {
  const { documents, open } = heldBy(properties);
  const answers = documents.map(question);
  if (open !== undefined) answers.push(open);
  return answers.length === 0 ? holds() : all(answers);
}

/** Whether a principal or policy holds any document at all: what has none is not asked about documents. */
export function hasDocuments(properties: Partial<Holder>): Condition {
  const { PolicyDocument, InlinePolicy, Policies } = properties;
  const present = (field: Field<unknown> | undefined): Condition => (field === undefined || cursor(field).tree === undefined ? { truth: false, evidence: [], reasons: [] } : holds());
  return any(present(PolicyDocument), present(InlinePolicy), present(Policies));
}
