/** Which user an image runs as, by its Dockerfile. */
import { decide, fails, holds, textOf, undecided, type Condition } from '../../model/index.js';
import { buildOf, type BuildFileView, type StageFacts } from './steps.js';

const ROOT = /^(root|0+|ContainerAdministrator|)$/i;

/** Holds where the image runs as another user than root. `target`: the stage that is built; undefined: the last. */
export function userOf(file: BuildFileView, target?: string): Condition {
  const { stages, steps, open } = buildOf(file);
  if (open !== undefined) return undecided([open]);
  const chain = chainOf(stages, target);
  if (chain === undefined) return undecided([{ kind: 'unresolved', detail: `no stage is called \`${target ?? ''}\`` }]);
  const last = steps.findLast(({ keyword, stage, onBuild }) => keyword === 'USER' && !onBuild && (stages.length === 0 || chain.some(({ index }) => index === stage)));
  if (last !== undefined) {
    const user = last.args[0];
    if (user === undefined) return fails([last.evidence], '`USER` names nobody, so that the container runs as root');
    const [first] = user.parts;
    // Of `app:${GROUP}` the user is known.
    const name = /^[^:]*/.exec(user.text ?? (typeof first === 'string' && first.includes(':') ? first : ''))?.[0].trim() ?? '';
    if (user.text === undefined && name === '') return undecided(user.reason === undefined ? [] : [user.reason], [user.evidence]);
    return decide(!ROOT.test(name), [user.evidence], ROOT.test(name) ? `the container runs as \`${name === '' ? 'root' : name}\`` : undefined);
  }
  const base = chain.find(({ base: on }) => on === undefined);
  const image = base?.image;
  if (base === undefined || image === undefined) return fails(chain.map(({ evidence }) => evidence), 'no `USER`');
  const name = textOf(image.parts);
  if (/(^|[-:._])(nonroot|rootless|unprivileged)\b/.test(name)) return holds([image.evidence], `\`${name}\` runs as a user that is not root`);
  // Images of Docker's own library run as root unless they say otherwise; what others do is theirs to say.
  if (image.text !== undefined && base.registry === undefined && !(base.repository?.text ?? '/').includes('/')) return fails([image.evidence], `no \`USER\`, so that the container runs as the user of \`${name}\`: root`);
  return undecided([image.reason ?? { kind: 'not-collected', detail: `no \`USER\`: which user \`${name}\` runs as is not known` }], [image.evidence]);
}

/** The stage and those it is built on, the first one first. */
function chainOf(stages: readonly StageFacts[], target: string | undefined): readonly StageFacts[] | undefined {
  if (target === undefined) return stages.filter(({ final }) => final);
  let stage: StageFacts | undefined = /^\d+$/.test(target) ? stages[Number(target)] : stages.find(({ name }) => name?.text?.toLowerCase() === target.toLowerCase());
  if (stage === undefined) return undefined;
  const found: StageFacts[] = [];
  for (; stage !== undefined && !found.includes(stage); stage = stage.base === undefined ? undefined : stages[stage.base]) found.unshift(stage);
  return found;
}
