/** AWS's documented evaluation rules, one case a rule, each with the page that states it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, type AccessPolicies, type Caller, type Decision } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { context, set } from './support.js';

interface RuleCase {
  readonly rule: string;
  readonly page: string;
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly owner: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly openContext?: boolean;
  readonly policies: {
    readonly version?: string;
    readonly identity?: readonly Json[];
    readonly resource?: readonly Json[];
    readonly boundary?: readonly Json[];
    readonly session?: readonly Json[];
    readonly endpoint?: readonly Json[];
    readonly scps?: readonly (readonly Json[])[];
    readonly rcps?: readonly (readonly Json[])[];
    readonly managementAccount?: boolean;
  };
  readonly answer: Decision['answer'];
  readonly explicit?: boolean;
  readonly missing?: readonly string[];
}

const cases = JSON.parse(readFileSync(new URL('evaluation-rules.json', import.meta.url), 'utf8')) as readonly RuleCase[];

describe('documented evaluation rules', () => {
  it.each(cases)('$rule', ({ caller, action, resource, owner, context: given, openContext, policies, answer, explicit, missing, page }) => {
    const { version = '2012-10-17' } = policies;
    const layer = (statements: readonly Json[] | undefined): AccessPolicies['identity'] => (statements === undefined ? undefined : set({ Version: version, Statement: [...statements] }));
    const levels = (all: readonly (readonly Json[])[] | undefined): AccessPolicies['scps'] => all?.map((statements) => set({ Version: version, Statement: [...statements] }));
    const decision = evaluate(
      { caller, action, resource, resourceAccount: owner, context: context(given, openContext) },
      {
        identity: layer(policies.identity),
        resource: layer(policies.resource),
        boundary: layer(policies.boundary),
        session: layer(policies.session),
        endpoint: layer(policies.endpoint),
        scps: levels(policies.scps),
        rcps: levels(policies.rcps),
        managementAccount: policies.managementAccount,
      },
    );
    expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(decision.answer).toBe(answer);
    if (explicit !== undefined) expect(decision.explicit).toBe(explicit);
    if (missing !== undefined) expect(decision.missing).toEqual(missing);
    // An answer comes with what decided it.
    if (answer === 'allow' && caller.kind !== 'root' && action !== 'sts:GetCallerIdentity') expect(decision.because.length).toBeGreaterThan(0);
    if (answer === 'unknown') expect(decision.reasons.length).toBeGreaterThan(0);
  });
});
