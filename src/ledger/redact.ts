/** Keeping secrets out of everything that is printed. */
import { at, type Json, type Resource, type Verdict } from '../model/index.js';
import { isSecretName, MASK, masked, secretsIn, type SecretOptions } from './redact-lines.js';

/** Texts that only say where a value is. */
const POINTER = /^\$\{[^{}]*\}$|^\{\{resolve:[^}]*\}\}$|^\((?:sensitive|unknown)\)$|^arn:[\w-]*:[^\s"']*$|^$/;

/** The value with secrets masked, by the name it stands under and by its own shape. `path` is its property path. */
export function redact(value: Json, path: string): Json {
  const name = (path.split('.').pop() ?? path).replace(/\[\d+\]/g, '');
  if (typeof value === 'string') return isSecretName(name) ? (POINTER.test(value) ? value : MASK) : redactText(value);
  if (typeof value === 'number') return isSecretName(name) ? MASK : value;
  if (Array.isArray(value)) return value.map((item: Json) => redact(item, path));
  if (value !== null && typeof value === 'object') {
    // { Name: 'DB_PASSWORD', Value: '…' }: the name that makes it a secret is a value itself.
    const members = value as { readonly [key: string]: Json };
    const label = LABELS.map((key) => members[key]).find((one) => typeof one === 'string');
    return Object.fromEntries(Object.entries(members).map(([key, member]) => [key, /^(?:parameter_?)?value$/i.test(key) && typeof label === 'string' ? redact(member, label) : redact(member, key)]));
  }
  return value;
}

const LABELS = ['Name', 'Key', 'name', 'key', 'ParameterName'] as const;

/** The value of one piece of evidence: what its siblings say of it counts as well. */
export function redactEvidence(value: Json, path: string, resource: Resource | undefined): Json {
  const parent = /^(.*)\.(?:Parameter)?Value$/.exec(path)?.[1];
  if (parent === undefined) return redact(value, path);
  const holder = resource === undefined ? undefined : at(resource.properties, ...steps(parent));
  const label = LABELS.map((key) => at(holder, key)).find((one) => one?.kind === 'scalar');
  if (label?.kind === 'scalar') return redact(value, String(label.value));
  // Whose value it is cannot be seen from here: of an environment it may be anything.
  return /environment|variable|secret|parameter/i.test(path) && typeof value === 'string' && !POINTER.test(value) ? MASK : redact(value, path);
}

/** `A.B[0].C` → `A`, `B`, 0, `C`. */
const steps = (path: string): readonly (string | number)[] => path.split('.').flatMap((step) => [step.replace(/\[.*/, ''), ...[...step.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index))]);

/** Free text, a script or a document, with whatever looks like a secret masked. */
export const redactText = (text: string): string => redactLines(text, {});

/** A sentence for the reader: `password: ask the owner` is no secret there, but a quoted value and a telling shape are. */
export function redactProse(text: string): string {
  const there = redacted.get(text);
  if (there !== undefined) return there;
  const clean = redactLines(text, { prose: true });
  if (redacted.size < MOST_REMEMBERED) redacted.set(text, clean);
  return clean;
}

/** A check says the same of thousands of resources. Bounded, as what it says may hold input. */
const redacted = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

function redactLines(text: string, options: SecretOptions): string {
  const lines = text.split('\n');
  const secrets = secretsIn(lines, options);
  return secrets.size === 0 ? text : lines.map((line, i) => masked(line, secrets.get(i))).join('\n');
}

/** Names whose values are words of the provider, whatever layer a check speaks of. */
const WORD = /(?:type|tier|mode|status|state|version|id|arn|name|runtime|image|engine)$/i;

/** What a failing check of secrets found is a secret, whatever it is called. */
export const isFound = (row: Verdict['row'], status: Verdict['status'], path: string, value: Json): boolean =>
  row === 'secrets' && status === 'fail' && typeof value === 'string' && value.length > 3 && !POINTER.test(value) && !WORD.test(path);

/** The texts that masking took out of a value. */
export function hiddenIn(raw: Json, clean: Json): readonly string[] {
  if (typeof raw === 'string') {
    if (raw === clean) return [];
    if (clean === MASK) return [raw];
    const lines = raw.split('\n');
    return [...secretsIn(lines)].flatMap(([i, ranges]) => ranges.map(({ start, end }) => lines[i]?.slice(start, end) ?? ''));
  }
  if (typeof raw === 'number') return raw === clean ? [] : [String(raw)];
  if (raw === null || typeof raw !== 'object' || clean === null || typeof clean !== 'object') return [];
  return Object.entries(raw).flatMap(([key, member]) => hiddenIn(member as Json, (clean as { readonly [key: string]: Json })[key] ?? null));
}

/** Shorter texts are words like any other; masking them wherever they stand would only confuse. */
const SHORTEST = 4;

/** A sentence without the secrets that it quotes, as they are or as JSON writes them. */
export function withoutHidden(text: string, hidden: readonly string[]): string {
  const forms = hidden.filter((one) => one.length >= SHORTEST).flatMap((one) => [one, JSON.stringify(one).slice(1, -1), JSON.stringify(JSON.stringify(one)).slice(3, -3)]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length).reduce((kept, form) => kept.replaceAll(form, MASK), text);
}
