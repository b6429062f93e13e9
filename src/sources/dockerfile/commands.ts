/** The commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK as trees, whatever form they are written in. */
import { list, scalar, type List, type Reason, type SourceOrigin, type Tree } from '../../model/index.js';
import { knownText, type LookUp } from '../shell/parameter.js';
import { splitShell, type Command, type Split } from '../shell/split.js';
import type { Word } from '../shell/words.js';
import { jsonForm } from './fields.js';
import type { Heredoc } from './instructions.js';
import type { Joined } from './joined.js';
import { listed, record, textTree } from './plant.js';

export interface CommandPlace {
  /** The origin of characters of the line, or of another text of the file. */
  readonly origin: (text: Joined, start: number, end: number) => SourceOrigin;
  readonly lookUp: LookUp;
  /** The shell of the shell form, `SHELL` read; undefined: `/bin/sh -c`. */
  readonly shell: string | undefined;
}

const POSIX = /(^|[\\/])(ba|da|a|z|k|mk)?sh(\.exe)?$/;

const isPosix = (shell: string | undefined): boolean => shell === undefined || POSIX.test(shell);

export function commandsOf(line: Joined, from: number, heredocs: readonly Heredoc[], place: CommandPlace): { readonly form: 'exec' | 'shell'; readonly commands: List } {
  const at = place.origin(line, from, line.text.length);
  const exec = jsonForm(line.text, from);
  if (exec !== undefined) {
    // No shell reads it, so that a `$` is one; a shell that is called reads its own argument.
    const words = exec.map(({ text, start, end }): Word => ({ kind: 'word', pieces: [text], quoted: true, splits: false, start, end }));
    const script = words.length > 2 && POSIX.test(exec[0]?.text ?? '') ? words.findIndex((word) => /^-[a-z]*c$/.test(knownText(word.pieces) ?? '')) : -1;
    const inner = script < 0 || script + 1 >= words.length ? undefined : splitShell(exec[script + 1]!.text, place.lookUp);
    const { start, end } = words[script + 1] ?? { start: 0, end: 0 };
    const commands = words.length === 0 ? [] : [{ words, assignments: [], redirects: [], joined: ';', conditional: false, start: words[0]!.start, end: words.at(-1)!.end }, ...(inner?.commands ?? []).map((one) => moved(one, start, end))];
    return { form: 'exec', commands: tree(commands, inner?.cut, at, (a, b) => place.origin(line, a, b)) };
  }
  if (!isPosix(place.shell)) return { form: 'shell', commands: { ...list([], at), open: { kind: 'not-supported', detail: `the script is of \`${place.shell ?? ''}\`, which is not read`, at } } };
  const whole = splitShell(line.text.slice(from), place.lookUp);
  const trees = tree(whole.commands.map((one) => shifted(one, from)), whole.cut, at, (a, b) => place.origin(line, a, b));
  if (heredocs.length === 0) return { form: 'shell', commands: trees };
  const bodies = heredocScripts(line.text.slice(from), heredocs).map(({ body, heredoc }) => {
    const split: Split = splitShell(body.text, place.lookUp);
    const all = place.origin(body, 0, body.text.length);
    const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(body.text);
    const interpreter = shebang === null ? undefined : /\/env$/.test(shebang[1] ?? '') ? shebang[2] : shebang[1];
    const foreign: Reason | undefined = interpreter === undefined || POSIX.test(interpreter) ? undefined : { kind: 'not-supported', detail: `here-document \`${heredoc.name}\` is a script of \`${interpreter}\`, which is not read`, at: all };
    return foreign === undefined ? tree(split.commands, split.cut, all, (a, b) => place.origin(body, a, b)) : { ...list([], all), open: foreign };
  });
  const all = [trees, ...bodies];
  return { form: 'shell', commands: { ...list(all.flatMap(({ items }) => items), at), open: all.find(({ open }) => open !== undefined)?.open } };
}

/** Of the here-documents of a RUN those that a shell runs: `RUN <<EOF` and `RUN bash <<EOF`; `cat <<EOF` only writes one down. */
function heredocScripts(line: string, heredocs: readonly Heredoc[]): readonly { readonly heredoc: Heredoc; readonly body: Joined }[] {
  return heredocs.flatMap((heredoc) => {
    const before = line.slice(0, line.search(new RegExp(`<<-?["']?${heredoc.name.replace(/[.]/g, '\\.')}`)));
    const command = before.split(/&&|\|\||[;|]/).at(-1)?.trim() ?? '';
    const runs = command === '' || /^<<|^\d*$/.test(command) || /^(\/(usr\/)?bin\/)?(ba|da|a|z|k)?sh(\s+-\w+)*$/.test(command);
    return runs ? [{ heredoc, body: heredoc.body }] : [];
  });
}

function tree(commands: readonly Command[], cut: string | undefined, at: SourceOrigin, origin: (start: number, end: number) => SourceOrigin): List {
  const word = ({ pieces, start, end }: Word): Tree => textTree(pieces, origin(start, end));
  const items = commands.map(({ words, assignments, redirects, joined, conditional, via, start, end }): Tree => {
    const here = origin(start, end);
    return record(
      {
        Words: list(words.map(word), here),
        Assignments: listed(assignments.map(({ name, value }) => record({ Name: scalar(name, origin(value.start, value.end)), Value: word(value) }, origin(value.start, value.end))), here),
        Redirects: listed(redirects.map(({ operator, target }) => record({ Operator: scalar(operator, origin(target.start, target.end)), Target: word(target) }, origin(target.start, target.end))), here),
        Joined: scalar(joined, here),
        Conditional: conditional ? scalar(true, here) : undefined,
        Via: via === undefined ? undefined : scalar(via, here),
      },
      here,
    );
  });
  return { ...list(items, at), ...(cut === undefined ? {} : { open: { kind: 'budget', detail: cut, at } }) };
}

/** A command whose words all stand where one word of the line does. */
const moved = (command: Command, start: number, end: number): Command => places(command, () => ({ start, end }));
const shifted = (command: Command, by: number): Command => places(command, ({ start, end }) => ({ start: start + by, end: end + by }));

function places(command: Command, to: (place: { readonly start: number; readonly end: number }) => { readonly start: number; readonly end: number }): Command {
  const word = (one: Word): Word => ({ ...one, ...to(one) });
  return {
    ...command,
    ...to(command),
    words: command.words.map(word),
    assignments: command.assignments.map((one) => ({ ...one, value: word(one.value) })),
    redirects: command.redirects.map((one) => ({ ...one, target: word(one.target) })),
  };
}
