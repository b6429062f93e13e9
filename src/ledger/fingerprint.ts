import { hash } from 'node:crypto';
import type { Resource } from '../model/index.js';

/**
 * The stable id of a verdict: 16 hexadecimal digits over check, root and address (or ARN). File names, lines and formatting
 * do not enter it, so that a finding keeps its id when code moves inside its root.
 */
export function fingerprint(check: string, resource: Pick<Resource, 'root' | 'address' | 'id' | 'basis'>): string {
  const subject = resource.basis === 'observed' ? resource.id : `${resource.root}\u0000${resource.address}`;
  return hash('sha256', `${check}\u0000${subject}`).slice(0, 16);
}
