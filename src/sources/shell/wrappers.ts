/** Commands that run another one: which of their words is its name, or its script. */
import { knownText } from './parameter.js';
import type { Word } from './words.js';

export type Inner = { readonly name: string; readonly words: readonly Word[] } | { readonly name: string; readonly script: Word };

interface Wrapper {
  /** Options that take the next word as their value. */
  readonly values?: RegExp;
  /** Words that stand before the command: the time of `timeout`, the user of `gosu`. */
  readonly skip?: number;
  /** Assignments may stand before the command. */
  readonly assigns?: boolean;
}

const plain: Wrapper = {};
const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: { values: /^-[ugpUCrtTDRh]$|^--(user|group|prompt|chdir|host)$/, assigns: true },
  doas: { values: /^-[uC]$/ },
  'cross-env': { assigns: true },
  npx: { values: /^(-p|-c|--package|--call)$/ },
  env: { values: /^-[uSC]$|^--(unset|chdir)$/, assigns: true },
  exec: { values: /^-a$/ },
  command: plain,
  builtin: plain,
  nohup: plain,
  setsid: plain,
  time: plain,
  eatmydata: plain,
  unbuffer: plain,
  nice: { values: /^-n$|^--adjustment$/ },
  ionice: { values: /^-[cn]$/ },
  stdbuf: { values: /^-[ioe]$/ },
  timeout: { values: /^-[sk]$/, skip: 1 },
  retry: { values: /^-[a-z]$/ },
  gosu: { skip: 1 },
  'su-exec': { skip: 1 },
  setpriv: { values: /^--(?:re[ug]id|groups)$/ },
  chroot: { skip: 1 },
  xargs: { values: /^-[IiLnPsEd]$|^--(max-args|max-procs|delimiter)$/ },
  tini: plain,
  'dumb-init': plain,
  catchsegv: plain,
  scl: { skip: 2 },
};

/** Shells, and what else takes a script after `-c`. */
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'busybox']);

/** The name of a program, of `$BIN/pip` what is known of it; undefined where nothing is. */
export const baseName = (word: Word | undefined): string | undefined => {
  const text = word?.pieces.filter((piece) => typeof piece === 'string').join('');
  const name = text?.slice(text.lastIndexOf('/') + 1);
  return name === '' && word !== undefined && knownText(word.pieces) === undefined ? undefined : name;
};

/** What a command runs besides itself; undefined where it runs nothing that its words tell. */
export function innerCommand(words: readonly Word[]): Inner | undefined {
  const name = baseName(words[0]);
  if (name === undefined || words.length < 2) return undefined;
  if (name === 'eval') {
    const one = words.length === 2 ? words[1] : undefined;
    return one === undefined ? { name, words: words.slice(1) } : { name, script: one };
  }
  if (shells.has(name)) return shellScript(name, words);
  if (name === 'su' || name === 'runuser') {
    const at = words.findIndex((word) => /^(-c|--command)$/.test(knownText(word.pieces) ?? ''));
    const script = at < 0 ? undefined : words[at + 1];
    return script === undefined ? undefined : { name, script };
  }
  if (name === 'find') {
    const at = words.findIndex((word) => /^-(exec|execdir|ok)$/.test(knownText(word.pieces) ?? ''));
    return at < 0 || at + 1 >= words.length ? undefined : { name, words: words.slice(at + 1) };
  }
  const wrapper = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
  if (wrapper === undefined) return undefined;
  let at = 1;
  let skip = wrapper.skip ?? 0;
  for (; at < words.length; at++) {
    const text = knownText(words[at]!.pieces);
    if (text === undefined) break;
    if (text === '--') {
      at++;
      break;
    }
    if (text.startsWith('-') && text !== '-') {
      if (wrapper.values?.test(text) === true) at++;
    } else if (wrapper.assigns === true && /^[A-Za-z_]\w*=/.test(text)) continue;
    else if (skip > 0) skip--;
    else break;
  }
  return at < words.length ? { name, words: words.slice(at) } : undefined;
}

function shellScript(name: string, words: readonly Word[]): Inner | undefined {
  const from = name === 'busybox' ? 2 : 1;
  if (name === 'busybox') {
    const applet = baseName(words[1]);
    if (applet === undefined || !shells.has(applet)) return { name, words: words.slice(1) };
  }
  for (let at = from; at < words.length; at++) {
    const text = knownText(words[at]!.pieces);
    if (text === undefined || !/^[-+]/.test(text)) return undefined;
    if (/^-[a-z]*c[a-z]*$/.test(text)) {
      const script = words[at + 1];
      return script === undefined ? undefined : { name, script };
    }
    if (/^[-+][a-z]*[oO]$/.test(text)) at++;
  }
  return undefined;
}
