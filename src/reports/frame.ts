/** A few lines of source around a value, with the value marked. */
import { redactLine } from '../ledger/redact.js';
import { forFrame } from './escape.js';

export interface FrameOptions {
  readonly lines: readonly string[];
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly width: number;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Lines shown before the marked one. */
const BEFORE = 1;
const AFTER = 1;

export function frame({ lines, line, column = 1, endLine = line, endColumn, width, dim, mark }: FrameOptions): readonly string[] {
  const last = Math.min(lines.length, line + AFTER);
  const first = Math.max(1, line - BEFORE);
  const gutter = String(last).length;
  const room = Math.max(20, width - gutter - 6);
  const made: string[] = [];
  for (let at = first; at <= last; at++) {
    const raw = lines[at - 1];
    if (raw === undefined) continue;
    const text = cut(forFrame(redactLine(raw)), room);
    const number = String(at).padStart(gutter);
    if (at !== line) {
      if (text.trim() !== '') made.push(`  ${dim(`${number} │ ${text}`)}`);
      continue;
    }
    made.push(`  ${number} ${mark('│')} ${text}`);
    // Tabs widen and masked secrets shorten a line: the mark starts where the text before it ends.
    const before = forFrame(raw.slice(0, column - 1)).length;
    const end = endLine === line && endColumn !== undefined ? forFrame(raw.slice(0, endColumn - 1)).length : text.length;
    const length = Math.max(1, Math.min(end, text.length) - before);
    if (before < room) made.push(`  ${' '.repeat(gutter)} ${mark('│')} ${' '.repeat(before)}${mark('─'.repeat(Math.min(length, room - before)))}`);
  }
  return made;
}

const cut = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);
