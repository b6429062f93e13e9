/**
 * Whether a request is allowed, by AWS's evaluation rules, with the statements that decide and, for a denial, what is missing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import type { Reason, Truth } from '../model/index.js';
import type { Policy, Statement } from './policy.js';
import { named, namingOf, nobody, type Naming } from './principals.js';
import type { PolicyPlace } from './questions.js';
import { accountInArn, accountOf, completed, type AccessRequest } from './request.js';
import { actionMatches, conditionsHold, hasVariables, resourceMatches } from './statement.js';
import { and, not3, or } from './truth.js';

export interface PlacedDocument {
  readonly policy: Policy;
  readonly place: PolicyPlace;
}

/** Policies of one layer, and why there may be more. */
export interface PolicySet {
  readonly documents: readonly PlacedDocument[];
  readonly open?: Reason;
}

/** The layers that a request passes, in the order of their documentation. */
export const layers = ['scp', 'rcp', 'endpoint', 'resource', 'identity', 'boundary', 'session'] as const;
export type Layer = (typeof layers)[number];

/** All policies that concern a caller and a resource. A layer that is left out holds nothing back. */
export interface AccessPolicies {
  /** Inline and attached policies of the caller and its groups. */
  readonly identity?: PolicySet;
  readonly boundary?: PolicySet;
  readonly session?: PolicySet;
  /** One set for each level from the root of the organization to the account: each must allow. */
  readonly scps?: readonly PolicySet[];
  readonly rcps?: readonly PolicySet[];
  /** Policies of the resource; undefined: it has none. */
  readonly resource?: PolicySet;
  readonly endpoint?: PolicySet;
  /** The caller's account manages the organization: service control policies do not reach it. */
  readonly managementAccount?: boolean;
}

export interface DecidingStatement {
  readonly layer: Layer;
  readonly statement: Statement;
  readonly place: PolicyPlace;
  readonly index: number;
}

export interface Decision {
  readonly answer: 'allow' | 'deny' | 'unknown';
  /** A Deny statement decided, not the lack of an Allow. */
  readonly explicit: boolean;
  /** What allows, or what denies; of an unknown answer: what may decide. */
  readonly because: readonly DecidingStatement[];
  /** Layers without an Allow that the request needs. */
  readonly missing: readonly Layer[];
  readonly reasons: readonly Reason[];
}

/**
 * Services whose resource policy must agree even within the account: the identity policy alone is never enough.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export const needsResourcePolicy = (action: string): boolean => /^kms:(?!createkey$|listkeys$|listaliases$|createalias$|generaterandom$|createcustomkeystore$|describecustomkeystores$|deletecustomkeystore$)/i.test(action) || /^sts:(assumerole|assumerolewithsaml|assumerolewithwebidentity|tagsession|setsourceidentity)$/i.test(action);

/** Whoever has credentials may ask who they are, whatever a policy says. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const needsNoPermission = (action: string): boolean => /^sts:getcalleridentity$/i.test(action);

/** Services that resource control policies reach. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
const RCP_SERVICES = /^(s3|sts|kms|sqs|secretsmanager|cognito-identity|cognito-idp|logs|dynamodb|ecr|aoss):/i;

interface Found {
  readonly allow: Truth;
  readonly deny: Truth;
  readonly allowing: readonly DecidingStatement[];
  readonly denying: readonly DecidingStatement[];
  readonly maybe: readonly DecidingStatement[];
  /** For a resource policy: how its Allow statements name the caller. */
  readonly naming: Naming;
  readonly reasons: readonly Reason[];
}

export function evaluate(plain: AccessRequest, policies: AccessPolicies): Decision {
  const request = completed(plain);
  const { caller, action, resource } = request;
  const account = accountOf(caller);
  const owner = request.resourceAccount ?? accountInArn(resource) ?? account;
  const linked = caller.kind === 'role' && caller.linked === true;
  if (account !== undefined && needsNoPermission(action)) return { answer: 'allow', explicit: true, because: [], missing: [], reasons: [] };

  const inIdentity = account === undefined || caller.kind === 'root' ? undefined : search('identity', policies.identity ?? NONE, request);
  const inBoundary = policies.boundary === undefined || caller.kind === 'root' ? undefined : search('boundary', policies.boundary, request);
  const inSession = policies.session === undefined ? undefined : search('session', policies.session, request);
  const inResource = policies.resource === undefined ? undefined : search('resource', policies.resource, request);
  const inScps = account === undefined || linked || policies.managementAccount === true ? [] : (policies.scps ?? []).map((level) => search('scp', level, request));
  const inRcps = linked || !RCP_SERVICES.test(action) ? [] : (policies.rcps ?? []).map((level) => search('rcp', level, request));
  const inEndpoint = policies.endpoint === undefined ? undefined : search('endpoint', policies.endpoint, request);
  const searched: readonly (readonly [Layer, Found])[] = [
    ...inScps.map((found) => ['scp', found] as const),
    ...inRcps.map((found) => ['rcp', found] as const),
    ...optional('endpoint', inEndpoint),
    ...optional('resource', inResource),
    ...optional('identity', inIdentity),
    ...optional('boundary', inBoundary),
    ...optional('session', inSession),
  ];

  const denied = or(...searched.map(([, { deny }]) => deny));
  if (denied === true) return { answer: 'deny', explicit: true, because: searched.flatMap(([, { denying }]) => denying), missing: [], reasons: [] };

  const guards = and(...inScps.map(({ allow }) => allow), ...inRcps.map(({ allow }) => allow), inEndpoint?.allow ?? true);
  const limits = and(inBoundary?.allow ?? true, inSession?.allow ?? true);
  const byIdentity: Truth = caller.kind === 'root' ? true : and(inIdentity?.allow ?? false, limits);
  const naming = inResource?.naming ?? nobody;
  const byResource = grantedByResource();

  function grantedByResource(): Truth {
    if (inResource === undefined) return false;
    switch (caller.kind) {
      case 'anonymous':
      case 'service':
      case 'federated':
        return or(naming.session, naming.anyone);
      case 'root':
        return named(naming);
      // A user named by a resource's policy needs nothing else in its own account; neither its boundary nor the lack of a policy stands against it.
      case 'user':
        return or(naming.identity, widely(naming.anyone));
      // A role named by its ARN stays within its boundary and session policy; its session named by ARN does not.
      case 'role':
        return or(naming.session, and(naming.identity, limits), widely(naming.anyone));
      case 'federated-user':
        return or(naming.session, widely(naming.anyone));
    }
  }
  /** Whether a star lets somebody past their boundary or session policy is not documented. */
  function widely(anyone: Truth): Truth {
    return limits === true ? anyone : and(anyone, 'unknown');
  }

  const same = account !== undefined && owner !== undefined && account === owner;
  const delegated = and(named(naming), byIdentity);
  const outside = account === undefined;
  const needed = needsResourcePolicy(action);
  let granted: Truth;
  if (outside) granted = byResource;
  else if (!same) granted = delegated;
  else if (caller.kind === 'root' && /^sts:assumerole$/i.test(action)) granted = false;
  else if (needed) granted = or(byResource, delegated);
  else granted = or(byIdentity, byResource);

  const allowed = and(granted, guards, not3(denied));
  const allowing = searched.flatMap(([, found]) => found.allowing);
  if (allowed === true) return { answer: 'allow', explicit: true, because: allowing, missing: [], reasons: [] };
  const missing = searched.filter(([, { allow }]) => allow === false).map(([layer]) => layer);
  if ((!same || needed || outside) && inResource === undefined) missing.push('resource');
  if (allowed === false) {
    // What is enough by itself is not missing where the other of the two would do.
    return { answer: 'deny', explicit: false, because: [], missing: layers.filter((layer) => missing.includes(layer)), reasons: [] };
  }
  const reasons = searched.flatMap(([, found]) => found.reasons);
  return { answer: 'unknown', explicit: false, because: [...allowing, ...searched.flatMap(([, { maybe }]) => maybe)], missing: [], reasons: unique(reasons) };
}

const NONE: PolicySet = { documents: [] };
const optional = (layer: Layer, found: Found | undefined): readonly (readonly [Layer, Found])[] => (found === undefined ? [] : [[layer, found]]);

function search(layer: Layer, { documents, open }: PolicySet, { caller, action, resource, context }: AccessRequest): Found {
  let [allow, deny]: Truth[] = [false, false];
  let naming = nobody;
  const [allowing, denying, maybe]: DecidingStatement[][] = [[], [], []];
  const reasons: Reason[] = [];
  for (const { policy, place } of documents) {
    const variables = hasVariables(policy);
    for (const [index, statement] of policy.statements.entries()) {
      const on = actionMatches(statement, action);
      if (on === false) continue;
      const who: Naming | undefined = layer === 'resource' || statement.principals !== undefined || statement.notPrincipals !== undefined ? namingOf(statement, caller) : undefined;
      const is = and(on, resourceMatches(statement, resource, context, variables, layer === 'resource'), who === undefined ? true : named(who));
      if (is === false) continue;
      const applies = and(is, conditionsHold(statement, context, variables));
      if (applies === false) continue;
      const at: DecidingStatement = { layer, statement, place, index };
      if (statement.effect !== 'Deny') {
        const sure = statement.effect === undefined ? and(applies, 'unknown') : applies;
        allow = or(allow ?? false, sure);
        if (who !== undefined) naming = merged(naming, who, sure);
        (sure === true ? allowing : maybe)?.push(at);
        if (sure !== true) reasons.push(reasonIn(statement));
      }
      if (statement.effect !== 'Allow') {
        const sure = statement.effect === undefined ? and(applies, 'unknown') : applies;
        deny = or(deny ?? false, sure);
        (sure === true ? denying : maybe)?.push(at);
        if (sure !== true) reasons.push(reasonIn(statement));
      }
    }
    const unread = policy.open ?? policy.refused;
    if (unread !== undefined) [allow, deny] = widen(unread);
  }
  if (open !== undefined) [allow, deny] = widen(open);
  function widen(reason: Reason): [Truth, Truth] {
    reasons.push(reason);
    if (layer === 'resource') naming = merged(naming, { session: 'unknown', identity: 'unknown', account: 'unknown', anyone: 'unknown' }, true);
    return [or(allow ?? false, 'unknown'), or(deny ?? false, 'unknown')];
  }
  return { allow: allow ?? false, deny: deny ?? false, allowing: allowing ?? [], denying: denying ?? [], maybe: maybe ?? [], naming, reasons };
}

const merged = (a: Naming, b: Naming, sure: Truth): Naming => ({
  session: or(a.session, and(b.session, sure)),
  identity: or(a.identity, and(b.identity, sure)),
  account: or(a.account, and(b.account, sure)),
  anyone: or(a.anyone, and(b.anyone, sure)),
});

/** Why a statement's part in the answer is not known. */
export function reasonIn({ actions, notActions, resources, notResources, principals, notPrincipals, conditions, conditionsOpen }: Statement): Reason {
  const who = principals?.open ?? notPrincipals?.open ?? [...(principals?.values ?? []), ...(notPrincipals?.values ?? [])].find(({ text }) => text.reason !== undefined)?.text.reason ?? conditionsOpen;
  if (who !== undefined) return who;
  for (const list of [...conditions.map(({ values }) => values), actions, notActions, resources, notResources]) {
    const reason = list?.open ?? list?.values.find((value) => value.reason !== undefined)?.reason;
    if (reason !== undefined) return reason;
  }
  const keys = conditions.map(({ key }) => `\`${key}\``);
  return { kind: 'unresolved', detail: keys.length === 0 ? 'a part of the statement is not known' : `the request's ${[...new Set(keys)].join(', ')} ${keys.length === 1 ? 'is' : 'are'} not known` };
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ kind, detail }) => !seen.has(`${kind} ${detail}`) && seen.add(`${kind} ${detail}`));
}
