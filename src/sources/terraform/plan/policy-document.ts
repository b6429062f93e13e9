/** `aws_iam_policy_document` in a plan: its `json` is known after apply, but its blocks are there. */
import { mapping, type Mapping, type Position, type SourceOrigin, type Tree } from '../../../model/index.js';
import { toTree } from '../language/to-tree.js';
import { numberValue } from '../language/number.js';
import { boolValue, nullValue, objectValue, stringValue, tupleValue, unknownValue, type TfMapping, type TfValue } from '../language/value.js';
import { encodedDocument } from '../project/policy-document.js';

/** The same arguments with `json` as it is read from code. A document that the plan knows already is left as it is. */
export function documentTree(read: Mapping): Mapping {
  const json = read.entries.get('json');
  if (json?.kind === 'scalar' && typeof json.value === 'string') return read;
  const place: SourceOrigin = read.at.kind === 'source' ? read.at : { kind: 'source', file: '', line: 1, column: 1 };
  const document = encodedDocument(valueOf(read) as TfMapping);
  return mapping(new Map([...read.entries, ['json', toTree(document, place)]]), read.at, read.open);
}

function valueOf(tree: Tree): TfValue {
  const at: Position | undefined = tree.at.kind === 'source' ? tree.at : undefined;
  const more = 'sensitive' in tree && tree.sensitive === true ? { sensitive: true } : {};
  switch (tree.kind) {
    case 'map':
      return objectValue([...tree.entries].map(([key, value]) => [key, valueOf(value)] as const), at, { open: tree.open });
    case 'list':
      return tupleValue(tree.items.map(valueOf), at, tree.open);
    case 'unknown':
      return unknownValue(tree.reason, { at, parts: tree.parts, mayBe: tree.mayBe, json: tree.json === undefined ? undefined : valueOf(tree.json), ...more });
    case 'scalar':
      return { ...plain(tree.value, at), ...more };
  }
}

function plain(value: string | number | boolean | null, at: Position | undefined): TfValue {
  if (value === null) return nullValue(at);
  if (typeof value === 'string') return stringValue(value, at);
  return typeof value === 'boolean' ? boolValue(value, at) : { ...numberValue(value), at };
}
