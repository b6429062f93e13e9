/** What can be wrong with a policy: the rules by id, each with the page that says so. */

/**
 * `form`: the document cannot be read as a policy, so what it means is not known. `validity`: AWS refuses it or it is not what its place
 * takes. `actions`, `resources`, `conditions`: a part of it says nothing, or not what it seems to.
 */
export type RuleGroup = 'form' | 'validity' | 'actions' | 'resources' | 'conditions';

interface Rule {
  readonly group: RuleGroup;
  readonly reference: string;
}

const guide = (page: string): string => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`;
const grammar = guide('reference_policies_grammar');
const limits = guide('reference_iam-quotas');
const principal = guide('reference_policies_elements_principal');
const operators = guide('reference_policies_elements_condition_operators');
const manyValued = guide('reference_policies_condition-single-vs-multi-valued-context-keys');
const keys = guide('reference_policies_condition-keys');
const actions = 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

const rule = (group: RuleGroup, reference: string): Rule => ({ group, reference });

export const lintRules = {
  'not-json': rule('form', grammar),
  'too-large': rule('form', limits),
  'wrong-type': rule('form', grammar),
  'unknown-version': rule('form', guide('reference_policies_elements_version')),
  'unknown-element': rule('form', grammar),
  'missing-element': rule('form', grammar),
  'unknown-effect': rule('form', guide('reference_policies_elements_effect')),
  'conflicting-elements': rule('form', grammar),

  'duplicate-sid': rule('validity', guide('reference_policies_elements_sid')),
  'invalid-sid': rule('validity', guide('reference_policies_elements_sid')),
  'size-limit': rule('validity', limits),
  'variable-without-version': rule('validity', guide('reference_policies_variables')),
  'allow-not-principal': rule('validity', guide('reference_policies_elements_notprincipal')),
  'principal-not-taken': rule('validity', principal),
  'principal-missing': rule('validity', principal),
  'invalid-principal': rule('validity', principal),
  'resource-not-taken': rule('validity', guide('id_roles_create_for-custom')),
  'resource-missing': rule('validity', guide('reference_policies_elements_resource')),
  'invalid-arn': rule('validity', guide('reference-arns')),
  'effect-not-taken': rule('validity', 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html'),

  'unknown-service': rule('actions', actions),
  'unknown-action': rule('actions', actions),
  'wildcard-matches-nothing': rule('actions', guide('reference_policies_elements_action')),

  'action-takes-other-resources': rule('resources', actions),
  'resource-of-no-action': rule('resources', actions),
  'denies-nothing': rule('resources', guide('reference_policies_evaluation-logic')),

  'unknown-operator': rule('conditions', operators),
  'unknown-condition-key': rule('conditions', keys),
  'key-of-no-action': rule('conditions', actions),
  'operator-type-mismatch': rule('conditions', operators),
  'never-matches': rule('conditions', operators),
  'always-matches': rule('conditions', operators),
  'holds-without-key': rule('conditions', manyValued),
  'missing-quantifier': rule('conditions', manyValued),
  'mfa-key-missing': rule('conditions', `${keys}#condition-keys-multifactorauthpresent`),
} as const satisfies Readonly<Record<string, Rule>>;

export type LintRule = keyof typeof lintRules;
