/** The findings of the policy linter as a check's answer, over every document that a principal or a policy carries. */
import { lintDocument, lintRules, type LintFinding, type LintOptions, type LintResult, type LintRule, type PolicyHolder } from '../../iam/index.js';
import { all, cursor, decide, evidenceOf, fails, holds, items, undecided, type Condition, type Evidence, type Field, type Json, type Tree } from '../../model/index.js';

/** Everything in a principal or policy that can hold a document. */
interface Carrier {
  readonly PolicyDocument: Field<Json | string>;
  readonly Policies: Field<readonly { readonly PolicyDocument?: Json | string; readonly PolicyName?: string }[]>;
  readonly AssumeRolePolicyDocument: Field<Json | string>;
}

/** What the document in each property is. A document of its own may be used anywhere. */
const kinds: Readonly<Record<string, { readonly own?: LintOptions; readonly inline?: PolicyHolder }>> = {
  'AWS::IAM::ManagedPolicy': { own: { kind: 'identity', holder: 'managed' } },
  'AWS::IAM::Role': { inline: 'role' },
  'AWS::IAM::User': { inline: 'user' },
  'AWS::IAM::Group': { inline: 'group' },
};

/** Several checks ask of one document. */
const linted = new WeakMap<Tree, Map<string, LintResult>>();

function lint(tree: Tree, options: LintOptions): LintResult {
  const key = `${options.kind ?? ''} ${options.holder ?? ''}`;
  let byOptions = linted.get(tree);
  if (byOptions === undefined) linted.set(tree, (byOptions = new Map()));
  let result = byOptions.get(key);
  if (result === undefined) byOptions.set(key, (result = lintDocument(tree, options)));
  return result;
}

interface Asked {
  readonly results: readonly { readonly result: LintResult; readonly path: string; readonly address?: string }[];
  /** Set when there may be more inline policies. */
  readonly open?: Condition;
}

function documentsOf({ PolicyDocument, Policies, AssumeRolePolicyDocument }: Partial<Carrier>, type: string): Asked {
  const { own = {}, inline } = kinds[type] ?? {};
  const results: Asked['results'][number][] = [];
  const add = (field: Field<unknown> | undefined, options: LintOptions): void => {
    if (field === undefined) return;
    const { tree, path, scope } = cursor(field);
    if (tree !== undefined) results.push({ result: lint(tree, options), path, address: scope.address });
  };
  add(PolicyDocument, own);
  add(AssumeRolePolicyDocument, { kind: 'trust' });
  if (Policies === undefined) return { results };
  const { views, open } = items(Policies);
  for (const view of views) add(view.PolicyDocument as Field<Json>, { kind: 'identity', holder: inline });
  return { results, open: open === undefined ? undefined : undecided([open], [evidenceOf(Policies)]) };
}

/** True when no document has a finding of these rules; unknown where one has none but is not wholly read. */
export function lintsClean(properties: Partial<Carrier>, type: string, rules: readonly LintRule[]): Condition {
  const { results, open } = documentsOf(properties, type);
  const answers = results.map(({ result, path, address }) => answerOf(result, rules, path, address));
  return all(answers, open === undefined ? [] : open);
}

/** Whether there is any document to lint, or one that has what is asked about. */
export function carriesPolicies(properties: Partial<Carrier>, type: string, having: (result: LintResult) => boolean = () => true): Condition {
  const { results, open } = documentsOf(properties, type);
  return decide(open !== undefined || results.some(({ result }) => having(result)));
}

/** More would not be read. */
const MOST_SHOWN = 10;

function answerOf({ findings, open }: LintResult, rules: readonly LintRule[], path: string, address: string | undefined): Condition {
  const evidence = (list: readonly LintFinding[]): readonly Evidence[] =>
    list.slice(0, MOST_SHOWN).map((one) => ({ path: one.path === '' ? path : `${path}.${one.path}`, state: 'set', value: one.value, at: one.at, address: address ?? (one.at.kind === 'default' ? undefined : one.at.address) }));
  const asked = new Set(rules);
  const wrong = findings.filter(({ rule }) => asked.has(rule));
  const groups = new Set(rules.map((rule) => lintRules[rule].group));
  // What has not the form of a policy means nothing that could be judged.
  const unreadable = groups.has('form') ? wrong.filter(({ rule }) => lintRules[rule].group === 'form') : [];
  const failing = wrong.filter((one) => !unreadable.includes(one));
  if (failing.length > 0) return fails(evidence(failing), summary(failing));
  if (unreadable.length > 0) return undecided(unreadable.slice(0, MOST_SHOWN).map(({ message, at }) => ({ kind: 'malformed', detail: message, at: at.kind === 'source' ? at : undefined })), evidence(unreadable), summary(unreadable));
  const unjudged = open.filter(({ group }) => group === undefined || groups.has(group)).map(({ reason }) => reason);
  return unjudged.length > 0 ? undecided([...new Set(unjudged)]) : holds();
}

const summary = ([first, ...more]: readonly LintFinding[]): string => `${first?.message ?? ''}${more.length === 0 ? '' : `; and ${more.length} more`}`;

/** All rules of some groups, but those that a check of their own asks. */
export const rulesOf = (...groups: readonly (typeof lintRules)[LintRule]['group'][]): readonly LintRule[] =>
  (Object.keys(lintRules) as LintRule[]).filter((rule) => groups.includes(lintRules[rule].group) && rule !== 'denies-nothing');
