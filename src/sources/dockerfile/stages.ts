/** The stages of a Dockerfile: what each is built on, which one ships, and which others do. */
import { list, scalar, type SourceOrigin, type Tree } from '../../model/index.js';
import { knownText, type Piece } from '../shell/parameter.js';
import { imageName, partlyKnown } from './image.js';
import { record, textTree } from './plant.js';
import type { Scope } from './scope.js';

export interface Stage {
  readonly index: number;
  readonly name: string | undefined;
  readonly nameAt: SourceOrigin | undefined;
  readonly image: readonly Piece[] | undefined;
  readonly imageAt: SourceOrigin;
  /** The stage that it is built on. */
  readonly base: number | undefined;
  readonly platform: Tree | undefined;
  readonly scope: Scope;
  readonly at: SourceOrigin;
  /** Stages that it copies or mounts from. */
  readonly copies: Set<number>;
  shell: string | undefined;
}

/** The stage that `--from=` or `FROM` means, of those before it: by name (in any case), or by number where `numbers` is set. */
export function stageOf(stages: readonly Stage[], text: string, numbers: boolean): Stage | undefined {
  if (numbers && /^\d+$/.test(text)) return stages[Number(text)];
  const name = text.toLowerCase();
  return stages.findLast((one) => one.name?.toLowerCase() === name);
}

/**
 * The last stage ships, with those it is built on. A stage that no other one uses can only be there to be built by itself
 * (`--target`), so that it ships, too; one that others only copy from is left behind.
 */
export function stageTrees(stages: readonly Stage[], at: SourceOrigin): Tree {
  const used = new Set(stages.flatMap(({ base, copies }) => [...copies, ...(base === undefined ? [] : [base])]));
  const ships = new Set<number>();
  const chain = (from: Stage | undefined): ReadonlySet<number> => {
    const found = new Set<number>();
    for (let stage = from; stage !== undefined && !found.has(stage.index); stage = stage.base === undefined ? undefined : stages[stage.base]) found.add(stage.index);
    return found;
  };
  const final = chain(stages.at(-1));
  for (const stage of stages) if (!used.has(stage.index)) for (const one of chain(stage)) ships.add(one);
  for (const one of final) ships.add(one);
  return list(
    stages.map((stage) => {
      const { index, name, nameAt, image, imageAt, base, platform } = stage;
      const whole = image === undefined ? undefined : knownText(image);
      const parts = image === undefined ? undefined : whole === undefined ? partlyKnown(image) : imageName(whole);
      const part = (value: string | readonly Piece[] | undefined): Tree | undefined => (value === undefined ? undefined : typeof value === 'string' ? scalar(value, imageAt) : textTree(value, imageAt));
      return record(
        {
          Index: scalar(index, stage.at),
          Name: name === undefined ? undefined : scalar(name, nameAt ?? stage.at),
          Image: image === undefined ? undefined : textTree(image, imageAt),
          Registry: parts !== undefined && 'registry' in parts ? part(parts.registry) : undefined,
          Repository: part(parts?.repository),
          Tag: part(parts?.tag),
          Digest: part(parts?.digest),
          Base: base === undefined ? undefined : scalar(base, imageAt),
          Platform: platform,
          Final: scalar(final.has(index), stage.at),
          Ships: scalar(ships.has(index), stage.at),
        },
        stage.at,
      );
    }),
    at,
  );
}
