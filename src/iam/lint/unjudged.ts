/** The parts of a statement that are not known, by the rules that they keep from judging. */
import type { Reason } from '../../model/index.js';
import { knownText } from '../match.js';
import type { PolicyText, PolicyTexts, Statement } from '../policy.js';
import type { Unjudged } from './finding.js';
import type { RuleGroup } from './rules.js';

const effectUnknown: Reason = { kind: 'unresolved', detail: 'the effect of the statement is not known' };
const partUnknown: Reason = { kind: 'unresolved', detail: 'a part of the statement is not known' };

export function unjudgedIn({ effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions, conditionsOpen }: Statement): readonly Unjudged[] {
  const found: Unjudged[] = [];
  const add = (reason: Reason | undefined, ...groups: readonly RuleGroup[]): void => {
    if (reason !== undefined) for (const group of groups) found.push({ group, reason });
  };
  if (effect === undefined) add(effectUnknown, 'resources', 'conditions');
  for (const list of [actions, notActions]) add(reasonIn(list, (text) => knownText(text) === undefined), 'actions', 'resources');
  for (const list of [resources, notResources]) add(reasonIn(list, isBlank), 'resources', 'validity');
  for (const list of [principals, notPrincipals]) if (list !== undefined) add(reasonIn({ ...list, values: list.values.map(({ text }) => text) }, isBlank), 'validity');
  add(conditionsOpen, 'conditions', 'validity');
  for (const { values } of conditions) add(reasonIn(values, isBlank), 'conditions');
  return found;
}

/** Text of which nothing is known. A reference to a resource's attribute is one fixed value of that kind, whatever it is. */
const isBlank = ({ parts }: PolicyText): boolean => parts.some((part) => part === null);

function reasonIn(list: PolicyTexts | undefined, blank: (text: PolicyText) => boolean): Reason | undefined {
  if (list === undefined) return undefined;
  if (list.open !== undefined) return list.open;
  const text = list.values.find(blank);
  return text === undefined ? undefined : (text.reason ?? partUnknown);
}
