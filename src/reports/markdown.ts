/** Markdown for a pull request: the sum, the findings as a table, the rows by layer. */
import { codeSpan, forMarkdown, prose } from './escape.js';
import { findings, mainEvidence, place, plural, rowsByLayer, summary, type Report } from './report.js';
import { unread } from './unread.js';

/** Forges cut long comments; the rest is in the other formats. */
const MOST = 200;

export const markdown: Report = ({ ledger, checks }) => {
  const failed = findings(ledger);
  const out = ['# demarc', '', summary(ledger, (part) => `**${part}**`), ''];
  if (failed.length > 0) {
    out.push(`## ${plural(failed.length, 'finding')}`, '', '| severity | check | resource | where | what |', '|---|---|---|---|---|');
    for (const verdict of failed.slice(0, MOST)) {
      const { severity, check, resource, message } = verdict;
      out.push(`| ${severity} | ${forMarkdown(checks.get(check)?.title ?? check)} (${codeSpan(check)}) | ${codeSpan(resource.address)} | ${codeSpan(place(mainEvidence(verdict) ?? resource))} | ${prose(message)} |`);
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
  const groups = unread(ledger);
  if (groups.length > 0) {
    out.push('## Not verified, and why', '');
    for (const { title, lines } of groups) {
      out.push('<details>', `<summary>${forMarkdown(title)}</summary>`, '', ...lines.slice(0, MOST).map((line) => `- ${prose(line)}`), ...(lines.length > MOST ? [`- and ${lines.length - MOST} more`] : []), '', '</details>', '');
    }
  }
  return out.join('\n');
};
