import type { Found } from './judge.js';
import type { Build } from './steps.js';

/** Instructions that a later one of the same stage overrules. */
export function repeated({ steps }: Build, keyword: string): readonly Found[] {
  const last = new Map<string, number>();
  const own = steps.filter((step) => step.keyword === keyword);
  for (const { stage, onBuild, index } of own) last.set(`${stage} ${onBuild}`, index);
  return own.filter(({ stage, onBuild, index }) => last.get(`${stage} ${onBuild}`) !== index).map(({ evidence }) => ({ evidence, message: `\`${keyword}\` is overruled by a later one of the stage` }));
}
