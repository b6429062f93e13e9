/** Looks also into what is only encoded: user data of machines and the data of Kubernetes Secrets, which base64 hides from nobody. */
import { gunzipSync } from 'node:zlib';
import type { FoundLeak, ScanText } from './texts.js';

/** Texts without it have none. One pattern is searched several times faster than six words one after the other. */
const SIGN = /(?:ser|stom)_?[dD]ata|kind"?: ?"?Secret/;
/** `name: value` of a manifest, `"name": "value"` of a state or template, `name = "value"` of Terraform. */
const PAIR = /(?<![\w.-])["']?([\w.-]{1,100})["']?\s{0,8}[:=]\s{0,8}["']?([A-Za-z0-9+/]{12,}={0,2})(?=["'\s,}]|$)/g;
const DATA = /^(?:user|custom)_?data(?:_base64)?$/i;
/** Encoded lengths: a machine takes 16 KB of user data, a Secret 1 MB. */
const LONGEST = 2 * 1024 * 1024;

export const decoding =
  (scan: ScanText): ScanText =>
  (text, path) => {
    const plain = scan(text, path);
    if (!SIGN.test(text)) return plain;
    const more = [...encodedIn(text)].flatMap(({ name, value, at }) => inside(name, value, path, scan).map((leak) => ({ ...leak, ...placeOf(text, at, value.length) })));
    return more.length === 0 ? plain : [...plain.filter((leak) => !more.some((one) => one.line === leak.line && one.column === leak.column)), ...more];
  };

interface Encoded {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

function* encodedIn(text: string): Iterable<Encoded> {
  const secrets = /["']?kind["']?\s*:\s*["']?Secret\b/.test(text);
  for (const match of text.matchAll(PAIR)) {
    const [all, name = '', value = ''] = match;
    if (value.length % 4 === 0 && value.length <= LONGEST && (secrets || DATA.test(name))) yield { name, value, at: match.index + all.length - value.length };
  }
}

/** What the decoded text holds: a script as it is, a single value under its name. */
function inside(name: string, value: string, path: string, scan: ScanText): readonly FoundLeak[] {
  const decoded = unpacked(Buffer.from(value, 'base64')).toString('utf8');
  // Not text: what only looks like base64, or a key in binary form.
  if (/[\0-\u0008\u000e-\u001f\u007f\uFFFD]/.test(decoded)) return [];
  // Whatever file it stands in, user data is a script.
  return DATA.test(name) ? scan(decoded, `${path}!/user-data.sh`) : scan(/\n/.test(decoded) ? decoded : `${name}: "${decoded}"`, path);
}

/** User data may be packed by gzip, which machines unpack themselves. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST });
  } catch {
    // Only looks so, or unpacks to more than a machine takes.
    return bytes;
  }
}

function placeOf(text: string, at: number, length: number): Required<Pick<FoundLeak, 'line' | 'column' | 'endLine' | 'endColumn'>> {
  let line = 1;
  let start = 0;
  for (let feed = text.indexOf('\n'); feed >= 0 && feed < at; feed = text.indexOf('\n', start)) {
    line++;
    start = feed + 1;
  }
  const column = at - start + 1;
  return { line, column, endLine: line, endColumn: column + length };
}
