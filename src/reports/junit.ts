/** JUnit XML: a suite for each check, a case for each resource; unknowns are skipped cases with their reason. */
import { forXml } from './escape.js';
import { mainEvidence, place, type Report } from './report.js';

export const junit: Report = ({ ledger, checks }) => {
  const suites = new Map<string, (typeof ledger.verdicts)[number][]>();
  for (const verdict of ledger.verdicts) {
    const there = suites.get(verdict.check);
    if (there === undefined) suites.set(verdict.check, [verdict]);
    else there.push(verdict);
  }
  const out = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const failing = (verdict: (typeof ledger.verdicts)[number]): boolean => verdict.status === 'fail' && verdict.exemption === null;
  out.push(`<testsuites name="demarc" tests="${ledger.verdicts.length}" failures="${ledger.verdicts.filter(failing).length}">`);
  for (const [id, verdicts] of [...suites].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const skipped = verdicts.filter(({ status, exemption }) => status === 'unknown' || exemption !== null).length;
    out.push(`  <testsuite name="${forXml(checks.get(id)?.title ?? id)}" id="${forXml(id)}" tests="${verdicts.length}" failures="${verdicts.filter(failing).length}" skipped="${skipped}">`);
    for (const verdict of verdicts) {
      const { resource, message, status, exemption, severity } = verdict;
      const at = mainEvidence(verdict) ?? resource;
      const open = `    <testcase name="${forXml(resource.address)}" classname="${forXml(id)}"${at.file === undefined ? '' : ` file="${forXml(at.file)}" line="${at.line ?? 1}"`}`;
      if (failing(verdict)) out.push(`${open}>`, `      <failure type="${severity}" message="${forXml(message)}">${forXml(`${place(at)} ${message}`)}</failure>`, '    </testcase>');
      else if (status === 'unknown') out.push(`${open}>`, `      <skipped message="${forXml(verdict.reasons[0]?.detail ?? message)}"/>`, '    </testcase>');
      else if (exemption !== null) out.push(`${open}>`, `      <skipped message="${forXml(`exempt: ${exemption.reason}`)}"/>`, '    </testcase>');
      else out.push(`${open}/>`);
    }
    out.push('  </testsuite>');
  }
  out.push('</testsuites>');
  return `${out.join('\n')}\n`;
};
