/** Keeping secrets out of everything that is printed. */
import type { Json } from '../model/index.js';

/** Property names whose values are secrets by their meaning. */
const SECRET_NAME = /(password|passwd|passphrase|secret(?!s?manager|arn|s?id|s?name)|private_?key|access_?key(?!id)|api_?key|auth_?token|session_?token|credentials?)$/i;

/** Texts that are secrets by their shape, wherever they stand. */
const SECRET_SHAPE: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:ghp|gho|ghu|ghs|ghr|glpat|npm|xox[abprs])[_-][A-Za-z0-9_-]{16,}/g,
  /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|secret[_-]?access[_-]?key)["']?\s*[:=]\s*["']?)[^\s"']{4,}/gi,
  /(?<=:\/\/[^\s:/@]{0,64}:)[^\s@/]{3,}(?=@)/g,
];

/** Shows the first characters only. */
export const mask = (text: string): string => (text.length <= 8 ? '****' : `${text.slice(0, 4)}****`);

/** The value with secrets masked, by the name it stands under and by its own shape. `path` is its property path. */
export function redact(value: Json, path: string): Json {
  const name = path.split('.').pop() ?? path;
  if (typeof value === 'string') {
    if (value.startsWith('${') || value.startsWith('(') || value.startsWith('{{resolve:')) return value;
    return SECRET_NAME.test(name.replace(/\[\d+\]/g, '')) && value !== '' ? mask(value) : redactText(value);
  }
  if (Array.isArray(value)) return value.map((item: Json) => redact(item, path));
  if (value !== null && typeof value === 'object') {
    // { Name: 'DB_PASSWORD', Value: '…' }: the name that makes it a secret is a value itself.
    const named = value as { readonly [key: string]: Json };
    const label = [named['Name'], named['Key'], named['name'], named['key'], named['ParameterName']].find((one) => typeof one === 'string');
    return Object.fromEntries(
      Object.entries(named).map(([key, member]) => [
        key,
        /^value$/i.test(key) && typeof label === 'string' ? redact(member, label) : redact(member, key),
      ]),
    );
  }
  return value;
}

/** Free text with whatever looks like a secret masked. */
export function redactText(text: string): string {
  return SECRET_SHAPE.reduce((kept, shape) => kept.replace(shape, mask), text);
}

/** A line of source with the value of a secret's name masked: `password = "…"`, `- Value: …` after a telling name is beyond one line. */
export function redactLine(line: string): string {
  const named = line.replace(
    /(["']?[\w.-]*(?:password|passwd|passphrase|secret|private_?key|access_?key|api_?key|token|credential)s?["']?\s*[:=]\s*)(["'])((?:(?!\2).)+)\2/gi,
    (all, head: string, quote: string, value: string) => (/^\$\{|^\{\{resolve:|^arn:/.test(value) ? all : `${head}${quote}${mask(value)}${quote}`),
  );
  return redactText(named);
}
