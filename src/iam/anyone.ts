/** Whether one resource policy, taken by itself, lets in anybody at all. */
import { fails, holds, undecided, type Condition } from '../model/index.js';
import { exists, type Existence } from './exists/exists.js';
import { knownText } from './match.js';
import type { Policy, Statement } from './policy.js';
import { forAnyone, statementEvidence, type PolicyPlace } from './questions.js';
import { OWN_ACCOUNT, referAlone, renamed } from './rename.js';

const answers = new WeakMap<Policy, Existence>();

/** How far a policy opens what it is for, whatever that is. */
export function reachOf(policy: Policy, place: PolicyPlace): Existence {
  const there = answers.get(policy);
  if (there !== undefined) return there;
  const named = renamed(policy, referAlone);
  const answer = exists({
    resource: { documents: [{ policy: named, place }] },
    targets: [{ resource: '?*', actions: actionsIn(named.statements) }],
    zone: { account: accountIn(named.statements) ?? OWN_ACCOUNT },
    budget: 500,
  });
  answers.set(policy, answer);
  return answer;
}

/** An Allow for everyone that no condition and no Deny holds back. */
export function letsInAnyone(policy: Policy, place: PolicyPlace): Condition {
  // Most policies name everyone whom they let in.
  const names = policy.open === undefined && policy.statements.every((statement) => statement.effect === 'Deny' || forAnyone(statement) === false);
  const { reach, decision, open, who }: Existence = names ? { reach: 'none' } : reachOf(policy, place);
  const evidence = (decision?.because ?? []).filter(({ layer }) => layer === 'resource').map(({ statement, index }) => statementEvidence(policy.statements[index] ?? statement, place, index));
  if (reach === 'public') return holds(evidence, who === undefined ? undefined : `lets in ${who}`);
  const here = { path: `${place.path}.Statement`, at: policy.at, address: place.address ?? (policy.at.kind === 'default' ? undefined : policy.at.address) };
  if (open !== undefined) return undecided(open, [{ ...here, state: 'unknown' }]);
  return fails([{ ...here, state: 'set', value: `${policy.statements.length} statements` }]);
}

/** One action for each pattern, wide ones filled: what a statement is about, whatever the service. */
function actionsIn(statements: readonly Statement[]): readonly string[] {
  const actions = new Set<string>();
  let service: string | undefined;
  for (const { actions: listed, notActions } of statements) {
    for (const text of [...(listed?.values ?? []), ...(notActions?.values ?? [])]) {
      const known = knownText(text);
      if (known === undefined) continue;
      if (known.includes(':') && !/^[*?]/.test(known)) service ??= known.slice(0, known.indexOf(':'));
      actions.add(/[*?]/.test(known) ? known.replace(/\*/g, 'x').replace(/\?/g, 'x') : known);
    }
  }
  // What no pattern names: everything beside it must be looked at, too.
  actions.add(`${service ?? 's3'}:xq`);
  actions.delete('x');
  return [...actions];
}

/** A statement that asks for the resource's account asks for the account that the policy is in. */
export function accountIn(statements: readonly Statement[]): string | undefined {
  for (const { conditions } of statements) for (const { key, values } of conditions) if (key === 'aws:resourceaccount') for (const text of values.values) if (/^\d{12}$/.test(knownText(text) ?? '')) return knownText(text);
  return undefined;
}
