import type { HistoryStep } from './config.js';

/** The step that made a layer: steps that only changed the configuration made none. */
export function createdBy(history: readonly HistoryStep[], layer: number): string | undefined {
  let index = -1;
  for (const { createdBy, empty } of history) {
    if (!empty && ++index === layer) return createdBy === '' ? undefined : createdBy;
  }
  return undefined;
}
