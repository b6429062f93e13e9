/** Markdown for a pull request: the sum, the findings as a table, the rows by layer. */
import { codeSpan, forMarkdown } from './escape.js';
import { findings, mainEvidence, place, plural, rowsByLayer, totals, type Report } from './report.js';

/** Forges cut long comments; the rest is in the other formats. */
const MOST = 200;

export const markdown: Report = ({ ledger, checks }) => {
  const { yours, open, locked, unverified, accepted, provider } = totals(ledger);
  const failed = findings(ledger);
  const out = ['# demarc', '', `Of ${plural(yours + provider, 'row')} the provider holds ${provider} and you hold ${yours}: **${open} open**, ${locked} locked, ${unverified} not verified${accepted > 0 ? `, ${accepted} accepted` : ''}.`, ''];
  if (failed.length > 0) {
    out.push(`## ${plural(failed.length, 'finding')}`, '', '| severity | check | resource | where | what |', '|---|---|---|---|---|');
    for (const verdict of failed.slice(0, MOST)) {
      const { severity, check, resource, message } = verdict;
      out.push(`| ${severity} | ${forMarkdown(checks.get(check)?.title ?? check)} (${codeSpan(check)}) | ${codeSpan(resource.address)} | ${codeSpan(place(mainEvidence(verdict) ?? resource))} | ${forMarkdown(message)} |`);
    }
    if (failed.length > MOST) out.push('', `and ${failed.length - MOST} more`);
    out.push('');
  }
  const table = rowsByLayer(ledger);
  if (table.size > 0) {
    out.push('## The line', '', '| layer | provider | locked | open | not verified |', '|---|--:|--:|--:|--:|');
    for (const [layer, counts] of table) out.push(`| ${layer} | ${counts.provider} | ${counts.locked + counts.accepted} | ${counts.open} | ${counts.unverified} |`);
    out.push('');
  }
  const unread = [...ledger.errors.map(({ file, line, column, message }) => `${codeSpan(place({ file, line, column }))}: ${forMarkdown(message)}`), ...ledger.coverage.filter(({ answered }) => !answered).map(({ subject, reason }) => `${codeSpan(subject)}: ${forMarkdown(reason ?? '')}`)];
  if (unread.length > 0) {
    out.push('## Not read', '', ...unread.slice(0, MOST).map((line) => `- ${line}`));
    if (unread.length > MOST) out.push(`- and ${unread.length - MOST} more`);
    out.push('');
  }
  return out.join('\n');
};
