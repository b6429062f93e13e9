/** Linting of policies: `lintDocument(tree, { kind })`. */
export type { LintFinding, LintOptions, LintResult, PolicyHolder, PolicyKind, Unjudged } from './lint/finding.js';
export { lintDocument, lintPolicy } from './lint/lint.js';
export { lintRules, type LintRule, type RuleGroup } from './lint/rules.js';
