/** Telling credentials in plain texts: by the name that they stand under and by their own shape. */
import { CONCEALED_CREDENTIAL, cursor, evidenceOf, fails, holds, undecided, type Condition, type Field } from '../../model/index.js';

/** Names of variables that hold a credential. Names that point to one (ARN, path, id, name, file) do not. */
const TELLING = /(?:^|[_.-])(?:password|passwd|pwd|passphrase|secret|secret_?key|token|api_?key|apikey|private_?key|access_?key|credentials?|auth)$|password$|secret$|apikey$|secretkey$|privatekey$|accesskey$|authtoken$/i;
const POINTING = /(?:arn|id|name|path|file|url|uri|endpoint|host|length|policy|version|enabled|ttl|type|region|parameter|prefix|rotation)$/i;

/** Shapes that are credentials wherever they stand. */
const SHAPES: readonly RegExp[] = [
  new RegExp(CONCEALED_CREDENTIAL),
  /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}\b/,
  /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bsk_live_[A-Za-z0-9]{16,}/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{1,64}:[^\s@/${}]{3,}@/i,
  /(?:aws)?_?secret_?(?:access)?_?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}\b/i,
];

/**
 * A text with what stands for a credential in the place of each one that is told by its shape: it counts as one all the same. Of an address
 * that signs in, who does.
 */
export const withoutSecrets = (text: string): string => text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s:/@]{1,64}:[^\s@/${}]{3,}@/gi, '$1concealed:concealed@').replace(ALONE, CONCEALED_CREDENTIAL);

/** Those of them that stand alone. */
const ALONE = /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b|\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}\b|\bglpat-[A-Za-z0-9_-]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk_live_[A-Za-z0-9]{16,}/g;

/** 40 characters of mixed case and digits under a name of AWS's own: a secret access key. */
const SECRET_KEY = /^[A-Za-z0-9/+]{40}$/;

const PLACEHOLDER = /^(?:\s*|change-?me|example|dummy|none|null|todo|xxx+|\*+|<[^>]*>|\$\{.*\}|\{\{.*\}\}|%[a-z_]+%|your[-_ ].*|replace.*)$/i;

/** Whether a known text is, or holds, a credential. `name` is what it stands under. */
export function looksSecret(text: string, name = ''): boolean {
  if (SHAPES.some((shape) => shape.test(text))) return true;
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  if (POINTING.test(plain) || PLACEHOLDER.test(text) || /^arn:|^\{\{resolve:/.test(text)) return false;
  if (TELLING.test(plain)) return text.length >= 4 && !/^(?:true|false|\d{1,3})$/i.test(text);
  return /access|aws|secret/i.test(name) && SECRET_KEY.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

/** True when the value is no literal credential. What is read from a manager or another resource is none. */
export function noSecretIn(field: Field<unknown>, name = ''): Condition {
  const { tree } = cursor(field);
  const evidence = [{ ...evidenceOf(field), path: evidenceOf(field).path }];
  if (tree === undefined) return holds(evidence);
  if (tree.kind === 'scalar') {
    const text = tree.value === null ? '' : String(tree.value);
    return looksSecret(text, name) ? { truth: false, evidence, reasons: [], message: `\`${name === '' ? evidenceOf(field).path : name}\` holds a literal credential` } : holds(evidence);
  }
  if (tree.kind !== 'unknown') return holds(evidence);
  // In code an open value is no literal; what a call did not tell may be one.
  if (tree.at.kind === 'api') return undecided([tree.reason], evidence);
  const written = (tree.parts ?? []).filter((part): part is string => typeof part === 'string');
  if (written.some((part) => SHAPES.some((shape) => shape.test(part)))) return fails(evidence, `\`${name}\` holds a literal credential`);
  // A reference to another resource, or to a manager, is no literal.
  if ((tree.parts ?? []).some((part) => part !== null && typeof part === 'object') || written.some((part) => part.includes('{{resolve:'))) return holds(evidence);
  // Only a telling name makes an unknown value a question.
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return TELLING.test(plain) && !POINTING.test(plain) ? undecided([tree.reason], evidence) : holds(evidence);
}

/** The text of a name, for `noSecretIn`; empty when it is not known. */
export function nameOf(field: Field<string>): string {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' ? String(tree.value) : '';
}
