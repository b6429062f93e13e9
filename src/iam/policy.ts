/**
 * The normal form of every IAM policy document: identity, resource and trust policies alike. Texts keep what is not known of them,
 * lists may be open, each piece keeps its place.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import type { Origin, Reason, TextPart } from '../model/index.js';

/** A text or pattern of a policy. `parts` is one text when all of it is known. */
export interface PolicyText {
  readonly parts: readonly TextPart[];
  readonly at: Origin;
  /** Why a part is not known. */
  readonly reason?: Reason;
}

/** Some texts, and whether there may be more. */
export interface PolicyTexts {
  readonly values: readonly PolicyText[];
  readonly open?: Reason;
  readonly at: Origin;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';

export interface Principal {
  /** `*` for the bare star, which means everyone, signed in or not. */
  readonly kind: PrincipalKind;
  readonly text: PolicyText;
}

export interface Principals {
  readonly values: readonly Principal[];
  readonly open?: Reason;
  readonly at: Origin;
}

/** One operator and key of a Condition block: all of a statement's must hold. */
export interface PolicyCondition {
  /** Base operator, in AWS's spelling: `StringEquals`, `IpAddress`, `Null`. */
  readonly operator: string;
  readonly quantifier?: 'ForAnyValue' | 'ForAllValues';
  readonly ifExists: boolean;
  /** Lower case: condition keys do not tell case. */
  readonly key: string;
  readonly values: PolicyTexts;
  readonly at: Origin;
}

export interface Statement {
  readonly sid?: string;
  /** Undefined when it is not known. */
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly principals?: Principals;
  readonly notPrincipals?: Principals;
  readonly actions?: PolicyTexts;
  readonly notActions?: PolicyTexts;
  readonly resources?: PolicyTexts;
  readonly notResources?: PolicyTexts;
  readonly conditions: readonly PolicyCondition[];
  /** Set when some condition could not be read: it may hold anything back. */
  readonly conditionsOpen?: Reason;
  readonly at: Origin;
}

export interface Policy {
  readonly version: '2012-10-17' | '2008-10-17' | undefined;
  readonly statements: readonly Statement[];
  /** Set when there may be more statements, or nothing of the document is known. */
  readonly open?: Reason;
  /** Set when AWS would refuse the document: its statements are known, but what it would let in is not. */
  readonly refused?: Reason;
  readonly at: Origin;
}
