/** What `vulns` prints: a table for people, JSON for programs (schemas/vulnerabilities.schema.json). */
import { forTerminal } from '../reports/escape.js';
import { plural } from '../reports/report.js';
import { daysBetween } from './software.js';
import type { SubjectVulnerabilities, VulnsResult } from './vulns.js';

const WIDEST = 44;

/** A line a finding; those that are exempt come last, with why. */
export function vulnsAsText({ subjects, asOf }: VulnsResult): string {
  return subjects.map((subject) => tableOf(subject, asOf)).join('\n');
}

function tableOf({ subject, matched, reason, findings }: SubjectVulnerabilities, asOf: string): string {
  if (matched === undefined) return `${forTerminal(subject)}: not compared: ${forTerminal(reason ?? '')}\n`;
  const open = findings.filter(({ exemption }) => exemption === null);
  const exempt = findings.filter(({ exemption }) => exemption !== null);
  const rows = open.map(({ finding: { id, name, installed, severity, exploited, epss, unknown } }) => [
    unknown === undefined ? (severity?.rating ?? 'unscored') : 'unknown',
    severity?.score?.toFixed(1) ?? '',
    id,
    name,
    installed.map(({ version }) => version).join(', '),
    unknown === undefined ? [...new Set(installed.map(({ fixed }) => fixed ?? 'none'))].join(', ') : 'not known',
    [exploited === undefined ? '' : `exploited since ${exploited.since}`, epss === undefined ? '' : `EPSS ${(epss.score * 100).toFixed(1)} %`].filter((one) => one !== '').join(', '),
  ]);
  const lines = rows.length === 0 ? [] : columns([['SEVERITY', 'SCORE', 'VULNERABILITY', 'COMPONENT', 'INSTALLED', 'FIXED IN', ''], ...rows]);
  const count = `${open.length} known ${open.length === 1 ? 'vulnerability' : 'vulnerabilities'}`;
  const compared = matched.compared.map(({ ecosystem, count: packages, date, records }) => `${packages} of ${ecosystem} with ${records === undefined ? 'records' : records === 1 ? '1 record' : `${records} records`} of ${date.slice(0, 10)} (${plural(daysBetween(date, asOf), 'day')} old)`);
  return [
    `${forTerminal(subject)}: ${count}${exempt.length === 0 ? '' : `, ${exempt.length} exempt`}`,
    ...lines.map((line) => `  ${line}`),
    ...exempt.map(({ finding, exemption }) => `  exempt  ${forTerminal(`${finding.id}  ${finding.name}  ${exemption?.reason ?? ''} (${exemption?.source ?? ''})`)}`),
    ...compared.map((line) => `  compared: ${forTerminal(line)}`),
    ...matched.unmatched.map(({ ecosystem, count: packages, reason: why }) => `  not compared: ${forTerminal(`${packages}${ecosystem === undefined ? '' : ` of ${ecosystem}`}: ${why}`)}`),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => forTerminal(cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

export function vulnsAsJson({ asOf, subjects, ledger }: VulnsResult): string {
  return `${JSON.stringify(
    {
      version: 1,
      asOf,
      subjects: subjects.map(({ subject, matched, reason, findings }) => ({
        subject,
        ...(reason === undefined ? {} : { reason }),
        compared: matched?.compared ?? [],
        notCompared: matched?.unmatched ?? [],
        findings: findings.map(({ finding, exemption }) => ({
          ...finding,
          installed: finding.installed.map(({ components, ...one }) => ({ ...one, components: components.map(({ name, version, purl, places }) => ({ name, version, purl, places })) })),
          exemption,
        })),
      })),
      coverage: ledger.coverage,
      errors: ledger.errors,
    },
    null,
    2,
  )}\n`;
}
