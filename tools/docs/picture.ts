/** Writes docs/scan.svg: the first lines of the real report of the shipped example, as a terminal shows them. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const LINES = 34;
const COLORS: Readonly<Record<string, string>> = { '31': '#ff6b6b', '32': '#69db7c', '33': '#ffd43b', '34': '#74c0fc', '35': '#e599f7', '36': '#66d9e8' };

const output = execFileSync(process.execPath, ['dist/cli.js', 'scan', 'examples/photo-share/open', '--soft-fail', '--as-of', '2026-11-01'], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '96', NO_COLOR: '' },
});
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line of SGR-coloured text as tspans. */
function spans(line: string): string {
  let color = '#dee2e6';
  let bold = false;
  let dim = false;
  return line
    .split(/(\u001b\[[0-9;]*m)/)
    .map((piece) => {
      const code = /^\u001b\[([0-9;]*)m$/.exec(piece)?.[1];
      if (code === undefined) return piece === '' ? '' : `<tspan fill="${dim ? '#868e96' : color}"${bold ? ' font-weight="bold"' : ''}>${escape(piece)}</tspan>`;
      if (code === '1') bold = true;
      else if (code === '2') dim = true;
      else if (code === '22') bold = dim = false;
      else if (code === '39' || code === '0') color = '#dee2e6';
      else color = COLORS[code] ?? color;
      return '';
    })
    .join('');
}

const lines = output.split('\n').slice(1, LINES + 1);
const height = lines.length * 18 + 32;
writeFileSync(
  'docs/scan.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="${height}" viewBox="0 0 860 ${height}" role="img" aria-label="demarc scan examples/photo-share/open">
<rect width="860" height="${height}" rx="8" fill="#1a1b1e"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${lines.map((line, i) => `<text x="20" y="${30 + i * 18}">${spans(line)}</text>`).join('\n')}
</g>
</svg>
`,
);
