/** What variables are where: arguments before the first `FROM`, arguments and environment of a stage, and what a base image brings. */
import { LONGEST, parameter, type LookUp, type Piece, type Variable } from '../shell/parameter.js';
import type { Span } from './fields.js';

/** Arguments that every build has without declaring them: the platform in `FROM`, proxies everywhere. */
const PLATFORM = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT|STAGE)$/;
const PROXY = /^(HTTPS?|FTP|NO|ALL)_PROXY$/i;

export const unset: Variable = { pieces: [''], unset: true };
/** Declared without a default: what it is, whoever builds says. */
export const given = (name: string): Variable => ({ pieces: [{ reason: { kind: 'unresolved', detail: `\`ARG ${name}\` has no default; its value is given when the image is built` }, variable: name }], unset: true });
const fromBase = (name: string): Variable => ({ pieces: [{ reason: { kind: 'unresolved', detail: `\`$${name}\` is not set in this file; the base image may set it` }, variable: name }], unset: true });
const byBuilder = (name: string): Variable => ({ pieces: [{ reason: { kind: 'unresolved', detail: `\`$${name}\` is set by the builder` }, variable: name }] });

export class Scope {
  private readonly arguments = new Map<string, Variable>();
  readonly environment: Map<string, Variable>;

  /**
   * `global`: the arguments before the first `FROM`. `empty`: the base image sets nothing (`scratch`, or the place before `FROM`).
   * `inherited`: the environment of the stage that this one is built on.
   */
  constructor(
    private readonly global: Scope | undefined,
    private readonly empty: boolean,
    inherited?: ReadonlyMap<string, Variable>,
  ) {
    this.environment = new Map(inherited);
  }

  /** Whether an argument of this scope has a default. */
  argument(name: string): Variable | undefined {
    return this.arguments.get(name);
  }

  declare(name: string, value: readonly Piece[] | undefined): void {
    if (value !== undefined) this.arguments.set(name, { pieces: value });
    // Declared again in a stage, an argument from before the first `FROM` keeps its default.
    else this.arguments.set(name, this.global?.argument(name) ?? this.arguments.get(name) ?? (PLATFORM.test(name) ? byBuilder(name) : given(name)));
  }

  set(name: string, value: readonly Piece[]): void {
    this.environment.set(name, { pieces: value });
  }

  /** Environment wins over arguments of the same name. */
  readonly lookUp: LookUp = (name) => this.environment.get(name) ?? this.arguments.get(name) ?? (PROXY.test(name) || (this.global === undefined && PLATFORM.test(name)) ? byBuilder(name) : this.empty ? unset : fromBase(name));
}

/** A word as the builder reads it: quotes taken off, escapes and variables resolved (https://docs.docker.com/reference/dockerfile/#environment-replacement). */
export function expand(raw: string, lookUp: LookUp, escape: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (piece: Piece): void => {
    // `ENV A=$A$A`, again and again, doubles each time.
    if (length > LONGEST) return;
    length += typeof piece === 'string' ? piece.length : 1;
    if (length > LONGEST) {
      pieces.push({ reason: { kind: 'budget', detail: `a text is longer than ${LONGEST} characters` } });
      return;
    }
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  let quote = '';
  let plain = 0;
  const flush = (end: number): void => {
    if (end > plain) add(raw.slice(plain, end));
  };
  for (let at = 0; at < raw.length; ) {
    const c = raw[at]!;
    if (quote === "'") {
      if (c === "'") {
        flush(at);
        quote = '';
        plain = at + 1;
      }
      at++;
    } else if (c === "'" && quote === '') {
      flush(at);
      quote = c;
      plain = ++at;
    } else if (c === '"') {
      flush(at);
      quote = quote === '' ? c : '';
      plain = ++at;
    } else if (c === escape) {
      const next = raw[at + 1];
      // Within double quotes only what means something there can be escaped.
      if (quote === '"' && next !== undefined && next !== '"' && next !== '$' && next !== escape) at += 2;
      else {
        flush(at);
        plain = at + 1;
        at += 2;
      }
    } else if (c === '$') {
      const found = parameter(raw, at, lookUp, (word) => expand(word, lookUp, escape));
      if (found === undefined) at++;
      else {
        flush(at);
        found.pieces.forEach(add);
        at += found.length;
        plain = at;
      }
    } else at++;
  }
  flush(raw.length);
  return pieces.length === 0 ? [''] : pieces;
}

export const expandSpan = ({ raw }: Span, lookUp: LookUp, escape: string): readonly Piece[] => expand(raw, lookUp, escape);
