/** What the checks of leaked secrets share: one question, a severity each. */
import { because, cursor, equals, evidenceOf, items, not, type Condition, type Field, type Severity } from '../../model/index.js';
import type { CheckDefinition, Example, PropertiesOf } from '../define.js';

type Leak = PropertiesOf<'Demarc::Secret::Leak'>;
type Grade = Extract<Severity, 'critical' | 'high' | 'medium' | 'low'>;

/** The definition of one of them; `grade` is how much the secret opens. */
export function noLeakedSecret(grade: Grade): CheckDefinition<'Demarc::Secret::Leak'> {
  return {
    id: `secret-leaked-${grade}`,
    title: `No secret of ${grade} severity is left in files, history, logs or images`,
    row: 'secrets',
    severity: grade,
    on: 'Demarc::Secret::Leak',
    why: 'Whoever reads the place reads the key, and uses it from anywhere without breaking in. Public repositories and images are searched for keys within minutes; private ones are copied to every machine that works with them.',
    cwe: ['CWE-798', 'CWE-540'],
    judgement: {
      detection: 'easy where it is looked for: also in the history and in layers that a later one hides',
      effort: 'hours: revoke it first, then take it out; taking it out alone helps nobody',
      reach: 'whatever the secret opens',
      trap: 'the file was deleted in the next commit or layer, and so it is believed to be gone',
    },
    applies: (leak) => equals(leak.Severity, grade),
    evaluate: (leak) => because(withEvidence(not(equals(leak.Status, 'leaked')), leak), (truth) => (truth === true ? undefined : said(leak, truth === 'unknown'))),
    fix: {
      terraform: `# Revoke it first. Then read it from a manager when it is needed:
data "aws_secretsmanager_secret_version" "database" {
  secret_id = "database"
}`,
      cloudformation: `# Revoke it first. Then let the service read it from a manager:
MasterUserPassword: '{{resolve:secretsmanager:database:SecretString:password}}'`,
    },
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html', 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository'],
    equivalents: {},
    examples: { good: [example(grade, 'Status: revoked')], bad: [example(grade, 'Status: leaked')], unknown: [example(grade, 'Status: !Ref Status')] },
  };
}

const example = (grade: Grade, status: string): Example => ({
  format: 'cloudformation',
  text: `AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Status:
    Type: String
Resources:
  Leak:
    Type: Demarc::Secret::Leak
    Properties:
      Rule: aws-access-key
      Title: AWS access key
      Severity: ${grade}
      Redacted: AKIA… (20 characters)
      Places: ['.env:1']
      Commit: 984dd78275cd78aea8e8089a0fd2b0882a850b1d
      Date: 2023-12-04
      InTree: []
      ${status}
`,
});

const shown = ['Redacted', 'Fingerprint', 'Account', 'Principal', 'KeyStatus', 'Places', 'Commit', 'Date', 'Author', 'InTree', 'Versions', 'Layer', 'CreatedBy', 'RemovedBy', 'Can', 'Revoke'] as const;

/** What a reader needs to find and revoke it. */
function withEvidence(condition: Condition, leak: Leak): Condition {
  const more = shown.map((name) => leak[name] as Field<unknown>).filter((field) => cursor(field).tree !== undefined).map(evidenceOf);
  return { ...condition, evidence: [...condition.evidence, ...more] };
}

function said(leak: Leak, unknown: boolean): string {
  const where = history(leak) ?? layer(leak) ?? '';
  const account = text(leak.Account);
  const status = text(leak.KeyStatus);
  const whose = account === '' ? '' : ` of account ${account}`;
  const parts = [`${text(leak.Title)} \`${text(leak.Redacted)}\`${unknown ? ', whether it was revoked is not known' : ''}${whose}${status === '' ? '' : `, which is ${status} there`}${where}`, `who has it can ${text(leak.Can)}`, `to do: ${text(leak.Revoke)}`];
  return parts.filter((part) => !/(?:can|do:) $/.test(part)).join('; ');
}

function history(leak: Leak): string | undefined {
  const date = text(leak.Date).slice(0, 10);
  if (cursor(leak.InTree).tree === undefined) return undefined;
  const commit = text(leak.Commit).slice(0, 12);
  const since = commit === '' ? ' in the history, under no commit' : ` in the history since ${date} (commit ${commit})`;
  const there = items(leak.InTree).views.map(text);
  return `${since}; ${there.length === 0 ? 'no longer in the tree, still in the history' : `still in the tree: ${there.slice(0, 3).join(', ')}${there.length > 3 ? ' …' : ''}`}`;
}

function layer(leak: Leak): string | undefined {
  const digest = text(leak.Layer).slice(0, 19);
  if (digest === '') return undefined;
  return ` in layer ${digest}${text(leak.RemovedBy) === '' ? '' : `; layer ${text(leak.RemovedBy).slice(0, 19)} hides the file, which is in the image still`}`;
}

const text = (field: Field<unknown>): string => {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : '';
};
