/**
 * Terraform's JSON syntax. Only the reader's schema can tell a nested block from an attribute, so below the top level
 * everything is an attribute until `blocksOf` asks for it as blocks.
 */
import { parseTree, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js';
import type { SourceError } from '../../../model/index.js';
import type { Attribute, Block, Body, Expression, Label, ObjectExpression, Range } from './ast.js';
import { parseExpressionText, parseTemplateText, type ParsedFile } from './parse.js';
import { Text } from './text.js';

/** Labels of the blocks at the top of a file. */
const TOP_LEVEL: ReadonlyMap<string, number> = new Map([
  ['terraform', 0],
  ['locals', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
  ['provider', 1],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['check', 1],
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
]);
const MAX_DEPTH = 200;
