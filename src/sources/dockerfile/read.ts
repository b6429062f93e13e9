/** A Dockerfile → one raw resource: its stages and its instructions, variables resolved, commands split, each value with its place. */
import { list, mapping, scalar, type Mapping, type RawResource, type SourceError, type SourceOrigin, type Tree } from '../../model/index.js';
import { Lines } from '../lines.js';
import { knownText, type LookUp, type Piece } from '../shell/parameter.js';
import type { SourceResult } from '../source.js';
import { commandsOf } from './commands.js';
import { declarations, flags, jsonForm, pairs, words, type Flag, type Pair, type Span } from './fields.js';
import { readInstructions, type Written } from './instructions.js';
import type { Joined } from './joined.js';
import { listed, record, textTree } from './plant.js';
import { expand, expandSpan, Scope } from './scope.js';
import { stageOf, stageTrees, type Stage } from './stages.js';

export const BUILD_FILE = 'Demarc::Container::BuildFile';

export interface DockerfileOptions {
  readonly root: string;
  /** Address of the file in its root: its path. */
  readonly address: string;
}

/** Bytes of a Dockerfile that are read; none that people write is near. */
export const DOCKERFILE_LIMIT = 2 * 1024 * 1024;

export function readDockerfile(text: string, file: string, options: DockerfileOptions): SourceResult {
  const reader = new FileReader(text, file, options.address);
  const { at, tree } = reader.read();
  const resource: RawResource = { dialect: 'dockerfile', type: BUILD_FILE, address: options.address, root: options.root, basis: 'declared', arguments: tree, at };
  return { resources: [resource], coverage: [], errors: reader.errors, files: [file], parts: reader.parts };
}

/** How the arguments of an instruction are read. */
type Form = 'pairs' | 'declarations' | 'words' | 'text' | 'commands' | 'list' | 'from' | 'health' | 'onbuild';
const forms: Readonly<Record<string, Form>> = {
  FROM: 'from',
  ARG: 'declarations',
  ENV: 'pairs',
  LABEL: 'pairs',
  RUN: 'commands',
  CMD: 'commands',
  ENTRYPOINT: 'commands',
  HEALTHCHECK: 'health',
  COPY: 'list',
  ADD: 'list',
  VOLUME: 'list',
  SHELL: 'list',
  EXPOSE: 'words',
  USER: 'text',
  WORKDIR: 'text',
  STOPSIGNAL: 'text',
  MAINTAINER: 'text',
  ONBUILD: 'onbuild',
};
/** Instructions in which the builder itself resolves variables; a shell does it for the others, or nobody. */
const EXPANDED = new Set(['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR', 'ARG']);
const WINDOWS = /(^|\/)windows(\/|$)|nanoserver|servercore|windowsservercore/;

class FileReader {
  readonly errors: SourceError[] = [];
  readonly parts: { address: string; at: SourceOrigin }[] = [];
  private readonly lines: Lines;
  private readonly stages: Stage[] = [];
  private readonly global = new Scope(undefined, true);
  /** Arguments that a stage declares and a later `FROM` uses: there they have no value, and the author means them to. */
  private readonly misplaced = new Scope(undefined, true);
  private readonly counts = new Map<string, number>();
  private escape = '\\';

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly address: string,
  ) {
    this.lines = new Lines(text, file);
  }

  read(): { readonly tree: Mapping; readonly at: SourceOrigin } {
    const { escape, syntax, instructions, problems, cut } = readInstructions(this.text);
    this.escape = escape;
    for (const { offset, message } of problems) this.error(offset, message);
    const first = instructions[0];
    const at = first === undefined ? this.lines.origin(0, 0) : this.lines.origin(first.start, first.line.sourceEnd(first.line.text.length));
    if (!instructions.some(({ keyword }) => keyword === 'FROM')) this.error(first?.start ?? 0, 'has no `FROM`; no image can be built from it');
    const trees = instructions.flatMap((one) => this.instruction(one) ?? []);
    const tree = mapping(
      [
        ['Path', scalar(this.address, at)],
        ...(syntax === undefined ? [] : [['Syntax', scalar(syntax.value, this.lines.origin(syntax.start, syntax.end))] as const]),
        ['Stages', stageTrees(this.stages, at)],
        ['Instructions', list(trees, at, cut === undefined ? undefined : { kind: 'budget', detail: cut, at })],
      ],
      at,
    );
    return { tree, at };
  }

  private error(offset: number, message: string): void {
    const { line, column } = this.lines.origin(offset, offset);
    this.errors.push({ file: this.file, line, column, message });
  }

  private instruction(written: Written): Tree | undefined {
    const { keyword, start, end } = written;
    if (!Object.hasOwn(forms, keyword)) {
      this.error(start, `\`${keyword.slice(0, 40)}\` is no instruction of a Dockerfile; the line was not read`);
      return undefined;
    }
    const count = this.counts.get(keyword) ?? 0;
    this.counts.set(keyword, count + 1);
    const address = `${this.address}.${keyword}[${count}]`;
    const at: SourceOrigin = this.lines.origin(start, end, address);
    this.parts.push({ address, at });
    return this.read1(written, keyword, written.rest, at, address, false);
  }

  private read1(written: Written, keyword: string, rest: number, at: SourceOrigin, address: string, onBuild: boolean): Tree {
    const { line, heredocs } = written;
    const text = line.text;
    const origin = (from: Joined, a: number, b: number): SourceOrigin => this.lines.origin(from.source(a), from.sourceEnd(Math.max(a + 1, b)), address);
    const place = ({ start, end }: Pick<Span, 'start' | 'end'>): SourceOrigin => origin(line, start, end);
    const form = forms[keyword]!;
    const given = form === 'from' || form === 'list' || form === 'commands' || form === 'health' ? flags(text, rest, this.escape) : { flags: [], rest };
    if (form === 'from') {
      this.from(text, given.rest, given.flags, place, at);
      return this.step(keyword, at, { Flags: this.flagTree(given.flags, this.global.lookUp, place, at) });
    }
    const stage = this.stages.at(-1);
    const scope = stage?.scope ?? this.global;
    const look: LookUp = (name) => scope.lookUp(name);
    const expanded = (span: Span): readonly Piece[] => (EXPANDED.has(keyword) ? expandSpan(span, look, this.escape) : [span.raw]);
    const value = (span: Span): Tree => textTree(expanded(span), place(span));
    const common = { OnBuild: onBuild ? scalar(true, at) : undefined, Flags: this.flagTree(given.flags, look, place, at) };
    const commands = (from: number): Readonly<Record<string, Tree>> => {
      const found = commandsOf(line, from, heredocs, { origin, lookUp: look, shell: stage?.shell });
      return { Form: scalar(found.form, at), Commands: found.commands };
    };
    const documents = (): Tree | undefined =>
      listed(heredocs.map(({ name, expands, body }) => record({ Name: scalar(name, at), Body: textTree(expands ? expand(body.text.replace(/["']/g, '\\$&'), look, '\\') : [body.text], origin(body, 0, body.text.length)) }, at)), at);
    switch (form) {
      case 'pairs':
      case 'declarations': {
        const read = (form === 'pairs' ? pairs : declarations)(text, given.rest, this.escape);
        const variables = read.map((pair) => this.variable(pair, look, place));
        // All values of one ENV see the environment before it.
        if (!onBuild) for (const { name, pieces } of variables) this.assign(keyword, scope, stage, name, pieces);
        return this.step(keyword, at, { ...common, Variables: listed(variables.map(({ tree }) => tree), at) });
      }
      case 'words':
        return this.step(keyword, at, { ...common, Arguments: list(words(text, given.rest, this.escape).map(value), at) });
      case 'text': {
        const whole = text.slice(given.rest).trimEnd();
        const span = { raw: whole, start: given.rest, end: given.rest + whole.length };
        return this.step(keyword, at, { ...common, Arguments: list(whole === '' ? [] : [value(span)], at) });
      }
      case 'commands':
        this.noteSources(given.flags, stage, look);
        return this.step(keyword, at, { ...common, ...commands(given.rest), Heredocs: documents() });
      case 'health': {
        const kind = /^\S*/.exec(text.slice(given.rest))?.[0] ?? '';
        const from = given.rest + kind.length;
        const body = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
        return this.step(keyword, at, { ...common, Arguments: list([scalar(kind.toUpperCase(), place({ start: given.rest, end: from }))], at), ...(kind.toUpperCase() === 'CMD' ? commands(body) : {}) });
      }
      case 'onbuild': {
        const inner = /^\S+/.exec(text.slice(rest))?.[0] ?? '';
        const name = inner.toUpperCase();
        if (!Object.hasOwn(forms, name) || name === 'ONBUILD' || name === 'FROM') {
          this.error(written.start, `\`ONBUILD\` cannot be followed by \`${inner.slice(0, 40)}\``);
          return this.step(keyword, at, common);
        }
        const from = rest + inner.length;
        return this.read1(written, name, from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0), at, address, true);
      }
      case 'list': {
        const json = jsonForm(text, given.rest);
        const spans = json?.map(({ text: raw, start, end }): Span => ({ raw, start, end })) ?? words(text, given.rest, this.escape);
        if (keyword === 'SHELL' && stage !== undefined && !onBuild) stage.shell = spans[0]?.raw;
        this.noteSources(given.flags, stage, look);
        const from = given.flags.find(({ name }) => name === 'from')?.value;
        const source = from === undefined ? undefined : this.stageNumber(knownText(expandSpan(from, look, this.escape)));
        return this.step(keyword, at, {
          ...common,
          Arguments: list(spans.filter(({ raw }) => heredocs.length === 0 || !/^\d*<<-?/.test(raw)).map(value), at),
          FromStage: source === undefined ? undefined : scalar(source, place(from!)),
          Heredocs: documents(),
        });
      }
    }
  }

  /** Each instruction also says which stage it is in: that of the last `FROM`; -1 before the first. */
  private step(keyword: string, at: SourceOrigin, members: Readonly<Record<string, Tree | undefined>>): Tree {
    return record({ Keyword: scalar(keyword, at), Stage: scalar(this.stages.length - 1, at), ...members }, at);
  }

  private variable({ name, value }: Pair, look: LookUp, place: (span: Span) => SourceOrigin): { readonly name: string; readonly pieces: readonly Piece[] | undefined; readonly tree: Tree } {
    const key = knownText(expandSpan(name, look, this.escape)) ?? name.raw;
    const pieces = value === undefined ? undefined : expandSpan(value, look, this.escape);
    const at = place(value === undefined ? name : { raw: '', start: name.start, end: value.end });
    return { name: key, pieces, tree: record({ Name: scalar(key, place(name)), Value: pieces === undefined ? undefined : textTree(pieces, place(value!)) }, at) };
  }

  private assign(keyword: string, scope: Scope, stage: Stage | undefined, name: string, pieces: readonly Piece[] | undefined): void {
    if (keyword === 'ENV') scope.set(name, pieces ?? ['']);
    if (keyword !== 'ARG') return;
    scope.declare(name, pieces);
    if (stage !== undefined) this.misplaced.declare(name, pieces);
  }

  private from(text: string, rest: number, given: readonly Flag[], place: (span: Pick<Span, 'start' | 'end'>) => SourceOrigin, at: SourceOrigin): void {
    const [image, as, name] = words(text, rest, this.escape, true);
    const look: LookUp = (variable) => (this.global.argument(variable) === undefined && this.misplaced.argument(variable) !== undefined ? this.misplaced.lookUp(variable) : this.global.lookUp(variable));
    const pieces = image === undefined ? undefined : expandSpan(image, look, this.escape);
    const known = pieces === undefined ? undefined : knownText(pieces);
    const base = known === undefined ? undefined : stageOf(this.stages, known, false);
    const platform = given.find((flag) => flag.name === 'platform')?.value;
    if (image === undefined) this.errors.push({ file: this.file, line: at.line, column: at.column, message: '`FROM` names no image' });
    this.stages.push({
      index: this.stages.length,
      name: as?.raw.toLowerCase() === 'as' ? name?.raw : undefined,
      nameAt: name === undefined ? undefined : place(name),
      image: pieces,
      imageAt: image === undefined ? at : place(image),
      base: base?.index,
      platform: platform === undefined ? undefined : textTree(expandSpan(platform, look, this.escape), place(platform)),
      scope: new Scope(this.global, known === 'scratch', base?.scope.environment),
      at,
      copies: new Set(),
      shell: base === undefined ? (known !== undefined && WINDOWS.test(known) ? 'cmd' : undefined) : base.shell,
    });
  }

  private flagTree(given: readonly Flag[], look: LookUp, place: (span: Pick<Span, 'start' | 'end'>) => SourceOrigin, at: SourceOrigin): Tree | undefined {
    return listed(
      given.map((flag) => record({ Name: scalar(flag.name, place(flag)), Value: flag.value === undefined ? undefined : textTree(expandSpan(flag.value, look, this.escape), place(flag.value)) }, place(flag))),
      at,
    );
  }

  private stageNumber(text: string | undefined): number | undefined {
    return text === undefined ? undefined : stageOf(this.stages, text, true)?.index;
  }

  /** Which stages an instruction takes files from: `COPY --from=`, `RUN --mount=…,from=`. */
  private noteSources(given: readonly Flag[], stage: Stage | undefined, look: LookUp): void {
    for (const { name, value } of given) {
      if (stage === undefined || value === undefined) continue;
      const text = knownText(expandSpan(value, look, this.escape));
      const from = name === 'from' ? text : name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(text ?? '')?.[1] : undefined;
      const source = this.stageNumber(from);
      if (source !== undefined && source !== stage.index) stage.copies.add(source);
    }
  }
}
