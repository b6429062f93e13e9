import type { Files } from '../files.js';
import type { SourceResult } from '../source.js';

export function readCompose(_files: Files, _path: string, _options: { readonly root: string; readonly address: string }): SourceResult {
  return { resources: [], coverage: [], errors: [], files: [] };
}
