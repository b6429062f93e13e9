import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toJson, type Json } from '../../src/model/index.js';
import { evaluate } from '../../src/sources/terraform/language/evaluate.js';
import { errorIn, isKnown } from '../../src/sources/terraform/language/known.js';
import type { Scope } from '../../src/sources/terraform/language/scope.js';
import { toTree } from '../../src/sources/terraform/language/to-tree.js';
import { parseExpressionText } from '../../src/sources/terraform/syntax/parse.js';

interface Row {
  readonly page: string;
  readonly expression: string;
  readonly expected: string;
}

/** The rows of the table, each with the page that states its result. */
function rows(): readonly Row[] {
  const all: Row[] = [];
  let page = '';
  for (const line of readFileSync(new URL('conformance/expressions.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('## ')) page = line.slice(3);
    const split = line.lastIndexOf(' ==> ');
    if (split > 0 && !line.startsWith('# ')) all.push({ page, expression: line.slice(0, split).replaceAll('⏎', '\n'), expected: line.slice(split + 5) });
  }
  return all;
}

const scope: Scope = { lookup: () => undefined };

describe('the documented results of expressions', () => {
  const table = rows();
  it('has at least 400 of them', () => {
    expect(table.length).toBeGreaterThanOrEqual(400);
  });
  it.each(table.map((row) => [row.page, row.expression, row.expected] as const))('%s: %s', (_, source, expected) => {
    const expression = parseExpressionText(source, 'table');
    const value = evaluate(expression, scope);
    if (expected === '!error') {
      expect(errorIn(value), JSON.stringify(toJson(toTree(value, expression.range)))).toBeDefined();
      return;
    }
    expect(isKnown(value), value.kind === 'unknown' ? value.reason.detail : '').toBe(true);
    expect(toJson(toTree(value, expression.range))).toEqual(JSON.parse(expected) as Json);
  });
});
