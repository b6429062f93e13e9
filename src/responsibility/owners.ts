/** Who holds a layer, in the words of the standards. */
import type { Owner } from '../model/layers.js';

export interface OwnerWords {
  /** OSCAL, in the customer's system security plan. */
  readonly oscal: readonly string[];
  /** CSA Cloud Controls Matrix. */
  readonly csa: string;
  readonly azure: string;
  readonly google: string;
}

export const ownerWords: Readonly<Record<Owner, OwnerWords>> = {
  provider: { oscal: ['inherited'], csa: 'CSP-owned', azure: 'Microsoft', google: 'Google' },
  customer: { oscal: ['organization', 'system-specific'], csa: 'CSC-owned', azure: 'Customer', google: 'Customer' },
  shared: { oscal: ['inherited', 'satisfied'], csa: 'Shared CSP and CSC', azure: 'Shared', google: 'Shared' },
  'not-applicable': { oscal: ['not-applicable'], csa: 'Not applicable', azure: 'Not applicable', google: 'Not applicable' },
};
