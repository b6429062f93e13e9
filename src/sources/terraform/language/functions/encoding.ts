/** Base64, CSV, URL and character encodings. */
import { gzipSync } from 'node:zlib';
import { changedParts } from '../parts.js';
import { errorValue, listValue, objectValue, stringValue, type TfValue } from '../value.js';
import { string, textOf, type Family, type FunctionRule } from './rule.js';

const texts = (count: number, run: (...texts: string[]) => TfValue): FunctionRule => ({
  parameters: Array.from({ length: count }, () => string),
  run: (values) => run(...values.map(textOf)),
});
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytesOf(base64: string): Uint8Array | TfValue {
  const compact = base64.replace(/[\r\n]/g, '');
  return BASE64.test(compact) ? Buffer.from(compact, 'base64') : errorValue('the text is not valid base64');
}

function decode(base64: string, encoding: string): TfValue {
  const bytes = bytesOf(base64);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return stringValue(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (problem) {
    if (!(problem instanceof TypeError) && !(problem instanceof RangeError)) throw problem;
    return errorValue(problem instanceof RangeError ? `\`${encoding}\` is not an encoding that is known` : `the bytes are not valid ${encoding}`);
  }
}

function encode(text: string, encoding: string): TfValue {
  const name = encoding.toUpperCase().replace(/_/g, '-');
  if (name === 'UTF-8') return stringValue(Buffer.from(text, 'utf8').toString('base64'));
  if (name === 'UTF-16LE') return stringValue(Buffer.from(text, 'utf16le').toString('base64'));
  if (name === 'UTF-16BE' || name === 'UTF-16') {
    const bytes = Buffer.from(name === 'UTF-16' ? `\ufeff${text}` : text, 'utf16le').swap16();
    return stringValue(bytes.toString('base64'));
  }
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding);
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return errorValue(`\`${encoding}\` is not an encoding that is known`);
  }
  // Single-byte encodings, turned round.
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(new Uint8Array([byte])), byte);
  const bytes = [...text].map((char) => (char === '\ufffd' ? undefined : table.get(char)));
  if (bytes.some((byte) => byte === undefined)) return errorValue(`the text cannot be written in ${encoding}`);
  return stringValue(Buffer.from(bytes as number[]).toString('base64'));
}

const URL_KEPT = /[!'()*]/g;
const urlEncode = (text: string): string =>
  encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'))
    .replace(URL_KEPT, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');

/** RFC 4180, as Go reads it: blank lines do not count, all rows are of one length. */
function csvRows(text: string): string[][] | string {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: string[] = [];
  let pos = 0;
  while (pos < text.length || row.length > 0) {
    cell.lastIndex = pos;
    const match = cell.exec(text);
    if (match === null) return 'a quote stands where none may';
    pos = cell.lastIndex;
    const value = match[1]?.replace(/""/g, '"') ?? match[2]!;
    const blank = row.length === 0 && match[1] === undefined && value === '' && match[3] !== ',';
    if (!blank) row.push(value);
    if (match[3] === ',') {
      if (pos >= text.length) row.push('');
      else continue;
    }
    if (row.length > 0) rows.push(row);
    row = [];
  }
  return rows;
}

function decodeCsv(text: string): TfValue {
  const rows = csvRows(text);
  if (typeof rows === 'string') return errorValue(`not valid CSV: ${rows}`);
  const [header, ...rest] = rows;
  if (header === undefined) return errorValue('not valid CSV: it has no header');
  if (new Set(header).size !== header.length) return errorValue('not valid CSV: a column name appears twice');
  const uneven = rest.findIndex((row) => row.length !== header.length);
  if (uneven >= 0) return errorValue(`not valid CSV: row ${uneven + 2} has ${rest[uneven]!.length} fields, not ${header.length}`);
  return listValue(rest.map((row) => objectValue(header.map((name, index) => [name, stringValue(row[index]!)] as const))));
}

export const encoding: Family = {
  base64encode: texts(1, (value) => stringValue(Buffer.from(value!, 'utf8').toString('base64'))),
  base64decode: texts(1, (value) => decode(value!, 'utf-8')),
  base64gzip: texts(1, (value) => {
    const bytes = gzipSync(value!);
    // Go leaves the operating system unnamed.
    bytes[9] = 255;
    return stringValue(bytes.toString('base64'));
  }),
  csvdecode: texts(1, (value) => decodeCsv(value!)),
  textencodebase64: texts(2, (value, name) => encode(value!, name!)),
  textdecodebase64: texts(2, (value, name) => decode(value!, name!)),
  urlencode: {
    ...texts(1, (value) => stringValue(urlEncode(value!))),
    whenUnknown: ([value], { at }) => (value?.kind === 'unknown' ? changedParts(value, urlEncode, at) : undefined),
  },
};
