/**
 * "Public" by the definition of S3 Block Public Access, which is not the same as reachable by an outsider: a policy is presumed public
 * unless each Allow is pinned to fixed values of who or where from.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
import type { Truth } from '../model/index.js';
import { cidr, operatorOf } from './conditions.js';
import { knownText } from './match.js';
import type { Policy, PolicyCondition, PolicyText, Statement } from './policy.js';
import { and, every3, not3, or, some3 } from './truth.js';

export function publicByBlockPublicAccess({ statements, open }: Policy): Truth {
  const known = some3(statements, publicStatement);
  return open === undefined ? known : or(known, 'unknown');
}

function publicStatement(statement: Statement): Truth {
  if (statement.effect === 'Deny') return false;
  const fixed = or(principalsFixed(statement), some3(statement.conditions, pinned), statement.conditionsOpen === undefined ? false : 'unknown');
  return and(not3(fixed), statement.effect === undefined ? 'unknown' : true);
}

function principalsFixed({ principals, notPrincipals }: Statement): Truth {
  if (notPrincipals !== undefined || principals === undefined) return false;
  const known = every3(principals.values, ({ kind, text }) => (kind === '*' ? false : kind === 'Service' ? true : fixedText(text)));
  return and(known, principals.open === undefined ? true : 'unknown');
}

/** A value without wildcards and variables. A reference to something of one's own is one value, whatever it is. */
function fixedText(text: PolicyText): Truth {
  const known = knownText(text);
  if (known !== undefined) return !/[*?]|\$\{/.test(known);
  return text.parts.includes(null) ? 'unknown' : !text.parts.some((part) => typeof part === 'string' && /[*?]/.test(part));
}

const PINS = new Set([
  'aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn', 'aws:sourceip', 'aws:sourcearn', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourceowner', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:userid',
  'aws:vpcsourceip', 's3:x-amz-server-side-encryption-aws-kms-key-id', 's3:dataaccesspointarn', 's3:dataaccesspointaccount',
]);

function pinned(condition: PolicyCondition): Truth {
  const { key, ifExists, quantifier, values } = condition;
  const operator = operatorOf(condition);
  if (!PINS.has(key) || operator === undefined || operator.negated || operator.family === 'null' || ifExists || quantifier === 'ForAllValues') return false;
  if (values.open !== undefined) return 'unknown';
  return values.values.length === 0 ? false : every3(values.values, (text) => pinnedValue(key, text, operator.wild === true));
}

function pinnedValue(key: string, text: PolicyText, wild: boolean): Truth {
  const known = knownText(text);
  if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') {
    if (known === undefined) return 'unknown';
    const range = cidr(known);
    if (range === undefined) return false;
    const private4 = range.family === 4 && ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((block) => {
      const own = cidr(block);
      return own !== undefined && own.from <= range.from && range.to <= own.to;
    });
    return private4 || range.to - range.from < (range.family === 4 ? 1n << 24n : 1n << 96n);
  }
  if (known === undefined) return fixedText(text);
  if (known.includes('${')) return false;
  // A wildcard counts only under an operator that reads it as one; behind a fixed account or organization it still pins.
  if (!wild || !/[*?]/.test(known)) return known !== '';
  if (key === 's3:dataaccesspointarn' || key === 'aws:sourcearn' || key === 'aws:principalarn') return !/[*?]/.test(known.split(':')[4] ?? '*') && (known.split(':')[4] ?? '') !== '';
  if (key === 'aws:principalorgpaths') return !/[*?]/.test(known.split('/')[0] ?? '*');
  return false;
}
