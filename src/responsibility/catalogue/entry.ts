/** What a schema cannot say of a type: its service model, what runs inside, what its contents ask of you. */
import type { Layer } from '../../model/layers.js';

export const serviceModels = ['IaaS', 'PaaS', 'serverless', 'abstracted storage', 'SaaS'] as const;
export type ServiceModel = (typeof serviceModels)[number];

/** A decision that a layer leaves you, alone or shared with the provider. */
export interface Fact {
  readonly owner: 'customer' | 'shared';
  readonly decision: string;
  readonly reference?: string;
}

export interface Entry {
  readonly type: string;
  readonly service: string;
  /** What people call it; the first type that claims a word wins. */
  readonly names: readonly string[];
  readonly model: ServiceModel;
  /** The page on the service's security, and the reference of every fact that has none of its own. */
  readonly reference: string;
  /** A plain text is a decision that is the customer's alone. */
  readonly layers: Readonly<Partial<Record<Layer, string | Fact>>>;
}

export const shared = (decision: string, reference?: string): Fact => ({ owner: 'shared', decision, reference });
export const yours = (decision: string, reference: string): Fact => ({ owner: 'customer', decision, reference });
export const aws = (path: string): string => `https://docs.aws.amazon.com/${path}`;
