/** Whether the actions of a statement exist. */
import { serviceOf, servicePrefixes } from '../../schema/iam/index.js';
import { expandActions } from '../expand.js';
import { knownText } from '../match.js';
import type { Statement } from '../policy.js';
import type { LintContext } from './finding.js';
import type { LintRule } from './rules.js';

export function lintActions({ actions, notActions }: Statement, path: string, context: LintContext): void {
  for (const [element, list] of [['Action', actions], ['NotAction', notActions]] as const) {
    list?.values.forEach((text, i) => {
      const name = knownText(text);
      if (name === undefined) return;
      const wrong = problemOf(name, context);
      if (wrong !== undefined) context.report(wrong.rule, `${path}.${element}[${i}]`, text.at, wrong.message, name);
    });
  }
}

function problemOf(name: string, { suggest }: LintContext): { readonly rule: LintRule; readonly message: string } | undefined {
  if (/^\*+$/.test(name)) return undefined;
  const shown = name.slice(0, 80);
  const colon = name.indexOf(':');
  if (colon < 0) return { rule: 'unknown-action', message: `\`${shown}\` names no service; an action is \`service:Name\`` };
  const service = name.slice(0, colon);
  if (!/[*?]/.test(service) && serviceOf(service) === undefined) return { rule: 'unknown-service', message: `no service \`${service.slice(0, 40)}\` is documented${suggest(service, servicePrefixes())}` };
  if (expandActions(name).length > 0) return undefined;
  if (/[*?]/.test(name)) return { rule: 'wildcard-matches-nothing', message: `\`${shown}\` covers no documented action` };
  const data = serviceOf(service);
  return { rule: 'unknown-action', message: `no action \`${shown}\` is documented${suggest(name, data?.names.map((one) => `${data.service}:${one}`) ?? [])}` };
}
