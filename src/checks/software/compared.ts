/** What the checks share that ask whether packages were compared with known vulnerabilities at all. */
import { because, cursor, evidenceOf, fails, holds, items, not, isAbsent, undecided, type Condition, type Field, type Reason, type View } from '../../model/index.js';
import type { CheckDefinition, Example } from '../define.js';
import { softwareTypes, type Comparison } from '../software.js';
import { days } from '../vulnerability/finding.js';

type Definition = CheckDefinition<(typeof softwareTypes)[number]>;

const layers = {
  os: { property: 'OperatingSystemPackages', what: 'operating-system packages' },
  application: { property: 'ApplicationPackages', what: 'dependencies' },
} as const;

/** Records change daily: older ones are said to be old; what was published since then was not compared with. */
const OLD = 7;
const TOO_OLD = 30;

export function compared(layer: keyof typeof layers): Definition {
  const { property, what } = layers[layer];
  const example = (...lines: readonly string[]): Example => ({
    format: 'cloudformation',
    text: `AWSTemplateFormatVersion: 2010-09-09
Resources:
  Image:
    Type: Demarc::Container::Image
    Properties:
      Digest: sha256:0000
      ${property}:
        Packages: 120
${lines.map((line) => `        ${line}\n`).join('')}`,
  });
  return {
    id: `software-${layer}-compared`,
    title: `All ${what} are compared with the vulnerabilities that are known by now`,
    row: layer,
    severity: 'high',
    on: softwareTypes,
    why: `Packages that nobody compares with the published records are not known to be sound, however few findings a report shows.`,
    cwe: ['CWE-1104'],
    judgement: {
      detection: 'hard: what was not looked at looks like what is clean',
      effort: 'minutes: `demarc db update` fetches the records',
      reach: `all ${what} of what was scanned`,
      trap: 'no findings are taken for no vulnerabilities',
    },
    applies: (software) => {
      const present = not(isAbsent(software[property]));
      return cursor(software[property]).tree?.kind === 'unknown' ? holds([evidenceOf(software[property])]) : present;
    },
    evaluate: (software) => whollyCompared(software[property], what),
    fix: {
      terraform: `# Terraform has no words for what an image holds. Fetch the records:
demarc db update`,
      cloudformation: `# CloudFormation has no words for what an image holds. Fetch the records:
demarc db update`,
    },
    references: ['https://ossf.github.io/osv-schema/', 'https://google.github.io/osv.dev/data/'],
    equivalents: {},
    examples: {
      good: [example('Compared: 120', 'RecordsOf: 2026-10-30', 'AgeInDays: 2')],
      bad: [example('Compared: 120', 'RecordsOf: 2026-07-30', 'AgeInDays: 94')],
      unknown: [
        example('Compared: 120', 'RecordsOf: 2026-10-30', 'AgeInDays: 2', 'NotRead: [{ File: var/lib/x, Reason: it is cut off }]'),
        example('Compared: 100', 'RecordsOf: 2026-10-30', 'AgeInDays: 2', 'NotCompared: [{ Packages: 20, Ecosystem: npm, Reason: the database holds no records of npm, Example: left-pad }]'),
      ],
    },
  };
}

function whollyCompared(comparison: View<Comparison>, what: string): Condition {
  const { tree } = cursor(comparison);
  const evidence = [comparison.Packages, comparison.Compared, comparison.Records, comparison.RecordsOf, comparison.AgeInDays].filter((field: Field<unknown>) => cursor(field).tree !== undefined).map((field) => evidenceOf(field as Field<unknown>));
  if (tree?.kind === 'unknown') return undecided([tree.reason], [evidenceOf(comparison)], `${what} were not compared with known vulnerabilities: ${tree.reason.detail}`);
  const age = Number(value(comparison.AgeInDays));
  const old = age > OLD ? `, which is old: \`demarc db update\` fetches newer ones` : '';
  if (age > TOO_OLD) return fails(evidence, `${what} were compared with records of ${value(comparison.RecordsOf)}, ${days(age)} old: what was published since then is not known; \`demarc db update\` fetches it`);
  const { views } = items(comparison.NotCompared);
  const { views: unread } = items(comparison.NotRead);
  if (views.length + unread.length === 0) return because(holds(evidence), `${value(comparison.Compared)} ${what} were compared with ${value(comparison.Records)} records of ${value(comparison.RecordsOf)}, ${days(age)} old${old}`.replace('  ', ' '));
  const reasons = [...views.map((one): Reason => ({ kind: value(one.Ecosystem) === '' ? 'not-supported' : 'not-collected', detail: `${value(one.Packages)} of ${value(comparison.Packages)} ${what}${value(one.Example) === '' ? '' : ` (\`${value(one.Example)}\` …)`} were not compared: ${value(one.Reason)}` })), ...unread.map((one): Reason => ({ kind: 'malformed', detail: `not all ${what} are known: ${value(one.File) === '' ? '' : `\`${value(one.File)}\` `}${value(one.Reason)}` }))];
  return undecided(reasons, [...evidence, ...(views.length === 0 ? [] : [evidenceOf(comparison.NotCompared)]), ...(unread.length === 0 ? [] : [evidenceOf(comparison.NotRead)])], `${reasons.map(({ detail }) => detail).join('; ')}${old}`);
}

function value(field: Field<unknown>): string {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : '';
}
