/**
 * Identity providers that the whole world signs in to: a role that trusts one trusts everyone there, unless a condition names whose
 * tokens it takes. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_secure-by-default.html
 */
import type { Truth } from '../model/index.js';
import { knownText } from './match.js';
import type { PolicyCondition, PolicyText, Statement } from './policy.js';
import { includesAction } from './questions.js';

interface PublicProvider {
  readonly host: string;
  /** Claims that tell one customer of the provider from another, each with what a value must begin with to do so. */
  readonly claims: Readonly<Record<string, RegExp>>;
}

/** A name without a wildcard up to its end: `octo-org/` names one owner, `octo*` everyone who begins so. */
const NAMED = /^[^*?]+$/;
const providers: readonly PublicProvider[] = [
  {
    host: 'token.actions.githubusercontent.com',
    // A claim that the owner of any repository chooses (workflow, environment, ref, actor) names nobody.
    // https://docs.github.com/en/actions/reference/security/oidc
    claims: {
      sub: /^(?:repo|repository|job_workflow_ref):[^*?/:]+\/|^(?:repository_owner|repository_owner_id|repository_id|enterprise|enterprise_id):[^*?:]+/,
      repository: /^[^*?/]+\//,
      repository_owner: NAMED,
      repository_id: NAMED,
      repository_owner_id: NAMED,
      job_workflow_ref: /^[^*?/]+\//,
      enterprise: NAMED,
    },
  },
  { host: 'gitlab.com', claims: { sub: /^project_path:[^*?/:]+\// } },
  { host: 'app.terraform.io', claims: { sub: /^organization:[^*?:]+:/ } },
  { host: 'agent.buildkite.com', claims: { sub: /^organization:[^*?:]+:/ } },
  { host: 'oidc.vercel.com', claims: { sub: /^owner:[^*?:]+:/ } },
  { host: 'cognito-identity.amazonaws.com', claims: { aud: NAMED, sub: NAMED } },
  { host: 'accounts.google.com', claims: { aud: NAMED, sub: NAMED, oaud: NAMED } },
  { host: 'www.amazon.com', claims: { app_id: NAMED, user_id: NAMED } },
  { host: 'graph.facebook.com', claims: { app_id: NAMED, id: NAMED } },
];

/** Whether a trust statement takes tokens that anyone in the world can get. */
export function trustsStrangersTokens(statement: Statement): Truth {
  const { effect, principals, conditions, conditionsOpen } = statement;
  if (effect === 'Deny' || principals === undefined) return false;
  const takes = includesAction(statement, 'sts:AssumeRoleWithWebIdentity');
  if (takes === false) return false;
  const federated = principals.values.filter(({ kind }) => kind === 'Federated');
  const trusted = providers.filter(({ host }) => federated.some(({ text }) => isProvider(text, host)) || (federated.length > 0 && conditions.some(({ key }) => key.startsWith(`${host}:`))));
  const open = trusted.map((provider): Truth => {
    const pinned = conditions.map((condition) => pins(condition, provider));
    return pinned.includes(true) ? false : pinned.includes('unknown') || conditionsOpen !== undefined ? 'unknown' : true;
  });
  if (open.includes(true)) return takes === 'unknown' || effect === undefined ? 'unknown' : true;
  // Which provider a value means that is not known cannot be told, unless a condition speaks of one.
  const unnamed = trusted.length === 0 && federated.some(({ text }) => knownText(text) === undefined) && conditions.length === 0;
  return open.includes('unknown') || unnamed || principals.open !== undefined ? 'unknown' : false;
}

function isProvider(text: PolicyText, host: string): boolean {
  const last = text.parts.at(-1);
  return typeof last === 'string' && (last === host || last.endsWith(`/${host}`) || last.includes(`oidc-provider/${host}`));
}

function pins({ key, operator, quantifier, values }: PolicyCondition, { host, claims }: PublicProvider): Truth {
  const claim = key.startsWith(`${host}:`) ? claims[key.slice(host.length + 1)] : undefined;
  if (claim === undefined || !/^String(?:Equals|EqualsIgnoreCase|Like)$/i.test(operator) || quantifier === 'ForAllValues') return false;
  if (values.open !== undefined) return 'unknown';
  const like = /like/i.test(operator);
  const each = values.values.map((value): Truth => {
    const known = knownText(value);
    // Where a star is no wildcard, a value with one lets in nobody.
    if (known !== undefined) return claim.test(known) || (!like && /[*?]/.test(known));
    const [first] = value.parts;
    if (typeof first === 'string' && claim.test(first)) return true;
    return value.parts.some((part) => part === null) ? 'unknown' : claim.test(value.parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));
  });
  return each.length === 0 ? true : each.includes(false) ? false : each.includes('unknown') ? 'unknown' : true;
}
