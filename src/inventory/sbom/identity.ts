/** What names a bill of materials: the same content has the same name. */
import { createHash } from 'node:crypto';

/** A UUID made of a text, in the form of version 8. https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface SbomStamp {
  /** Version of demarc. */
  readonly version: string;
  /** ISO time that it shall say it was made at. Without one it says none where none is needed: the same content gives the same bytes. */
  readonly created?: string;
}
