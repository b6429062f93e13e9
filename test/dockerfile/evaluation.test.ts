/** Variables, stages, and the commands of scripts. */
import { describe, expect, it } from 'vitest';
import { at } from '../../src/model/index.js';
import { commands, plain, tree } from './read.js';

/** The value of the first variable that the last instruction sets. */
const lastValue = (text: string): unknown => {
  const variables = plain(text).Instructions.at(-1)?.['Variables'] as readonly { readonly Value: unknown }[] | undefined;
  return variables?.[0]?.Value;
};
const valueOf = (expression: string, before = ''): unknown => lastValue(`ARG TOP=top\nFROM scratch\nARG none\nARG set=abc.tar.gz\nENV empty=""\n${before}\nENV result=${expression}`);

describe('variables', () => {
  it.each([
    ['$set', 'abc.tar.gz'],
    ['${set}', 'abc.tar.gz'],
    ['"a $set b"', 'a abc.tar.gz b'],
    ["'$set'", '$set'],
    ['\\$set', '$set'],
    ['${none:-y}', 'y'],
    ['${none-y}', 'y'],
    ['${set:-y}', 'abc.tar.gz'],
    ['${empty:-y}', 'y'],
    ['${empty-y}', ''],
    ['${set:+y}', 'y'],
    ['${none:+y}', ''],
    ['${empty:+y}', ''],
    ['${empty+y}', 'y'],
    ['${none:-${set}}', 'abc.tar.gz'],
    ['${set#*.}', 'tar.gz'],
    ['${set##*.}', 'gz'],
    ['${set%.*}', 'abc.tar'],
    ['${set%%.*}', 'abc'],
    ['${set/a/b}', 'bbc.tar.gz'],
    ['${set//a/b}', 'bbc.tbr.gz'],
    ['$TOP', ''],
    ['$nowhere', ''],
    ['$none', '${none}'],
    ['x${none}y', 'x${none}y'],
  ])('makes of %s: %s', (expression, expected) => expect(valueOf(expression)).toBe(expected));

  it('gives an argument of before the first FROM to a stage that declares it', () => expect(valueOf('$TOP', 'ARG TOP')).toBe('top'));
  it('lets the environment win over an argument', () => expect(valueOf('$set', 'ENV set=env')).toBe('env'));
  it('hands the environment on to a stage that is built on another', () => expect(lastValue('FROM scratch AS one\nENV A=1\nFROM one\nENV B=$A')).toBe('1'));
  it('does not know what a base image sets', () => expect(at(tree('FROM debian\nENV B=$PATH'), 'Instructions', 1, 'Variables', 0, 'Value')).toMatchObject({ kind: 'unknown', reason: { kind: 'unresolved' } }));
  it('sees the environment before an ENV in all of its values', () => expect(valueOf('$set other=$result', 'ENV result=before')).toBe('abc.tar.gz'));

  it('holds what doubles itself', () => {
    const text = `FROM scratch\nENV a=xxxxxxxxxxxxxxxx\n${'ENV a=$a$a\n'.repeat(60)}`;
    expect(JSON.stringify(plain(text)).length).toBeLessThan(20_000_000);
  });
});

describe('stages', () => {
  const stages = (text: string): readonly Record<string, unknown>[] => plain(text).Stages;

  it.each([
    ['alpine', { Repository: 'alpine' }],
    ['alpine:3.22', { Repository: 'alpine', Tag: '3.22' }],
    ['docker.io/library/alpine:3.22', { Repository: 'alpine', Tag: '3.22' }],
    ['registry.example.com:5000/a/b:1@sha256:00', { Registry: 'registry.example.com:5000', Repository: 'a/b', Tag: '1', Digest: 'sha256:00' }],
    ['localhost/a', { Registry: 'localhost', Repository: 'a' }],
    ['a/b@sha256:00', { Repository: 'a/b', Digest: 'sha256:00' }],
  ])('takes %s apart', (image, expected) => {
    const [stage] = stages(`FROM ${image}`);
    expect({ Registry: stage?.['Registry'], Repository: stage?.['Repository'], Tag: stage?.['Tag'], Digest: stage?.['Digest'] }).toEqual({ Registry: undefined, Tag: undefined, Digest: undefined, ...expected });
  });

  it('ships the last one, and those it is built on', () => {
    expect(stages('FROM a AS base\nFROM b AS build\nFROM base\nCOPY --from=build /x /x').map(({ Ships, Final }) => [Ships, Final])).toEqual([[true, true], [false, false], [true, true]]);
  });
  it('ships one that no other uses: it can only be a target', () => {
    expect(stages('FROM a AS debug\nFROM b').map(({ Ships, Final }) => [Ships, Final])).toEqual([[true, false], [true, true]]);
  });
  it('takes a mount for a use', () => expect(stages('FROM a AS build\nFROM b\nRUN --mount=type=bind,from=build,target=/x true').map(({ Ships }) => Ships)).toEqual([false, true]));
  it('knows stages by number and in any case', () => {
    expect(plain('FROM a AS Build\nFROM b\nCOPY --from=build x y\nCOPY --from=0 x y').Instructions.slice(2).map(({ FromStage }) => FromStage)).toEqual([0, 0]);
  });
  it('resolves an argument of the platform as what the builder sets', () => expect(at(tree('FROM --platform=$BUILDPLATFORM a'), 'Stages', 0, 'Platform')).toMatchObject({ kind: 'unknown' }));
  it('leaves a tag open that the build gives, and the name as it is', () => {
    expect(stages('ARG TAG\nFROM a:$TAG')[0]).toMatchObject({ Repository: 'a', Tag: '${TAG}' });
  });
});

describe('commands', () => {
  it.each([
    ['one && two || three; four | five & six', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['"a b" \'c d\' e\\ f', ['a b c d e f']],
    ['A=1 B=2 one', ['one']],
    ['one > /dev/null 2>&1 < in', ['one']],
    ['(one; two)', ['one', 'two']],
    ['{ one; two; }', ['one', 'two']],
    ['if one; then two; elif three; then four; else five; fi', ['one', 'two', 'three', 'four', 'five']],
    ['for x in a b; do one $x; done', ['one ${x}']],
    ['while one; do two; done', ['one', 'two']],
    ['case "$x" in a|b) one ;; *) two ;; esac; three', ['one', 'two', 'three']],
    ['! one', ['one']],
    ['sudo -u app one two', ['sudo -u app one two', 'one two']],
    ['env -u A B=1 one', ['env -u A B=1 one', 'one']],
    ['sh -c "one && two"', ['sh -c one && two', 'one', 'two']],
    ['bash -eux -o pipefail -c "one"', ['bash -eux -o pipefail -c one', 'one']],
    ['su app -c one', ['su app -c one', 'one']],
    ['xargs -n 1 one', ['xargs -n 1 one', 'one']],
    ['find . -exec one {} +', ['find . -exec one {} +', 'one {} +']],
    ['timeout 5 one', ['timeout 5 one', 'one']],
    ['echo $(one two)', ['echo ${?}', 'one two']],
    ['echo `one`', ['echo ${?}', 'one']],
    ['one # two && three', ['one']],
    ['one;two', ['one', 'two']],
    ['[[ -n "$x" ]] && one', ['[[ -n ${x} ]]', 'one']],
    ['$tool one', ['${tool} one']],
    ['x=one; $x two', ['', 'one two']],
    ['x=one; x=three; $x two', ['', '', '${x} two']],
  ])('splits %s', (script, expected) => expect(commands(`FROM debian\nRUN ${script}`)).toEqual(expected));

  it('knows the values that the file sets', () => expect(commands('FROM debian\nENV PACKAGES="one two"\nRUN install $PACKAGES "$PACKAGES"')).toEqual(['install one two one two']));
  it('reads the exec form, and the shell in it', () => expect(commands('FROM debian\nRUN ["sh", "-c", "one && two"]')).toEqual(['sh -c one && two', 'one', 'two']));
  it('reads here-documents that a shell runs, and not those that are written down', () => {
    expect(commands('FROM debian\nRUN <<EOF\none\ntwo\nEOF')).toEqual(['one', 'two']);
    expect(commands('FROM debian\nRUN cat <<EOF > /x\nsudo no\nEOF')).toEqual(['cat']);
  });
  it('leaves the commands of another shell open', () => {
    for (const text of ['FROM debian\nSHELL ["powershell", "-Command"]\nRUN one', 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN one', 'FROM debian\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF']) {
      const instructions = at(tree(text), 'Instructions');
      const run = instructions?.kind === 'list' ? instructions.items.at(-1) : undefined;
      expect(at(run, 'Commands'), text).toMatchObject({ open: { kind: 'not-supported' } });
    }
  });
});
