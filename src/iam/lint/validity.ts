/** What AWS refuses, or does not take in this place: elements by the kind of policy, principals, ARNs, statement ids, sizes. */
import { toJson, whollyKnown, type Tree } from '../../model/index.js';
import { knownText } from '../match.js';
import type { Policy, PolicyTexts, Principal, Statement } from '../policy.js';
import type { LintContext, PolicyHolder, PolicyKind } from './finding.js';

interface Takes {
  readonly principal: 'never' | 'always' | 'anyone';
  readonly resource: 'never' | 'always' | 'maybe';
  readonly effects?: 'Deny';
  /** Letters and digits only. */
  readonly plainSid: boolean;
  readonly what: string;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html and …_rcps_syntax.html,
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const takes: Readonly<Record<PolicyKind, Takes>> = {
  identity: { principal: 'never', resource: 'always', plainSid: true, what: 'an identity policy' },
  boundary: { principal: 'never', resource: 'always', plainSid: true, what: 'a permissions boundary' },
  session: { principal: 'never', resource: 'always', plainSid: true, what: 'a session policy' },
  scp: { principal: 'never', resource: 'always', plainSid: true, what: 'a service control policy' },
  rcp: { principal: 'anyone', resource: 'always', effects: 'Deny', plainSid: true, what: 'a resource control policy' },
  trust: { principal: 'always', resource: 'never', plainSid: true, what: 'a trust policy' },
  endpoint: { principal: 'always', resource: 'always', plainSid: false, what: 'a VPC endpoint policy' },
  resource: { principal: 'always', resource: 'maybe', plainSid: false, what: 'a resource policy' },
};

interface Quota {
  readonly characters: number;
  readonly what: string;
  /** Whether white space counts. */
  readonly spaces: boolean;
}
const iam = (characters: number, what: string): Quota => ({ characters, what, spaces: false });
const service = (characters: number, what: string): Quota => ({ characters, what, spaces: true });

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length, and the pages of the services */
const quotasByHolder: Readonly<Record<PolicyHolder, Quota>> = {
  managed: iam(6_144, 'a managed policy'),
  user: iam(2_048, 'all inline policies of a user'),
  role: iam(10_240, 'all inline policies of a role'),
  group: iam(5_120, 'all inline policies of a group'),
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
  s3: service(20_480, 'a bucket policy'),
  // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-key-concepts.html
  sns: service(30_720, 'a topic policy'),
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
  sqs: service(8_192, 'a queue policy'),
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
  kms: service(32_768, 'a key policy'),
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  lambda: service(20_480, 'the policy of a function'),
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
  secretsmanager: service(20_480, 'the policy of a secret'),
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
  ecr: service(10_240, 'a repository policy'),
};
const quotasByKind: Readonly<Partial<Record<PolicyKind, Quota>>> = {
  // 2,048 unless raised, which an account may have asked for.
  trust: iam(4_096, 'a trust policy, raised as far as it can be'),
  session: iam(2_048, 'a session policy'),
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
  scp: iam(10_240, 'a service control policy'),
  rcp: iam(5_120, 'a resource control policy'),
  // https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
  endpoint: service(20_480, 'a VPC endpoint policy'),
};

/** A document against the quota of its place, where all of it is known. */
export function lintSize(tree: Tree, document: Tree, { kind, holder, report }: LintContext): void {
  const quota = holder === undefined ? kind === undefined ? undefined : quotasByKind[kind] : quotasByHolder[holder];
  if (quota === undefined || !whollyKnown(document)) return;
  // What is written by a program has no spaces between its elements; a text has those that it has.
  const text = tree.kind === 'scalar' && typeof tree.value === 'string' && quota.spaces ? tree.value : JSON.stringify(toJson(document));
  const size = quota.spaces ? text.length : text.replace(/\s/g, '').length;
  if (size > quota.characters) report('size-limit', '', tree.at, `the policy has ${size} characters; ${quota.what} may have ${quota.characters}`, size);
}

export function lintSids({ statements }: Policy, { report, kind }: LintContext): void {
  const first = new Map<string, number>();
  const plain = kind !== undefined && takes[kind].plainSid;
  statements.forEach(({ sid, at }, i) => {
    if (sid === undefined || sid === '') return;
    const before = first.get(sid);
    if (before === undefined) first.set(sid, i);
    else report('duplicate-sid', `Statement[${i}].Sid`, at, `the id \`${sid.slice(0, 60)}\` is that of statement ${before + 1} already`, sid);
    if (plain && !/^[A-Za-z0-9]*$/.test(sid)) report('invalid-sid', `Statement[${i}].Sid`, at, `the id \`${sid.slice(0, 60)}\` may hold letters and digits only in ${takes[kind].what}`, sid);
  });
}

export function lintPlace(statement: Statement, path: string, { kind, report }: LintContext): void {
  const { effect, principals, notPrincipals, resources, notResources, at, conditionsOpen } = statement;
  if (effect === 'Allow' && notPrincipals !== undefined) report('allow-not-principal', `${path}.NotPrincipal`, notPrincipals.at, '`NotPrincipal` with `Allow` lets in everyone but those named, strangers included');
  if (kind === undefined) return;
  const { principal, resource, effects, what } = takes[kind];
  const named = principals ?? notPrincipals;
  const element = principals === undefined ? 'NotPrincipal' : 'Principal';
  if (principal === 'never' && named !== undefined) report('principal-not-taken', `${path}.${element}`, named.at, `${what} takes no \`${element}\`: it is for whoever carries it`);
  // What could not be read of a statement may hold what is missing.
  if (principal !== 'never' && named === undefined && conditionsOpen === undefined) report('principal-missing', path, at, `a statement of ${what} must name its \`Principal\``);
  if (principal === 'anyone' && principals?.open === undefined && principals?.values.some(({ kind: one, text }) => one !== '*' && knownText(text) !== undefined && knownText(text) !== '*') === true)
    report('principal-not-taken', `${path}.Principal`, principals.at, `${what} takes \`*\` as its \`Principal\` only`);
  const about = resources ?? notResources;
  if (resource === 'never' && about !== undefined) report('resource-not-taken', `${path}.${resources === undefined ? 'NotResource' : 'Resource'}`, about.at, `${what} takes no \`Resource\`: it is for the role that carries it`);
  if (resource === 'always' && about === undefined && conditionsOpen === undefined) report('resource-missing', path, at, `a statement of ${what} must name its \`Resource\``);
  if (effects !== undefined && effect === 'Allow') report('effect-not-taken', `${path}.Effect`, at, `${what} can only \`Deny\``);
}

/** `${…}` where the version makes it plain text. */
export function lintVariables({ resources, notResources, conditions }: Statement, path: string, { version, report }: LintContext): void {
  if (version !== 'absent' && version !== '2008-10-17') return;
  const look = (list: PolicyTexts | undefined, place: string): void =>
    list?.values.forEach((text, i) => {
      const known = knownText(text);
      const found = known === undefined ? null : /\$\{(?:[*?$]|[A-Za-z][A-Za-z0-9.-]*:[^}]*)\}/.exec(known);
      if (found !== null) report('variable-without-version', `${place}[${i}]`, text.at, `\`${found[0].slice(0, 60)}\` is plain text in ${version === 'absent' ? 'a policy without a version' : 'version 2008-10-17'}; policy variables need \`"Version": "2012-10-17"\``, known);
    });
  look(resources, `${path}.Resource`);
  look(notResources, `${path}.NotResource`);
  for (const { operator, key, values } of conditions) if (/^(String|Arn)/i.test(operator)) look(values, `${path}.Condition.${operator}.${key}`);
}

export function lintArns({ resources, notResources }: Statement, path: string, { kind, report }: LintContext): void {
  for (const [element, list] of [['Resource', resources], ['NotResource', notResources]] as const) {
    list?.values.forEach((text, i) => {
      const known = knownText(text);
      const wrong = known === undefined ? undefined : wrongWith(known, kind);
      if (wrong !== undefined) report('invalid-arn', `${path}.${element}[${i}]`, text.at, wrong, known);
    });
  }
}

const account = /^(\d{12}|aws|[\d*?]*[*?][\d*?]*|)$/;

function wrongWith(arn: string, kind: PolicyKind | undefined): string | undefined {
  const shown = `\`${arn.slice(0, 120)}\``;
  if (/^[*?]+$/.test(arn) || arn.startsWith('${')) return undefined;
  if (!arn.startsWith('arn:')) {
    // `execute-api:/*` and names relative to the resource stand in the policies of some services; a pattern may begin anywhere.
    return kind === 'resource' || kind === undefined || kind === 'endpoint' || /^(a|ar|arn)?[*?]/.test(arn) ? undefined : `${shown} is no ARN`;
  }
  const parts = arn.split(':');
  if (parts.length < 6) return /[*?]/.test(parts.at(-1) ?? '') ? undefined : `${shown} is no whole ARN: \`arn:partition:service:region:account:resource\``;
  const [, partition = '', service = '', , owner = '', ...rest] = parts;
  if (!/^(aws(-[a-z]+)*|.*[*?$].*)$/.test(partition)) return `${shown} names no partition of AWS`;
  if (service === '') return `${shown} names no service`;
  if (!account.test(owner) && !owner.includes('${') && !/cloudfront|third-party|amazon|[a-z]/i.test(owner)) return `\`${owner.slice(0, 40)}\` in ${shown} is no account id of 12 digits`;
  return rest.join(':') === '' ? `${shown} names no resource` : undefined;
}

export function lintPrincipals({ principals, notPrincipals }: Statement, path: string, { kind, report }: LintContext): void {
  if (kind === 'identity' || kind === 'boundary' || kind === 'session' || kind === 'scp') return;
  for (const [element, list] of [['Principal', principals], ['NotPrincipal', notPrincipals]] as const) {
    list?.values.forEach((principal, i) => {
      const known = knownText(principal.text);
      const wrong = known === undefined || principal.kind === '*' ? undefined : wrongPrincipal(principal.kind, known);
      if (wrong !== undefined) report('invalid-principal', `${path}.${element}.${principal.kind}[${i}]`, principal.text.at, wrong, known);
    });
  }
}

const principalArn = /^arn:aws(-[a-z]+)*:(iam::\d{12}:(root|user\/.+|role\/.+)|sts::\d{12}:(assumed-role\/[^/]+\/.+|federated-user\/.+|self)|iam::cloudfront:user\/.+)$/;

const wrongPrincipals: Readonly<Record<Exclude<Principal['kind'], '*'>, (text: string) => string | undefined>> = {
  AWS(text) {
    const shown = `\`${text.slice(0, 120)}\``;
    if (text === '*' || /^\d{12}$/.test(text) || (principalArn.test(text) && !/[*?]/.test(text))) return undefined;
    if (/^A(ID|RO)A[A-Z0-9]{12,}$/.test(text)) return `${shown} is the id of a user or role that is gone`;
    // Canonical user ids are taken for buckets.
    if (/^[0-9a-f]{64}$/.test(text)) return undefined;
    if (/[*?]/.test(text)) return `${shown} has a wildcard, which a principal's ARN may not have; \`aws:PrincipalArn\` in a condition may`;
    if (/:group\//.test(text)) return `${shown} is a group, which is no principal`;
    return `${shown} is no principal: an account id, or the ARN of a root, user, role or session`;
  },
  Service: (text) => (text === '*' || /^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/i.test(text) ? undefined : `\`${text.slice(0, 120)}\` is no service: those are named like \`lambda.amazonaws.com\``),
  Federated: (text) => (text === '*' || /^arn:aws(-[a-z]+)*:iam::\d{12}:(saml|oidc)-provider\/.+$/.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/.*)?$/i.test(text) ? undefined : `\`${text.slice(0, 120)}\` is no identity provider: its ARN or its host`),
  CanonicalUser: (text) => (/^[0-9a-f]{64}$/i.test(text) || text === '*' ? undefined : `\`${text.slice(0, 120)}\` is no canonical user id of 64 hexadecimal digits`),
};

const wrongPrincipal = (kind: Exclude<Principal['kind'], '*'>, text: string): string | undefined => wrongPrincipals[kind](text);
