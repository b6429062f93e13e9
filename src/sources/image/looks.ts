/** Whether a target is an image: cheap enough to ask of every target. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packingOf } from '../archive/packing.js';

/** Whether a path looks like an image: a folder with an OCI layout, or a file whose name and first bytes say archive. */
export function looksLikeImage(path: string): boolean {
  if (statSync(path).isDirectory()) return existsSync(join(path, 'oci-layout')) && existsSync(join(path, 'index.json'));
  if (!/\.(tar|tgz|tar\.(gz|zst|zstd|xz|bz2)|oci|docker)$/i.test(path)) return false;
  return packingOf(headOf(path, 512)) !== undefined;
}

/** The first bytes of a file; none when it cannot be read. */
export function headOf(file: string, length: number): Buffer {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
