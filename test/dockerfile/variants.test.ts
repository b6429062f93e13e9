/** Each check of a Dockerfile in every spelling that people use for what it asks. */
import { describe, expect, it } from 'vitest';
import { scanTexts } from './scan-texts.js';
import { variants } from './variants.js';

const whole = (text: string): string => (/^\s*(#[^\n]*\n)*(ARG [^\n]*\n)*FROM /i.test(text) ? text : `FROM debian:13\n${text}\n`);

describe.each(variants)('$check', ({ check, bad, good, unknown = [] }) => {
  it('answers as a careful reader does', async () => {
    const cases = [...bad.map((text) => ['fail', text] as const), ...good.map((text) => ['pass', text] as const), ...unknown.map((text) => ['unknown', text] as const)];
    const answers = await scanTexts(cases.map(([, text]) => whole(text)), check);
    const wrong = cases.flatMap(([wanted, text], i) => (answers[i] === wanted ? [] : [`${answers[i] ?? 'nothing'}, not ${wanted}: ${text}`]));
    expect(wrong).toEqual([]);
  });
});

describe('a script that is longer than any that people write', () => {
  it.each([
    ['updates', `RUN ${'apt-get update; '.repeat(19_000)}true`, 'update-not-alone'],
    ['installs of two managers', `RUN ${'apt-get install a; dnf install b; '.repeat(9000)}true`, 'package-caches-cleaned'],
    ['installs without an answer', `RUN ${'apt-get install a; '.repeat(19_000)}true`, 'apt-get-answers'],
    ['changes of folder', `RUN ${'mkdir /a; cd /a; '.repeat(9000)}true`, 'no-cd'],
  ])('is judged in time: %s', async (_, text, check) => {
    const before = performance.now();
    expect(await scanTexts([`FROM debian:13\n${text}\n`], `container-dockerfile-${check}`)).toEqual(['fail']);
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  it('has no folder that is longer than a path can be', async () => {
    expect(await scanTexts([`FROM debian:13\n${`WORKDIR a${'/b'.repeat(90)}\n`.repeat(9000)}`], 'container-dockerfile-workdir-not-system')).toEqual(['unknown']);
  });
});

describe('a file that is cut', () => {
  const cut = (line: string): string => `FROM debian:13\n${'ENV A=b\n'.repeat(10_000)}${line}\n`;
  it.each(['no-sudo', 'user-not-root', 'user-set', 'copy-not-add', 'python-tls', 'base-image-tagged', 'cmd-once', 'stage-names-unique', 'no-secret-variables', 'workdir-not-system', 'one-downloader'])('is unknown for %s', async (check) => {
    expect(await scanTexts([cut('RUN true')], `container-dockerfile-${check}`)).toEqual(['unknown']);
  });
});
