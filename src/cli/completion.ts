import type { Command } from 'commander';
import { UsageError } from './usage.js';

/** Completion scripts, made from the verbs and options themselves. */
export function completionCommand(shell: string, program: Command): void {
  const verbs = program.commands.map((command) => ({ name: command.name(), description: command.description(), options: command.options.map((option) => option.long ?? '').filter((long) => long !== '') }));
  const script = scripts[shell];
  if (script === undefined) throw new UsageError(`there is no completion for \`${shell}\`; there is for ${Object.keys(scripts).join(', ')}`);
  process.stdout.write(script(verbs));
}

interface Verb {
  readonly name: string;
  readonly description: string;
  readonly options: readonly string[];
}

const scripts: Readonly<Record<string, (verbs: readonly Verb[]) => string>> = {
  bash: (verbs) => `_demarc() {
  local current="\${COMP_WORDS[COMP_CWORD]}" verb="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=( $(compgen -W "${verbs.map(({ name }) => name).join(' ')}" -- "$current") )
    return
  fi
  case "$verb" in
${verbs.map(({ name, options }) => `    ${name}) COMPREPLY=( $(compgen -W "${options.join(' ')}" -- "$current") $(compgen -f -- "$current") ) ;;`).join('\n')}
  esac
}
complete -o filenames -F _demarc demarc
`,
  zsh: (verbs) => `#compdef demarc
_demarc() {
  if (( CURRENT == 2 )); then
    _values 'verb' ${verbs.map(({ name, description }) => `'${name}[${description.replaceAll("'", '’').replace(/[[\]:]/g, '')}]'`).join(' ')}
    return
  fi
  case "$words[2]" in
${verbs.map(({ name, options }) => `    ${name}) _arguments ${options.map((option) => `'${option}'`).join(' ')} '*:file:_files' ;;`).join('\n')}
  esac
}
compdef _demarc demarc
`,
  fish: (verbs) =>
    [
      ...verbs.map(({ name, description }) => `complete -c demarc -n __fish_use_subcommand -a ${name} -d '${description.replaceAll("'", '’')}'`),
      ...verbs.flatMap(({ name, options }) => options.map((option) => `complete -c demarc -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`)),
      '',
    ].join('\n'),
};
