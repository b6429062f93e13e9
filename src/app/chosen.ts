/** The checks that a command was told to run. */
import type { Check } from '../checks/define.js';
import { select, type Selected, type Selection } from '../checks/select.js';
import { TargetError } from './target-error.js';

export const chosenChecks = async (selection: Selection): Promise<readonly Check[]> => (await chosen((await import('../checks/registry.js')).registry, selection)).checks;

/** Throws TargetError for a selector that means no check. */
export async function chosen(all: readonly Check[], selection: Selection): Promise<Selected> {
  const selected = select(all, selection);
  if (selected.strangers.length > 0) throw new TargetError(await strange(selected.strangers, all));
  return selected;
}

async function strange(selectors: readonly string[], all: readonly Check[]): Promise<string> {
  const { nearest } = await import('../model/nearest.js');
  const near = selectors.length === 1 ? nearest(selectors[0] ?? '', all.map(({ id }) => id)) : undefined;
  return `no check is called ${selectors.map((one) => `\`${one}\``).join(', ')}${near === undefined ? '' : `; did you mean \`${near}\`?`}${near === undefined ? ';' : ''} \`demarc checks\` lists them`;
}
