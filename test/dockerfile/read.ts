/** The plain JSON of a Dockerfile's resource, as a check would find it. */
import { toJson, type Json, type Mapping } from '../../src/model/index.js';
import { readDockerfile } from '../../src/sources/dockerfile/read.js';

export interface Plain {
  readonly Stages: readonly Record<string, Json>[];
  readonly Instructions: readonly Record<string, Json>[];
}

export function plain(text: string): Plain {
  return toJson(tree(text)) as unknown as Plain;
}

export const tree = (text: string): Mapping => read(text).resources[0]!.arguments;
export const read = (text: string): ReturnType<typeof readDockerfile> => readDockerfile(text, 'Dockerfile', { root: '.', address: 'Dockerfile' });

/** The commands of the first RUN, as texts. */
export const commands = (text: string): readonly string[] => {
  const run = plain(text).Instructions.find(({ Keyword }) => Keyword === 'RUN');
  return ((run?.['Commands'] ?? []) as readonly { readonly Words: readonly string[] }[]).map(({ Words }) => Words.join(' '));
};
