/**
 * SARIF 2.1.0 as GitHub's code scanning takes it: every result has a location with a URI, rules carry `security-severity`,
 * fingerprints are ours, no `originalUriBaseIds`, at most 25,000 results.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { Severity, Verdict } from '../model/index.js';
import { forTerminal } from './escape.js';
import { byWeight, mainEvidence, type Report } from './report.js';

const MOST_RESULTS = 25_000;
const LEVELS: Readonly<Record<Severity, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
/** GitHub reads 9.0 and up as critical, 7.0 high, 4.0 medium, below low. */
const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' };

export const sarif: Report = ({ ledger, checks, version }) => {
  const failed = ledger.verdicts.filter(({ status }) => status === 'fail').sort(byWeight).slice(0, MOST_RESULTS);
  const ids = [...new Set(failed.map(({ check }) => check))].sort();
  const index = new Map(ids.map((id, i) => [id, i]));
  const rules = ids.map((id) => {
    const check = checks.get(id);
    const severity = check?.severity ?? 'medium';
    return {
      id,
      name: id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
      shortDescription: { text: check?.title ?? id },
      fullDescription: { text: check?.why ?? check?.title ?? id },
      help: { text: [check?.why, ...(check?.references ?? [])].filter(Boolean).join('\n') || id },
      ...(check?.references[0] === undefined ? {} : { helpUri: check.references[0] }),
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { 'security-severity': SCORES[severity], tags: ['security', ...(check === undefined ? [] : [check.row]), ...(check?.cwe ?? []).map((cwe) => `external/cwe/${cwe.toLowerCase()}`)] },
    };
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'demarc', semanticVersion: version, rules } },
        automationDetails: { id: 'demarc/' },
        columnKind: 'utf16CodeUnits',
        results: failed.map((verdict) => result(verdict, index.get(verdict.check) ?? 0)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result(verdict: Verdict, ruleIndex: number): object {
  const { check, id, message, severity, resource, exemption } = verdict;
  const evidence = mainEvidence(verdict);
  const at = evidence?.file === undefined ? resource : evidence;
  return {
    ruleId: check,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: plain(`${resource.address}: ${message}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(at.file ?? resource.file ?? resource.id) },
          region: { startLine: at.line ?? 1, startColumn: at.column ?? 1, ...('endLine' in at && at.endLine !== undefined ? { endLine: at.endLine, ...(at.endColumn === undefined ? {} : { endColumn: at.endColumn }) } : {}) },
        },
        logicalLocations: [{ fullyQualifiedName: resource.address, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'demarc/v1': id },
    ...(exemption === null ? {} : { suppressions: [{ kind: exemption.source.startsWith('config') ? 'external' : 'inSource', justification: exemption.reason }] }),
  };
}

/** Messages may hold links, written `[text](target)`: an input must not; and what prints them prints them to a terminal as often as not. */
const plain = (text: string): string => forTerminal(text).replaceAll('](', '] (');

/** A relative reference: each segment encoded, never empty, and never outside of the repository's root by `..` (GitHub drops those). */
const uri = (file: string): string =>
  file
    .split('/')
    .filter((segment, i) => segment !== '' || i === 0)
    .map(encodeURIComponent)
    .join('/')
    .replace(/^\//, '') || 'unknown';
