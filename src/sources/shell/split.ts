/**
 * The commands of a shell script, as far as can be told without running it: lists, pipes, groups, conditions and loops are walked through,
 * `sh -c`, `eval`, `sudo`, `env` and the like are looked into. What is left open (a script fetched and run, a name that is a variable)
 * stays visible as a word that is not known.
 */
import { knownText, type LookUp, type Piece } from './parameter.js';
import { tokenize, type Token, type Word } from './words.js';
import { innerCommand } from './wrappers.js';

export interface Command {
  /** The name and its arguments; assignments before it and redirections taken out. */
  readonly words: readonly Word[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly { readonly operator: string; readonly target: Word }[];
  /** What joins it to the command before it, `$(` of the first in a substitution: `;`, `&&`, `||`, `|`, `&`. */
  readonly joined: string;
  /** Runs only where a condition holds, or again and again. */
  readonly conditional: boolean;
  /** Which wrapper runs it: `sudo`, `sh`, `env`. */
  readonly via?: string;
  readonly start: number;
  readonly end: number;
}

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

export interface Split {
  readonly commands: readonly Command[];
  /** Set where the script was too deep or too long to be read whole. */
  readonly cut?: string;
}

const DEEPEST = 12;
const MOST_COMMANDS = 20_000;
const OPENING = new Set(['if', 'while', 'until', 'elif']);
const SKIPPED = new Set(['then', 'else', 'do', 'fi', 'done', 'esac', '{', '}', '!', 'time', 'fi;', 'coproc']);

/** `offset` is added to every position: of a script that stands inside another. */
export function splitShell(script: string, lookUp: LookUp): Split {
  const splitter = new Splitter(lookUp);
  splitter.script(script, 0, 0, undefined, ';');
  return { commands: splitter.commands, ...(splitter.cut === undefined ? {} : { cut: splitter.cut }) };
}

class Splitter {
  readonly commands: Command[] = [];
  cut: string | undefined;
  /** Variables that the script sets itself; undefined: to something that is not known. */
  private readonly own = new Map<string, readonly Piece[] | undefined>();
  private readonly lookUp: LookUp;

  constructor(outer: LookUp) {
    this.lookUp = (name) => {
      if (!this.own.has(name)) return outer(name);
      return { pieces: this.own.get(name) ?? [{ reason: { kind: 'unresolved', detail: `\`$${name}\` is set by the script while it runs` }, variable: name }] };
    };
  }

  /** `fixed`: where words stand when the text is not part of the file as it is (an argument of `sh -c`). */
  script(text: string, offset: number, depth: number, via: string | undefined, joined: string, fixed?: { readonly start: number; readonly end: number }, conditional = false): void {
    if (depth > DEEPEST) {
      this.cut = `commands nested deeper than ${DEEPEST} levels`;
      return;
    }
    // Assignments change what follows them, so that the text is read command by command.
    this.findAssignments(text);
    const { tokens, substitutions } = tokenize(text, this.lookUp);
    const place = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({ ...one, ...(fixed ?? { start: one.start + offset, end: one.end + offset }) });
    this.walk(tokens.map(place), depth, via, joined, conditional);
    for (const inner of substitutions) {
      this.script(inner.text, offset + inner.offset, depth + 1, via, '$(', fixed, conditional);
    }
  }

  /** A name that is set once, to a text that is known, has that value; one that is set twice, or in a loop, has any. */
  private findAssignments(text: string): void {
    for (const match of text.matchAll(/(?:^|[\s;&|(])(?:export\s+|local\s+|readonly\s+)?([A-Za-z_]\w*)\+?=("[^"$`\\]*"|'[^']*'|[^\s;&|()"'$`\\]*)(?=$|[\s;&|)])(?=\s*(?:$|[;&|)\n]))|(?:^|[\s;&|(])for\s+([A-Za-z_]\w*)|(?:^|[\s;&|(])([A-Za-z_]\w*)\+?=|(?:^|[\s;&|(])read\s+(?:-\w+\s+)*([A-Za-z_]\w*)/g)) {
      const [, plain, value = '', loop, other, read] = match;
      const name = plain ?? loop ?? other ?? read;
      if (name === undefined) continue;
      this.own.set(name, plain === undefined || this.own.has(name) ? undefined : [value.replace(/^(['"])(.*)\1$/s, '$2')]);
    }
  }

  private walk(tokens: readonly Token[], depth: number, via: string | undefined, first: string, outerCondition: boolean): void {
    let joined = first;
    let conditions = outerCondition ? 1 : 0;
    let inCase = 0;
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at]!;
      if (token.kind === 'operator') {
        if (token.text !== '(' && token.text !== ')') joined = token.text === '\n' || token.text.startsWith(';') ? ';' : token.text === '|&' ? '|' : token.text;
        at++;
        if (token.text.startsWith(';;') && inCase > 0) at = afterPattern(tokens, at);
        continue;
      }
      if (token.kind === 'word' && !token.quoted) {
        const word = knownText(token.pieces);
        if (word !== undefined && OPENING.has(word)) {
          if (word !== 'elif') conditions++;
          at++;
          continue;
        }
        if (word !== undefined && SKIPPED.has(word)) {
          if (word === 'fi' || word === 'done') conditions = Math.max(outerCondition ? 1 : 0, conditions - 1);
          if (word === 'esac' && inCase > 0) {
            inCase--;
            conditions = Math.max(outerCondition ? 1 : 0, conditions - 1);
          }
          at++;
          continue;
        }
        if (word === 'for' || word === 'select') {
          conditions++;
          while (at < tokens.length && !(tokens[at]!.kind === 'operator' && /^[;\n]$/.test((tokens[at] as { readonly text: string }).text)) && !isWord(tokens[at], 'do')) at++;
          continue;
        }
        if (word === 'case') {
          inCase++;
          conditions++;
          while (at < tokens.length && !isWord(tokens[at], 'in')) at++;
          at = afterPattern(tokens, at + 1);
          continue;
        }
        if (word === 'function') {
          at += 2;
          continue;
        }
      }
      at = this.simple(tokens, at, depth, via, joined, conditions > 0 || joined === '||');
    }
  }

  private simple(tokens: readonly Token[], from: number, depth: number, via: string | undefined, joined: string, conditional: boolean): number {
    const words: Word[] = [];
    const assignments: Assignment[] = [];
    const redirects: { operator: string; target: Word }[] = [];
    let at = from;
    for (; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.kind === 'operator') break;
      if (token.kind === 'redirect') {
        const target = tokens[at + 1];
        if (target?.kind === 'word') {
          redirects.push({ operator: token.text.replace(/^\d+/, ''), target });
          at++;
        }
        continue;
      }
      const assignment = words.length === 0 ? assignmentOf(token) : undefined;
      if (assignment !== undefined) assignments.push(assignment);
      else words.push(...splitValue(token));
    }
    // `<<EOF` alone is a here-document that the builder runs.
    if (words.length === 0 && assignments.length === 0 && redirects.every(({ operator }) => operator.startsWith('<<'))) return Math.max(at, from + 1);
    if (this.commands.length >= MOST_COMMANDS) {
      this.cut = `more than ${MOST_COMMANDS} commands`;
      return tokens.length;
    }
    const places = [...words, ...assignments.map(({ value }) => value), ...redirects.map(({ target }) => target)];
    // A parenthesis right after the only word makes it a function: its body follows as commands of their own.
    const made: Command = {
      words,
      assignments,
      redirects,
      joined,
      conditional,
      ...(via === undefined ? {} : { via }),
      start: Math.min(...places.map(({ start }) => start)),
      end: Math.max(...places.map(({ end }) => end)),
    };
    this.commands.push(made);
    const inner = depth > DEEPEST ? undefined : innerCommand(words);
    if (inner !== undefined) {
      if ('script' in inner) {
        const text = knownText(inner.script.pieces);
        if (text !== undefined) this.script(text, 0, depth + 1, inner.name, joined, { start: inner.script.start, end: inner.script.end }, conditional);
      } else this.simple(inner.words, 0, depth + 1, inner.name, joined, conditional);
    }
    return at;
  }
}

const isWord = (token: Token | undefined, text: string): boolean => token?.kind === 'word' && !token.quoted && knownText(token.pieces) === text;

/** Past a pattern of `case` and its parenthesis; where none follows (`esac`), right there. */
function afterPattern(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]!.kind === 'operator' && /^[;\n]$/.test((tokens[at] as { readonly text: string }).text)) at++;
  if (isWord(tokens[at], 'esac')) return at;
  while (at < tokens.length) {
    const token = tokens[at++]!;
    if (token.kind === 'operator' && token.text === ')') break;
  }
  return at;
}

function assignmentOf(word: Word): Assignment | undefined {
  const [first, ...rest] = word.pieces;
  if (typeof first !== 'string') return undefined;
  const match = /^([A-Za-z_]\w*)\+?=(.*)$/s.exec(first);
  if (match === null) return undefined;
  return { name: match[1]!, value: { ...word, pieces: match[2] === '' && rest.length > 0 ? rest : [match[2]!, ...rest] } };
}

/** A variable that stands alone gives as many words as its value has. */
function splitValue(word: Word): readonly Word[] {
  const text = word.splits ? knownText(word.pieces) : undefined;
  if (text === undefined) return [word];
  return text.split(/\s+/).filter((one) => one !== '').map((one) => ({ ...word, pieces: [one], splits: false }));
}
