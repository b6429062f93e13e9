/** Telling a secret from what only stands in its place. */

const WORDS = /^(?:.*(?:example|placeholder|changeme|change[-_]me|replace[-_]?(?:me|with|this)|your[-_ ]|dummy|fixme|redacted|insert[-_ ]|not[-_ ]?a[-_ ]?secret|sample|todo).*|x{4,}|\*{3,}|\.{3,}|-+|<.*>|\$\{.*\}|\$\(.*\)|\{\{.*\}\}|%.*%|#\{.*\}|@@.*@@|__.*__|\[.*\]|null|none|undefined|true|false|password|passw0rd|secret|token|process\.env.*|os\.environ.*|env\(.*|var\..*|local\..*|data\..*|module\..*|arn:.*|https?:.*|file:.*|ENC\[.*|vault:.*|AQIC.*|AgA.*)$/i;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const HASH = /^(?:sha(?:256|384|512)[-:].*|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|\$2[aby]\$.*|\$(?:1|5|6|y|argon2id?)\$.*)$/i;

export const isPlaceholder = (value: string): boolean => WORDS.test(value) || UUID.test(value) || HASH.test(value) || new Set(value).size <= 3 || '0123456789abcdefghijklmnopqrstuvwxyz0123456789'.includes(value.toLowerCase());

/** Bits of information a character, by how often each stands in the text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether nobody would name anything so: kinds of characters mixed, and little of it repeats. Words and paths have one kind. */
export function looksRandom(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
  if (/\s/.test(value) || /^[a-z]+(?:[-_./:][a-z]+)*$/i.test(value) || /^\d+$/.test(value)) return false;
  return kinds >= 3 ? entropyOf(value) >= 2.8 : kinds === 2 && value.length >= 16 && entropyOf(value) >= 3.4;
}
