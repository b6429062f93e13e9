import { wantsColor, width } from './scan.js';
import { setup, type InputFlags } from './setup.js';

interface LineFlags extends InputFlags {
  readonly format: 'text' | 'json' | 'markdown';
}

export async function lineCommand(subjects: readonly string[], given: object): Promise<void> {
  const flags = given as LineFlags;
  const { options } = await setup(flags);
  const { line } = await import('../app/line.js');
  const result = await line(subjects, options);
  if (flags.format === 'json') {
    process.stdout.write(`${JSON.stringify({ types: result.types.map((one) => one.line), resources: result.resources }, null, 2)}\n`);
    return;
  }
  const { lineAsMarkdown, lineAsText } = await import('../reports/line.js');
  process.stdout.write(flags.format === 'markdown' ? lineAsMarkdown(result) : lineAsText(result, { width: width(), color: wantsColor() }));
}
