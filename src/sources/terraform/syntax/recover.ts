/** Where to go on after a syntax error. Works on characters alone and iteratively: the text is known to be broken. */

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const HEADER = /(?:resource|data|module|variable|output|provider|locals|terraform)\b[ \t]*["{]/y;

/**
 * The end of the broken item that starts at `from`: the first line end behind `problem` at which its brackets are
 * balanced, or before a brace that closes the enclosing block, or before a line that opens a new top-level block.
 */
export function skipBroken(source: string, from: number, problem: number): number {
  const open: string[] = [];
  let pos = from;
  while (pos < source.length) {
    const char = source[pos]!;
    if (char === '\n') {
      if (open.length === 0 && pos >= problem) return pos;
      HEADER.lastIndex = pos + 1;
      if (pos >= problem && HEADER.test(source)) return pos;
    } else if (char === '"') {
      pos = endOfString(source, pos);
      continue;
    } else if (char === '#' || source.startsWith('//', pos)) {
      pos = lineEnd(source, pos);
      continue;
    } else if (source.startsWith('/*', pos)) {
      const end = source.indexOf('*/', pos + 2);
      pos = end < 0 ? source.length : end + 2;
      continue;
    } else if (source.startsWith('<<', pos)) {
      pos = endOfHeredoc(source, pos);
      continue;
    } else if (CLOSER[char] !== undefined) {
      open.push(CLOSER[char]);
    } else if (char === '}' || char === ']' || char === ')') {
      if (open.at(-1) === char) open.pop();
      else if (char === '}') {
        const opened = open.lastIndexOf('}');
        if (opened >= 0) open.length = opened;
        else if (pos >= problem) return pos;
      }
    }
    pos += 1;
  }
  return source.length;
}

const lineEnd = (source: string, pos: number): number => {
  const end = source.indexOf('\n', pos);
  return end < 0 ? source.length : end;
};

/** Behind the closing quote, or at the end of the line. */
function endOfString(source: string, start: number): number {
  let pos = start + 1;
  while (pos < source.length) {
    const char = source[pos];
    if (char === '\n') return pos;
    if (char === '"') return pos + 1;
    pos += char === '\\' ? 2 : 1;
  }
  return source.length;
}

function endOfHeredoc(source: string, start: number): number {
  const match = /^<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n/.exec(source.slice(start, start + 200));
  if (match === null) return start + 2;
  let line = start + match[0].length;
  while (line < source.length) {
    const end = lineEnd(source, line);
    if (source.slice(line, end).trim() === match[1]) return end;
    line = end + 1;
  }
  // Never closed: then it is not the heredoc that hides the rest.
  return start + match[0].length - 1;
}
