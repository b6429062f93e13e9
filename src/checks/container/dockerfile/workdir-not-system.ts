import type { Reason } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, type Found, nowhere } from '../judge.js';
import { buildOf, type Build } from '../steps.js';

/** Folders that the Filesystem Hierarchy Standard gives to the system: https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html. */
const SYSTEM = /^\/(bin|boot|dev|etc|lib(32|64|x32)?|proc|run|sbin|sys)\/|^\/(usr|var)\/$|^\/usr\/(bin|sbin|lib(32|64|x32)?)\/$|^\/usr\/local\/(s?bin\/)?$|^\/var\/(lib|log|run|cache)\/$/;

/** No system takes a longer path. */
const LONGEST = 4096;

interface Folder {
  readonly path: string;
  readonly reason?: Reason;
}

/** Where a stage is before its next WORKDIR: where it was, or where the stage that it is built on ended. */
function folderBefore({ stages }: Build, folders: ReadonlyMap<number, Folder>, stage: number): Folder {
  for (let at: number | undefined = stage; at !== undefined; at = stages[at]?.base) {
    const found = folders.get(at);
    if (found !== undefined) return found;
  }
  // The folder of a base image is its own affair: a relative one is not judged here.
  return { path: '' };
}

/** A path in a folder, `.` and `..` gone. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return path.startsWith('/') || folder !== '' ? `/${parts.join('/')}` : parts.join('/');
}

export default defineCheck({
  id: 'container-dockerfile-workdir-not-system',
  title: 'WORKDIR is no folder of the system',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A program that works in `/etc` or `/usr/bin` writes among the files that the system runs: what it creates, or is made to create, is executed or believed.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: the path',
    effort: 'minutes: a folder of its own',
    reach: 'every container of the image',
    trap: 'the container is taken to hold nothing but the program',
  },
  evaluate: (file) => {
    const build = buildOf(file);
    const folders = new Map<number, Folder>();
    return nowhere(
      file,
      build.steps.flatMap((step): readonly Found[] => {
        const [path] = step.args;
        if (step.keyword !== 'WORKDIR' || path === undefined) return [];
        const before = folderBefore(build, folders, step.stage);
        // Of `/etc/$NAME` the first folder is known; of `/etc$NAME` nothing is.
        const start = path.text ?? (typeof path.parts[0] === 'string' ? path.parts[0].slice(0, path.parts[0].lastIndexOf('/') + 1) : '');
        const reason = path.reason ?? (start.startsWith('/') || /^[A-Za-z]:|^\\/.test(start) ? undefined : before.reason);
        const folder: Folder = { path: joined(before.path, start), ...(reason === undefined ? {} : { reason }) };
        if (folder.path.length > LONGEST) return [{ ...at(path, 'the folder is not known'), reason: { kind: 'budget', detail: `its path is longer than ${LONGEST} characters` } }];
        if (!step.onBuild) folders.set(step.stage, folder);
        const open = reason !== undefined && /^\/?(usr|usr\/local|var|var\/(lib|log|run|cache))?$/.test(folder.path);
        if (open) return [{ ...at(path, 'the folder is not known'), reason }];
        return SYSTEM.test(`${folder.path}/`) ? [at(path, `\`${folder.path}\` belongs to the system`)] : [];
      }),
    );
  },
  fix: { dockerfile: 'WORKDIR /app' },
  references: ['https://docs.docker.com/reference/dockerfile/#workdir'],
  equivalents: { trivy: equal('AVD-DS-0030') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        WORKDIR /usr/src/app
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        WORKDIR /usr/bin
      `,
    ],
    unknown: [],
  },
});
