/** What BuildKit's parser makes of a text, case by case: https://docs.docker.com/reference/dockerfile/. */
import { describe, expect, it } from 'vitest';
import { at } from '../../src/model/index.js';
import { plain, read, tree } from './read.js';

const keywords = (text: string): unknown[] => plain(text).Instructions.map(({ Keyword }) => Keyword);
const last = (text: string): Record<string, unknown> => plain(text).Instructions.at(-1) ?? {};

describe('the lines of a Dockerfile', () => {
  it.each([
    ['comments and blank lines', '# one\n\nFROM a\n  # two\nUSER b\n', ['FROM', 'USER']],
    ['keywords in any case', 'from a\nuSeR b', ['FROM', 'USER']],
    ['comments among continued lines', 'FROM a\nRUN one \\\n# no\n  # nor this\n\n two\nUSER b', ['FROM', 'RUN', 'USER']],
    ['a file without a newline at its end', 'FROM a\nUSER b \\', ['FROM', 'USER']],
    ['carriage returns', 'FROM a\r\nRUN one \\\r\n  two\r\nUSER b\r\n', ['FROM', 'RUN', 'USER']],
    ['a byte order mark', '\uFEFFFROM a\nUSER b', ['FROM', 'USER']],
    ['here-documents', 'FROM a\nRUN <<EOF\nUSER no\nEOF\nUSER b', ['FROM', 'RUN', 'USER']],
    ['two here-documents', 'FROM a\nCOPY <<one <<"two" /x/\n1\none\nUSER no\ntwo\nUSER b', ['FROM', 'COPY', 'USER']],
    ['a here-document with tabs taken off', 'FROM a\nRUN <<-EOF\n\tUSER no\n\tEOF\nUSER b', ['FROM', 'RUN', 'USER']],
    ['what only looks like one', 'FROM a\nRUN cat <<<EOF\nUSER b', ['FROM', 'RUN', 'USER']],
    ['one in quotes', 'FROM a\nRUN echo "<<EOF"\nUSER b', ['FROM', 'RUN', 'USER']],
    ['a shift, which is none', 'FROM a\nRUN echo $((1<<2))\nUSER b', ['FROM', 'RUN', 'USER']],
  ])('reads %s', (_, text, expected) => {
    expect(keywords(text)).toEqual(expected);
    expect(read(text).errors).toEqual([]);
  });

  it('takes the escape character from its directive, and a comment ends the directives', () => {
    expect(keywords('# escape=`\nFROM a\nRUN one `\n  USER no\nUSER b')).toEqual(['FROM', 'RUN', 'USER']);
    expect(keywords('# a comment\n# escape=`\nFROM a\nRUN one \\\n  USER no\nUSER b')).toEqual(['FROM', 'RUN', 'USER']);
    expect(at(tree('# syntax=docker/dockerfile:1.7\nFROM a'), 'Syntax')).toMatchObject({ value: 'docker/dockerfile:1.7', at: { line: 1, column: 10 } });
  });

  it('does not continue after an escaped escape', () => expect(keywords('FROM a\nRUN echo \\\\\nUSER b')).toEqual(['FROM', 'RUN', 'USER']));

  it.each([
    ['an unknown instruction', 'FROM a\nCOMMENT x\nUSER b', 2, '`COMMENT` is no instruction'],
    ['a here-document without an end', 'FROM a\nRUN <<EOF\none', 2, 'here-document `EOF` never ends'],
    ['no FROM', 'RUN one', 1, 'has no `FROM`'],
    ['an ONBUILD of nothing', 'FROM a\nONBUILD FROM b', 2, '`ONBUILD` cannot be followed by `FROM`'],
    ['a wrong escape character', '# escape=x\nFROM a', 1, 'escape character `x`'],
  ])('says where %s is, and goes on', (_, text, line, message) => {
    const { errors } = read(text);
    expect(errors[0]?.line).toBe(line);
    expect(errors[0]?.message).toContain(message);
  });
});

describe('the arguments of an instruction', () => {
  it.each([
    ['COPY --from=build --chown=a:b one two/', { Arguments: ['one', 'two/'], Flags: [{ Name: 'from', Value: 'build' }, { Name: 'chown', Value: 'a:b' }] }],
    ['COPY ["with blank", "to/"]', { Arguments: ['with blank', 'to/'] }],
    ['COPY ["not json, to/', { Arguments: ['[not', 'json,', 'to/'] }],
    ['ENV A=1 B="2 3" C=4\\ 5', { Variables: [{ Name: 'A', Value: '1' }, { Name: 'B', Value: '2 3' }, { Name: 'C', Value: '4 5' }] }],
    ['ENV A one  two', { Variables: [{ Name: 'A', Value: 'one  two' }] }],
    ['ARG A B=2', { Variables: [{ Name: 'A' }, { Name: 'B', Value: '2' }] }],
    ['LABEL a="b" "c d"=e', { Variables: [{ Name: 'a', Value: 'b' }, { Name: 'c d', Value: 'e' }] }],
    ['USER a b', { Arguments: ['a b'] }],
    ['WORKDIR "/a b"', { Arguments: ['/a b'] }],
    ['EXPOSE 80 443/tcp', { Arguments: ['80', '443/tcp'] }],
    ['HEALTHCHECK --interval=5s CMD ["a", "b"]', { Arguments: ['CMD'], Form: 'exec', Flags: [{ Name: 'interval', Value: '5s' }] }],
    ['HEALTHCHECK NONE', { Arguments: ['NONE'] }],
    ['ONBUILD RUN one', { Keyword: 'RUN', OnBuild: true }],
    ['RUN --mount=type=cache,target=/x --network=none one', { Flags: [{ Name: 'mount', Value: 'type=cache,target=/x' }, { Name: 'network', Value: 'none' }] }],
    ['CMD ["a", "b"]', { Form: 'exec' }],
    ['CMD [a, b]', { Form: 'shell' }],
  ])('reads %s', (line, expected) => expect(last(`FROM x\n${line}`)).toMatchObject(expected));

  it('knows where each argument stands, over continued lines', () => {
    const run = at(tree('FROM a\nRUN one \\\n  && two --three'), 'Instructions', 1, 'Commands', 1, 'Words', 1);
    expect(run).toMatchObject({ value: '--three', at: { file: 'Dockerfile', line: 3, column: 10, endLine: 3, endColumn: 17, address: 'Dockerfile.RUN[0]' } });
  });

  it('knows where the commands of a here-document stand', () => {
    expect(at(tree('FROM a\nRUN <<EOF\n  one\n  two --three\nEOF'), 'Instructions', 1, 'Commands', 1, 'Words', 1)).toMatchObject({ value: '--three', at: { line: 4, column: 7 } });
  });
});
