/** A few lines of source around a value, with the value marked. */
import { masked, maskedColumn } from '../ledger/redact-lines.js';
import { forFrame } from './escape.js';
import type { Source } from './source.js';

export interface FrameOptions {
  readonly source: Source;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly width: number;
  readonly dim: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** Lines shown before the marked one, and after it. */
const BEFORE = 1;
const AFTER = 1;

export function frame({ source: { lines, secrets }, line, column = 1, endLine = line, endColumn, width, dim, mark }: FrameOptions): readonly string[] {
  const last = Math.min(lines.length, line + AFTER);
  const gutter = String(last).length;
  const room = Math.max(20, width - gutter - 6);
  const made: string[] = [];
  for (let at = Math.max(1, line - BEFORE); at <= last; at++) {
    const raw = lines[at - 1];
    if (raw === undefined) continue;
    const ranges = secrets.get(at - 1);
    const clean = masked(raw, ranges);
    const text = cut(forFrame(clean), room);
    const number = String(at).padStart(gutter);
    if (at !== line) {
      if (text.trim() !== '') made.push(`  ${dim(`${number} │ ${text}`)}`);
      continue;
    }
    made.push(`  ${number} ${mark('│')} ${text}`);
    // Masked secrets and shown control characters move columns.
    const shown = (to: number): number => forFrame(clean.slice(0, maskedColumn(to - 1, ranges))).length;
    const start = shown(column);
    const end = Math.min(room, endLine === line && endColumn !== undefined ? shown(endColumn) : text.trimEnd().length);
    if (start < room) made.push(`  ${' '.repeat(gutter)} ${mark('│')} ${' '.repeat(start)}${mark('─'.repeat(Math.max(1, end - start)))}`);
  }
  return made;
}

const cut = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);
