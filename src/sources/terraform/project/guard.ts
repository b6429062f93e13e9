/** Holds what is being computed now, so that names which refer to one another in a circle, or in too long a row, end. */
import type { Position, SourceError } from '../../../model/index.js';
import { errorValue, unknownValue, type TfValue } from '../language/value.js';

/** Each name costs a dozen frames of the stack. */
const DEEPEST = 250;

export class Guard {
  /** Outermost first. */
  private readonly path = new Set<string>();

  constructor(private readonly errors: SourceError[]) {}

  run(name: string, at: Position | undefined, compute: () => TfValue): TfValue {
    if (this.path.has(name)) {
      const path = [...this.path];
      const message = `goes round in a circle: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`;
      if (at !== undefined) this.errors.push({ file: at.file, line: at.line, column: at.column, message });
      return errorValue(message, at);
    }
    if (this.path.size >= DEEPEST) return unknownValue({ kind: 'budget', detail: `more than ${DEEPEST} names refer to one another in a row`, at });
    this.path.add(name);
    try {
      return compute();
    } finally {
      this.path.delete(name);
    }
  }
}
