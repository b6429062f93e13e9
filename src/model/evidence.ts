import type { Origin } from './origin.js';
import type { Json } from './tree.js';

/** One value that decided a verdict, and where it came from. */
export interface Evidence {
  /** Property path in the provider's schema: `PublicAccessBlockConfiguration.BlockPublicAcls`. */
  readonly path: string;
  readonly state: 'set' | 'default' | 'absent' | 'unknown';
  /** At most 4 KB when printed; secrets redacted. */
  readonly value?: Json;
  readonly at: Origin;
  /** Address of the resource that holds it, when it is not the one judged. */
  readonly address?: string;
}
