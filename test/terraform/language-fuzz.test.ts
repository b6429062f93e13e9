import fc from 'fast-check';
import { describe, it } from 'vitest';
import { evaluate } from '../../src/sources/terraform/language/evaluate.js';
import { functions } from '../../src/sources/terraform/language/functions/index.js';
import { toTree } from '../../src/sources/terraform/language/to-tree.js';
import { parseHclJson } from '../../src/sources/terraform/syntax/json.js';
import { parseExpressionText, parseHcl } from '../../src/sources/terraform/syntax/parse.js';
import { unknownValue } from '../../src/sources/terraform/language/value.js';
import type { Scope } from '../../src/sources/terraform/language/scope.js';

const LIMIT_MS = 20_000;
function quick(what: string, run: () => void): void {
  const start = performance.now();
  run();
  const took = performance.now() - start;
  if (took > LIMIT_MS) throw new Error(`${took} ms for ${what.slice(0, 500)}`);
}

const scope: Scope = { lookup: (name) => (name === 'unset' ? { value: unknownValue({ kind: 'unresolved', detail: 'unset' }), used: 0 } : undefined) };
const calls = [...functions.keys(), 'try', 'can'];

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom('1', '0', '-1', '2.5', '1e9', 'true', 'null', '"a"', '""', '"10.0.0.0/8"', '"(a+)+"', '"%s %d"', 'unset', 'x', '[]', '{}', '"2018-01-02T23:12:01Z"', '"é${1}"'),
    fc.tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '&&', '||'), tie('expression')).map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(fc.constantFrom(...calls), fc.array(tie('expression'), { maxLength: 3 }), fc.boolean()).map(([name, args, expand]) => `${name}(${args.join(', ')}${expand && args.length > 0 ? '...' : ''})`),
    fc.array(tie('expression'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => `{${items.map((item, i) => `k${i} = ${item}`).join(', ')}}`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `[for k, x in ${a} : ${b} if ${c}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `{for x in ${a} : x => ${b}...}`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a}[${b}]`),
    tie('expression').map((a) => `(${a})[*].k0`),
    tie('expression').map((a) => `"p${'${'}${a}}s"`),
    tie('expression').map((a) => `!${a}`),
  ),
}));

const sample = `resource "aws_x" "b" {
  count = var.n > 0 ? 1 : 0 # comment
  name  = "a-\${var.x}%{ if true }y%{ endif }"
  list  = [for k, v in var.m : "\${k}=\${v}" if v != null]
  text  = <<-EOT
    hello \${upper("x")}
  EOT
  dynamic "rule" {
    for_each = toset(["a"])
    content { port = rule.value }
  }
}
`;

describe('no input makes the parsers or the evaluator throw or hang', () => {
  it('expressions by grammar', () => {
    fc.assert(
      fc.property(expression, (source) => {
        quick(source, () => {
          const parsed = parseExpressionText(source, 'f');
          toTree(evaluate(parsed, scope), parsed.range);
        });
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('files with characters flipped, cut and doubled', () => {
    const edit = fc.tuple(fc.nat(sample.length), fc.nat(12), fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('${', '%{', '<<E\n', '{', '}', '[', '"', '/*', '\0', '\ufeff')));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let source = sample;
        for (const [at, length, text] of edits) source = source.slice(0, at) + text + source.slice(at + length);
        quick(source, () => {
          const { body } = parseHcl(source, 'f');
          for (const block of body.blocks) for (const { expression: inner } of block.body.attributes.values()) evaluate(inner, scope);
          parseHclJson(source, 'f');
        });
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => {
        quick(source, () => {
          parseHcl(source, 'f');
          parseHclJson(source, 'f');
          evaluate(parseExpressionText(source, 'f'), scope);
        });
      }),
      { numRuns: 3000, interruptAfterTimeLimit: 10_000 },
    );
  });
});
