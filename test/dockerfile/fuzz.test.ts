/** Whatever stands in a Dockerfile or a script, reading it ends, in time, with a resource. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../src/sources/dockerfile/read.js';
import { splitShell } from '../../src/sources/shell/split.js';

const words = fc.constantFrom('FROM', 'RUN', 'COPY', 'ADD', 'ENV', 'ARG', 'USER', 'ONBUILD', 'HEALTHCHECK', 'CMD', 'SHELL', 'a', 'a=b', '--from=0', '--mount=type=cache', '"', "'", '`', '\\', '\\\n', '\n', '\r\n', ' ', '\t', '#', '# escape=`\n', '$', '${', '}', '${a:-', '${a//b/', '$(', ')', '((', '&&', '||', '|', ';', '<<EOF', '<<-"X"', 'EOF\n', '[', ']', '["a"]', 'if', 'then', 'fi', 'case', 'in', 'esac', 'for', 'do', 'done', 'sh -c', 'sudo', 'xargs', 'eval', '\u0000', '\uFEFF', 'é', '💥', '\ud800');
const text = fc.array(words, { maxLength: 80 }).map((parts) => parts.join(''));
const options = { root: '.', address: 'Dockerfile' };
const known = { pieces: ['one two'] };

describe('any text', () => {
  it('is read as a Dockerfile', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 300, unit: 'binary' })), (source) => {
        const { resources } = readDockerfile(source, 'Dockerfile', options);
        expect(resources).toHaveLength(1);
      }),
      { numRuns: 1500 },
    );
  });

  it('is split as a script, with every word inside it', () => {
    fc.assert(
      fc.property(text, (script) => {
        for (const { words: found, start, end } of splitShell(script, () => known).commands) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(script.length);
          for (const word of found) expect(word.start).toBeLessThanOrEqual(word.end);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['braces that never close', 'RUN echo ' + '${'.repeat(50_000)],
    ['substitutions that never close', 'RUN echo ' + '$('.repeat(50_000)],
    ['quotes', 'RUN echo ' + '"\'`'.repeat(50_000)],
    ['here-documents', 'RUN ' + '<<A '.repeat(50_000)],
    ['shells in shells', 'RUN ' + 'sh -c '.repeat(20_000) + 'x'],
    ['wrappers', 'RUN ' + 'sudo '.repeat(50_000) + 'x'],
    ['variables that double', 'ENV a=xxxxxxxxxxxxxxxx\n' + 'ENV a=$a$a\n'.repeat(3000)],
    ['patterns', 'ENV a=' + 'ab'.repeat(400) + '\nENV b=${a//*a*b*a*b*c/x}\nENV c=${a##*a*a*a*a*c}'],
    ['flags', 'COPY ' + '--a=b '.repeat(50_000) + 'x y'],
    ['lines', 'RUN a \\\n'.repeat(50_000)],
    ['stages', 'FROM a AS b\n'.repeat(5000)],
    ['cases', 'RUN ' + 'case x in '.repeat(20_000)],
    ['assignments', 'RUN ' + 'a=$a '.repeat(50_000)],
    ['blanks', 'RUN export' + ' '.repeat(200_000) + 'x'],
  ])('is read in time: %s', (_, body) => {
    const before = performance.now();
    readDockerfile(`FROM debian\n${body}`, 'Dockerfile', options);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
