/**
 * What is wrong with a policy document, with its place: the form by the tree, the meaning by the normal form and the IAM data. What is
 * not known of a document gives no finding.
 */
import type { Mapping, Origin, Tree } from '../../model/index.js';
import { nearest } from '../../model/nearest.js';
import { parseJsonWithHoles } from '../../sources/json-holes.js';
import { parseJsonInside } from '../../sources/json.js';
import { policyOf } from '../parsed.js';
import type { Policy, Statement } from '../policy.js';
import { lintActions } from './actions.js';
import { lintConditions } from './conditions.js';
import type { LintContext, LintFinding, LintOptions, LintResult, Unjudged } from './finding.js';
import { isTooLarge, lintForm, lintText } from './form.js';
import { lintResources } from './resources.js';
import type { LintRule } from './rules.js';
import { unjudgedIn } from './unjudged.js';
import { lintArns, lintPlace, lintPrincipals, lintSids, lintSize, lintVariables } from './validity.js';

/** Steps that one document may cost: patterns against resource types, keys against actions. */
const STEPS = 300_000;
/** Findings of one document after which it is plain that it is wrong. */
const MOST_FINDINGS = 500;
/** Looking for the name that was meant is slow, and only the first findings are read. */
const MOST_SUGGESTIONS = 20;

/** Nothing is known of it. */
const mayBeAny = { conditioned: true, denies: true };
const missing: ReadonlySet<LintRule> = new Set(['missing-element', 'principal-missing', 'resource-missing']);

type StatementRule = (statement: Statement, path: string, context: LintContext) => void;
const statementRules: readonly StatementRule[] = [lintPlace, lintVariables, lintPrincipals, lintArns, lintActions, lintResources, lintConditions];

/** Lints a document as a source gives it: a structure, a text that holds JSON, or a partly known one. */
export function lintDocument(tree: Tree, options: LintOptions = {}): LintResult {
  const findings: LintFinding[] = [];
  const report = reporter(findings);
  const document = isTooLarge(tree) ? undefined : structureOf(tree);
  if (document?.kind !== 'map') {
    if (document === undefined && tree.kind === 'unknown') return { findings, open: [{ reason: tree.reason }], ...mayBeAny };
    lintText(document ?? tree, report);
    return { findings, open: findings.map(({ message, at }) => ({ reason: { kind: 'malformed', detail: message, at: at.kind === 'source' ? at : undefined } })), ...mayBeAny };
  }
  lintForm(document, report);
  // Statements may be texts of JSON themselves, which the normal form reads.
  const result = lintParsed(policyOf(tree), options, versionIn(document), findings, (context) => lintSize(tree, document, context));
  // What is missing is there under a name that is none.
  return findings.some(({ rule }) => rule === 'unknown-element') ? { ...result, findings: findings.filter(({ rule }) => !missing.has(rule)) } : result;
}

/** Lints the normal form alone; what only the tree tells (form, size, whether a version is written) is not judged. */
export const lintPolicy = (policy: Policy, options: LintOptions = {}): LintResult => lintParsed(policy, options, policy.version, []);

function lintParsed(policy: Policy, options: LintOptions, version: LintContext['version'], findings: LintFinding[], more?: (context: LintContext) => void): LintResult {
  const open: Unjudged[] = policy.open === undefined ? [] : [{ reason: policy.open }];
  let steps = STEPS;
  let suggestions = MOST_SUGGESTIONS;
  const context: LintContext = {
    ...options,
    policy,
    version,
    report: reporter(findings),
    spend: (count) => {
      steps -= count;
      return steps >= 0;
    },
    suggest: (name, names) => {
      if (name.length > 128 || --suggestions < 0) return '';
      const near = nearest(name, names);
      return near === undefined ? '' : `; did you mean \`${near}\`?`;
    },
  };
  more?.(context);
  lintSids(policy, context);
  for (const [i, statement] of policy.statements.entries()) {
    if (findings.length >= MOST_FINDINGS || steps < 0) {
      open.push({ reason: { kind: 'budget', detail: steps < 0 ? `the policy is too large to judge its statements from the ${ordinal(i)} on` : `the policy has ${MOST_FINDINGS} findings before its ${ordinal(i + 1)} statement` } });
      break;
    }
    open.push(...unjudgedIn(statement));
    for (const look of statementRules) look(statement, `Statement[${i}]`, context);
  }
  if (steps < 0 && open.every(({ reason }) => reason.kind !== 'budget')) open.push({ reason: { kind: 'budget', detail: 'the policy is too large to judge all of its last statement' } });
  const { statements } = policy;
  return {
    findings,
    open,
    conditioned: policy.open !== undefined || statements.some(({ conditions, conditionsOpen }) => conditions.length > 0 || conditionsOpen !== undefined),
    denies: policy.open !== undefined || statements.some(({ effect }) => effect !== 'Allow'),
  };
}

const ordinal = (n: number): string => `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;

const reporter =
  (findings: LintFinding[]) =>
  (rule: LintRule, path: string, at: Origin, message: string, value?: LintFinding['value']): void => {
    findings.push({ rule, message, path, at, ...(value === undefined ? {} : { value }) });
  };

/** As the parser looks behind a value. */
function structureOf(tree: Tree): Tree | undefined {
  if (tree.kind === 'map' || tree.kind === 'list') return tree;
  if (tree.json !== undefined) return tree.json;
  if (tree.kind === 'unknown') return parseJsonWithHoles(tree);
  return typeof tree.value === 'string' ? parseJsonInside(tree.value, tree.at) : undefined;
}

function versionIn(document: Mapping): LintContext['version'] {
  const version = [...document.entries].find(([key]) => key.toLowerCase() === 'version')?.[1];
  if (version === undefined || (version.kind === 'scalar' && version.value === null)) return document.open === undefined ? 'absent' : undefined;
  return version.kind === 'scalar' && (version.value === '2012-10-17' || version.value === '2008-10-17') ? version.value : undefined;
}
