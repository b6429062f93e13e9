import { wantsColor, width } from './scan.js';
import { liveOptions, type LiveFlags } from './live.js';
import { setup, type InputFlags } from './setup.js';
import { UsageError } from './usage.js';

interface LineFlags extends InputFlags, LiveFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

export async function lineCommand(subjects: readonly string[], given: object): Promise<void> {
  const flags = given as LineFlags;
  const { options } = await setup(flags);
  const { line } = await import('../app/line.js');
  const result = await line(subjects, { ...options, live: liveOptions(flags) });
  if (subjects.includes('aws') && result.ledger !== undefined) {
    if (subjects.length > 1) throw new UsageError('`aws` is a table of its own: ask for it alone');
    const { accountAsMarkdown, accountAsText, accountLine } = await import('../reports/account.js');
    const account = accountLine(result.ledger, new Map(result.resources.map(({ id, line: { type } }) => [id, type])));
    const text = flags.format === 'json' ? `${JSON.stringify({ account, resources: result.resources }, null, 2)}\n` : flags.format === 'markdown' ? accountAsMarkdown(result.ledger, account) : accountAsText(result.ledger, account, { color: wantsColor() });
    process.stdout.write(text);
    return;
  }
  if (flags.format === 'json') {
    process.stdout.write(`${JSON.stringify({ types: result.types.map((one) => one.line), resources: result.resources }, null, 2)}\n`);
    return;
  }
  const { lineAsMarkdown, lineAsText } = await import('../reports/line.js');
  process.stdout.write(flags.format === 'markdown' ? lineAsMarkdown(result) : lineAsText(result, { width: width(), color: wantsColor() }));
}
