/** Whether one statement applies to a request, three-valued, each element by itself. */
import type { Truth } from '../model/index.js';
import { conditionHolds, single } from './conditions.js';
import { coversAction, someCover } from './match.js';
import { compile, completedArn, matchesPattern, substitute } from './pattern.js';
import type { Policy, PolicyText, PolicyTexts, Statement } from './policy.js';
import type { RequestContext } from './request.js';
import { every3, not3, or, some3 } from './truth.js';

/** Documents of 2008-10-17, or of none, have no policy variables. */
export const hasVariables = ({ version }: Policy): boolean => version === '2012-10-17';

export function actionMatches({ actions, notActions }: Statement, action: string): Truth {
  if (actions !== undefined) return someCover(actions, (text) => coversAction(text, action));
  return notActions === undefined ? false : not3(someCover(notActions, (text) => coversAction(text, action)));
}

/** A statement without resources is for what holds the policy (trust policies, some resource policies); without one nowhere. */
export function resourceMatches({ resources, notResources }: Statement, resource: string, context: RequestContext, variables: boolean, without: boolean): Truth {
  const one = (text: PolicyText): Truth => {
    const pattern = substitute(compile(text, { wild: true, variables }), (key) => single(context.get(key)));
    return pattern === undefined ? false : matchesPattern(completedArn(pattern), resource);
  };
  if (resources !== undefined) return listMatches(resources, one);
  return notResources === undefined ? without : not3(listMatches(notResources, one));
}

export function conditionsHold({ conditions, conditionsOpen }: Statement, context: RequestContext, variables: boolean): Truth {
  const known = every3(conditions, (condition) => conditionHolds(condition, context, variables));
  return known === true && conditionsOpen !== undefined ? 'unknown' : known;
}

function listMatches({ values, open }: PolicyTexts, question: (text: PolicyText) => Truth): Truth {
  const known = some3(values, question);
  return open === undefined ? known : or(known, 'unknown');
}
