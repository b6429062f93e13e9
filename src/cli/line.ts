import { UsageError } from './usage.js';

export function lineCommand(subjects: readonly string[], _given: object): Promise<void> {
  throw new UsageError(`cannot read the line of ${subjects.join(', ')} yet`);
}
