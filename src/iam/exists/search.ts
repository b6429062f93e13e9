/**
 * Finds a request that is allowed, or shows that there is none. An Allow of each layer that must allow is chosen, its demands are
 * solved, the solution is tried; where a Deny stands against it, each way out of that Deny is a branch. What the search takes for
 * granted (texts that are not known) errs towards finding, and each find is evaluated as a whole before it counts.
 */
import type { Reason, Truth } from '../../model/index.js';
import type { Decision, PlacedDocument, PolicySet } from '../evaluate.js';
import { compile, completedArn, globPattern, substitute, type Pattern, type VariableLookup } from '../pattern.js';
import type { PolicyTexts, Statement } from '../policy.js';
import { named, namingOf } from '../principals.js';
import { impliedKeys, RequestContext, type AccessRequest, type Caller, type KeyValue } from '../request.js';
import { actionMatches, conditionsHold, hasVariables, resourceMatches } from '../statement.js';
import { single } from '../conditions.js';
import { domainOf, type Bearer } from './domain.js';
import { solveKey, type Constraint } from './keys.js';
import { formsOfPatterns, shortestWord } from './words.js';

/** What may be asked for: some actions on resources of one form. */
export interface Target {
  /** ARN with wildcards: `arn:aws:s3:::photos/?*`. */
  readonly resource: string;
  readonly actions: readonly string[];
}

export interface SearchQuestion {
  readonly bearer: Bearer;
  /** The caller once its ARN is chosen: `arn` is the value found for aws:PrincipalArn, if one was looked for. */
  readonly caller: (arn: string | undefined) => Caller;
  readonly target: Target;
  readonly resourceAccount?: string;
  /** Each of these must hold an Allow. `names`: its statements name principals. */
  readonly needed: readonly { readonly set: PolicySet; readonly names: boolean }[];
  /** Policies whose Denies count, beside those. */
  readonly further?: readonly PolicySet[];
  /** Values that only some are given or stand in count as theirs. */
  readonly held: boolean;
  readonly decide: (request: AccessRequest) => Decision;
  readonly budget: Budget;
}

export interface Budget {
  /** Solutions that may still be tried. */
  left: number;
}

export interface Found {
  /** A request that is surely allowed. */
  readonly witness?: AccessRequest;
  readonly decision?: Decision;
  /** Set when there may be one that was not found. */
  readonly open?: Reason;
}

export const OUT_OF_BUDGET: Reason = { kind: 'budget', detail: 'the policies leave more possibilities than were tried' };

interface Draft {
  readonly actions: readonly string[];
  readonly all: readonly Pattern[];
  readonly none: readonly Pattern[];
  readonly keys: ReadonlyMap<string, readonly Constraint[]>;
}

interface Entry {
  readonly statement: Statement;
  readonly variables: boolean;
  readonly names: boolean;
}

export function search(question: SearchQuestion): Found {
  const { needed, further = [], target, bearer, budget } = question;
  const sample = question.caller(undefined);
  const implied = new Map(impliedKeys({ caller: sample, resource: target.resource, resourceAccount: question.resourceAccount }));
  const ordinary = new RequestContext(implied);
  let conditionKeys: Set<string> | undefined;
  const asked = (): Set<string> => (conditionKeys ??= new Set([...needed.map(({ set }) => set), ...further].flatMap((set) => set.documents.flatMap(({ policy }) => policy.statements.flatMap(({ conditions }) => conditions.map(({ key }) => key))))));
  const lookup: VariableLookup = (key) => {
    const domain = bearer.keys.get(key);
    if (domain?.kind === 'fixed') return single(domain.values);
    if (domain?.kind === 'absent') return undefined;
    // Where no condition asks for a certain name, any will do: that of the sample caller.
    if (domain !== undefined && (asked().has(key) || !ordinary.has(key))) return 'unknown';
    if (domain !== undefined) return single(ordinary.get(key));
    return implied.has(key) ? single(implied.get(key)) : 'unknown';
  };
  // A statement of unknown effect may allow, and denies nothing for certain: the decision on the witness says what is not known.
  const entries = (set: PolicySet, names: boolean, effect: 'Allow' | 'Deny'): readonly Entry[] =>
    set.documents.flatMap(({ policy }: PlacedDocument) => policy.statements.filter((statement) => statement.effect === effect || (statement.effect === undefined && effect === 'Allow')).map((statement) => ({ statement, variables: hasVariables(policy), names })));
  const denies = [...needed.flatMap(({ set, names }) => entries(set, names, 'Deny')), ...further.flatMap((set) => entries(set, false, 'Deny'))].filter(
    (entry) => target.actions.length > 64 || target.actions.some((action) => actionMatches(entry.statement, action) !== false),
  );
  const allows = needed.map(({ set, names }) => entries(set, names, 'Allow').filter(({ statement }) => !names || named(namingOf(statement, sample)) !== false));

  let open: Reason | undefined;
  let answer: { readonly witness: AccessRequest; readonly decision: Decision } | undefined;
  // What makes a document invalid says more than what followed from it.
  const giveUp = (reason: Reason): void => void (open = open === undefined || (reason.kind === 'malformed' && open.kind !== 'malformed') ? reason : open);

  const start: Draft = { actions: target.actions, all: [globPattern(target.resource)], none: [], keys: new Map() };
  choose(0, start);
  for (const { set } of needed) if (answer === undefined && set.open !== undefined) giveUp(set.open);
  for (const { set } of needed) for (const { policy } of set.documents) {
    const reason = policy.open ?? policy.refused;
    if (answer === undefined && reason !== undefined) giveUp(reason);
  }
  return answer ?? { open };

  /** Takes an Allow of each layer in turn. */
  function choose(layer: number, draft: Draft): void {
    const choices = allows[layer];
    if (choices === undefined) return attempt(draft, 0);
    for (const { statement, variables, names } of choices) {
      if (answer !== undefined) return;
      if (budget.left <= 0) return giveUp(OUT_OF_BUDGET);
      const actions = draft.actions.filter((action) => actionMatches(statement, action) !== false);
      if (actions.length === 0) continue;
      let keys = draft.keys;
      for (const condition of statement.conditions) keys = withConstraint(keys, { condition, variables, want: true });
      for (const resource of ways(statement, variables, names, true)) {
        choose(layer + 1, { actions, all: [...draft.all, ...resource.all], none: [...draft.none, ...resource.none], keys });
        if (answer !== undefined) return;
      }
    }
  }

  /** Solves what is demanded so far, and gets out of the first Deny that the solution runs into. */
  function attempt(draft: Draft, depth: number): void {
    if (answer !== undefined) return;
    if (budget.left-- <= 0) return giveUp(OUT_OF_BUDGET);
    const resource = shortestWord({ all: formsOfPatterns(draft.all), none: formsOfPatterns(draft.none) });
    if (resource === undefined) return;
    if (resource === 'budget') return giveUp(OUT_OF_BUDGET);
    const values: [string, KeyValue][] = [];
    for (const [key, constraints] of draft.keys) {
      const solved = solveKey({ constraints, domain: keyDomain(key), held: question.held, lookup });
      if (!solved.found) return solved.exact ? undefined : giveUp(OUT_OF_BUDGET);
      values.push([key, solved.value]);
    }
    const found = new Map(values);
    const arn = found.get('aws:principalarn');
    const caller = question.caller(arn === undefined || arn === 'unknown' ? undefined : arn[0]);
    for (const [key, domain] of bearer.keys) {
      if (found.has(key)) continue;
      const usual = domain.kind === 'fixed' ? domain.values : domain.kind === 'absent' ? undefined : domain.kind === 'free' && domain.usual !== undefined ? [domain.usual] : null;
      if (usual !== null) values.push([key, usual]);
    }
    // A request through a VPC endpoint has no public address.
    const inside = (found.get('aws:sourcevpce') ?? found.get('aws:sourcevpc')) !== undefined;
    for (const [key, value] of USUAL) if (!found.has(key) && !bearer.keys.has(key) && !(inside && key === 'aws:sourceip')) values.push([key, value]);
    const context = new RequestContext(values);
    const completedKeys = new RequestContext([...impliedKeys({ caller, resource, resourceAccount: question.resourceAccount }), ...context.entries()]);
    const [action = ''] = draft.actions;
    const violated = denies.find((deny) => denies3(deny, caller, action, resource, completedKeys) === true);
    if (violated === undefined) {
      const request: AccessRequest = { caller, action, resource, resourceAccount: question.resourceAccount, context };
      const decision = question.decide(request);
      if (decision.answer === 'allow') answer = { witness: request, decision };
      else giveUp(decision.reasons[0] ?? { kind: 'unresolved', detail: 'a part of the policies is not known' });
      // Another action may do where this one is not sure.
      if (answer === undefined && decision.answer !== 'allow' && draft.actions.length > 1 && depth < MAX_DEPTH) attempt({ ...draft, actions: draft.actions.slice(1) }, depth + 1);
      return;
    }
    if (depth >= MAX_DEPTH) return giveUp(OUT_OF_BUDGET);
    escape(draft, violated, depth);
  }

  function denies3({ statement, variables, names }: Entry, caller: Caller, action: string, resource: string, context: RequestContext): Truth {
    if (actionMatches(statement, action) !== true) return false;
    if (names && named(namingOf(statement, caller)) !== true) return false;
    if (resourceMatches(statement, resource, context, variables, names) !== true) return false;
    return conditionsHold(statement, context, variables);
  }

  function escape(draft: Draft, { statement, variables, names }: Entry, depth: number): void {
    const actions = draft.actions.filter((action) => actionMatches(statement, action) !== true);
    if (actions.length > 0) attempt({ ...draft, actions }, depth + 1);
    for (const condition of statement.conditions) {
      if (answer !== undefined) return;
      attempt({ ...draft, keys: withConstraint(draft.keys, { condition, variables, want: false }) }, depth + 1);
    }
    for (const resource of ways(statement, variables, names, false)) {
      if (answer !== undefined) return;
      attempt({ ...draft, all: [...draft.all, ...resource.all], none: [...draft.none, ...resource.none] }, depth + 1);
    }
    // A Deny that spares some principals by ARN: another caller of the same kind may be one of them; only a fixed caller is tried here.
  }

  /** The ways in which a resource is among the statement's, or is not. */
  function ways({ resources, notResources }: Statement, variables: boolean, names: boolean, inside: boolean): readonly Pick<Draft, 'all' | 'none'>[] {
    const listed = resources ?? notResources;
    if (listed === undefined) return names === inside ? [{ all: [], none: [] }] : [];
    const patterns = patternsOf(listed, variables);
    if ((resources !== undefined) === inside) {
      const each = patterns.map((pattern) => ({ all: [pattern], none: [] }));
      return listed.open === undefined ? each : [...each, { all: [], none: [] }];
    }
    return [{ all: [], none: patterns.filter(({ pieces }) => !pieces.some(({ kind }) => kind === 'hole' || kind === 'variable')) }];
  }

  function patternsOf({ values }: PolicyTexts, variables: boolean): readonly Pattern[] {
    return values.flatMap((text) => {
      const pattern = substitute(compile(text, { wild: true, variables }), lookup);
      return pattern === undefined ? [] : [completedArn(pattern)];
    });
  }

  function keyDomain(key: string): ReturnType<typeof domainOf> {
    if (!bearer.keys.has(key) && implied.has(key)) {
      const value = implied.get(key);
      if (value !== 'unknown') return value === undefined ? { kind: 'absent' } : { kind: 'fixed', values: value };
    }
    return domainOf(key, bearer);
  }
}

const MAX_DEPTH = 64;

/** What every request has: a witness that says nothing of it is an ordinary one. */
const USUAL: readonly (readonly [string, KeyValue])[] = [
  ['aws:securetransport', ['true']],
  ['aws:viaawsservice', ['false']],
  ['aws:sourceip', ['8.71.113.9']],
];

function withConstraint(keys: Draft['keys'], constraint: Constraint): Draft['keys'] {
  const { key } = constraint.condition;
  return new Map([...keys, [key, [...(keys.get(key) ?? []), constraint]]]);
}
