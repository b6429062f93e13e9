/** The findings of the policy linter as a check's answer, over every document that a principal or a policy carries. */
import { lintDocument, lintRules, type LintFinding, type LintOptions, type LintResult, type LintRule } from '../../iam/index.js';
import { all, cursor, decide, evidenceOf, fails, holds, items, undecided, type Condition, type Evidence, type Field, type Json, type Tree } from '../../model/index.js';

/** Where documents stand, by type and property, and what they are there. A document of its own may be used anywhere. */
export const policyDocuments = {
  'AWS::IAM::ManagedPolicy': { PolicyDocument: { kind: 'identity', holder: 'managed' } },
  'AWS::IAM::Role': { AssumeRolePolicyDocument: { kind: 'trust' }, Policies: { kind: 'identity', holder: 'role' } },
  'AWS::IAM::User': { Policies: { kind: 'identity', holder: 'user' } },
  'AWS::IAM::Group': { Policies: { kind: 'identity', holder: 'group' } },
  'Demarc::IAM::PolicyDocument': { PolicyDocument: {} },
  'AWS::S3::BucketPolicy': { PolicyDocument: { kind: 'resource', holder: 's3' } },
  'AWS::S3::AccessPoint': { Policy: { kind: 'resource', holder: 's3' } },
  'AWS::SQS::QueuePolicy': { PolicyDocument: { kind: 'resource', holder: 'sqs' } },
  'AWS::SNS::TopicPolicy': { PolicyDocument: { kind: 'resource', holder: 'sns' } },
  'AWS::KMS::Key': { KeyPolicy: { kind: 'resource', holder: 'kms' } },
  'AWS::SecretsManager::ResourcePolicy': { ResourcePolicy: { kind: 'resource', holder: 'secretsmanager' } },
  'AWS::Lambda::ResourcePolicy': { PolicyDocument: { kind: 'resource', holder: 'lambda' } },
  'AWS::ECR::Repository': { RepositoryPolicyText: { kind: 'resource', holder: 'ecr' } },
  'AWS::EFS::FileSystem': { FileSystemPolicy: { kind: 'resource' } },
  'AWS::Backup::BackupVault': { AccessPolicy: { kind: 'resource' } },
  'AWS::OpenSearchService::Domain': { AccessPolicies: { kind: 'resource' } },
  'AWS::Logs::ResourcePolicy': { PolicyDocument: { kind: 'resource' } },
  'AWS::EC2::VPCEndpoint': { PolicyDocument: { kind: 'endpoint' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LintOptions>>>>;

type CarrierType = keyof typeof policyDocuments;

/** The types whose documents are linted. */
export const policyCarriers = Object.keys(policyDocuments) as readonly CarrierType[];

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
  readonly results: readonly { readonly result: LintResult; readonly path: string; readonly address?: string; readonly tree: Tree }[];
  /** Set when there may be more inline policies. */
  readonly open?: Condition;
}

/** And a dozen of all documents of one resource. */
const asked = new WeakMap<object, Asked>();

function documentsOf(properties: object, type: string): Asked {
  let there = asked.get(properties);
  if (there === undefined) asked.set(properties, (there = readDocuments(properties, type)));
  return there;
}

function readDocuments(properties: object, type: string): Asked {
  const results: Asked['results'][number][] = [];
  const add = (field: Field<unknown>, options: LintOptions): void => {
    const { tree, path, scope } = cursor(field);
    if (tree !== undefined) results.push({ result: lint(tree, options), path, address: scope.address, tree });
  };
  let open: Condition | undefined;
  for (const [name, options] of Object.entries<LintOptions>(policyDocuments[type as CarrierType] ?? {})) {
    // A view has a field for every property of its schema; the table is held to the schema by a test.
    const field = (properties as Readonly<Record<string, Field<unknown>>>)[name];
    if (field === undefined) continue;
    if (name !== 'Policies') {
      add(field, options);
      continue;
    }
    const inline = items(field as Field<readonly { readonly PolicyDocument?: Json | string }[]>);
    for (const view of inline.views) add(view.PolicyDocument as Field<Json>, options);
    if (inline.open !== undefined) open = undecided([inline.open], [evidenceOf(field)]);
  }
  return { results, open };
}

/** True when no document has a finding of these rules; unknown where one has none but is not wholly read. */
export function lintsClean(properties: object, type: string, rules: readonly LintRule[]): Condition {
  const { results, open } = documentsOf(properties, type);
  const answers = results.map(({ result, path, address, tree }) => answerOf(result, rules, path, address, tree));
  return all(answers, open === undefined ? [] : open);
}

/** Whether there is any document to lint, or one that has what is asked about. */
export function carriesPolicies(properties: object, type: string, having: (result: LintResult) => boolean = () => true): Condition {
  const { results, open } = documentsOf(properties, type);
  return decide(open !== undefined || results.some(({ result }) => having(result)));
}

/** More would not be read. */
const MOST_SHOWN = 10;

function answerOf({ findings, open }: LintResult, rules: readonly LintRule[], path: string, address: string | undefined, { at }: Tree): Condition {
  const evidence = (list: readonly LintFinding[]): readonly Evidence[] =>
    list.slice(0, MOST_SHOWN).map((one) => ({ path: one.path === '' ? path : `${path}.${one.path}`, state: 'set', value: one.value, at: one.at, address: address ?? (one.at.kind === 'default' ? undefined : one.at.address) }));
  const wrong = findings.length === 0 ? [] : findings.filter(({ rule }) => rules.includes(rule));
  const groups = new Set(rules.map((rule) => lintRules[rule].group));
  // What has not the form of a policy means nothing that could be judged.
  const unreadable = groups.has('form') ? wrong.filter(({ rule }) => lintRules[rule].group === 'form') : [];
  const failing = wrong.filter((one) => !unreadable.includes(one));
  if (failing.length > 0) return fails(evidence(failing), summary(failing));
  if (unreadable.length > 0) return undecided(unreadable.slice(0, MOST_SHOWN).map(({ message, at }) => ({ kind: 'malformed', detail: message, at: at.kind === 'source' ? at : undefined })), evidence(unreadable), summary(unreadable));
  const unjudged = open.filter(({ group }) => group === undefined || groups.has(group)).map(({ reason }) => reason);
  // Nothing in it decided: the document as a whole is what was read.
  const whole = (state: 'set' | 'unknown'): readonly Evidence[] => [{ path, state, at, address: address ?? (at.kind === 'default' ? undefined : at.address) }];
  return unjudged.length > 0 ? undecided([...new Set(unjudged)], whole('unknown')) : holds(whole('set'));
}

const summary = ([first, ...more]: readonly LintFinding[]): string => `${first?.message ?? ''}${more.length === 0 ? '' : `; and ${more.length} more`}`;

/** All rules of some groups, but those that a check of their own asks. */
export const rulesOf = (...groups: readonly (typeof lintRules)[LintRule]['group'][]): readonly LintRule[] =>
  (Object.keys(lintRules) as LintRule[]).filter((rule) => groups.includes(lintRules[rule].group) && rule !== 'denies-nothing');
