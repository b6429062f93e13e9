/** Expressions of native HCL, by recursive descent over the text itself. */
import type { BinaryOperator, Expression, ForExpression, ObjectItem, TraversalStep } from './ast.js';
import { parseHeredoc, parseQuoted } from './template.js';
import type { Text } from './text.js';

export function parseExpression(text: Text): Expression {
  return text.nested(text.newlines, () => {
    text.skip();
    const start = text.pos;
    const condition = binary(text, 1);
    text.skip();
    if (!text.take('?')) return condition;
    const then = parseExpression(text);
    text.expect(':', 'between the two results of `?`');
    const otherwise = parseExpression(text);
    return { kind: 'conditional', condition, then, else: otherwise, range: text.range(start, endOf(text)) };
  });
}

/** Where the last token ended: expressions never leave trailing space behind, except before an operator that was not there. */
function endOf(text: Text): number {
  let end = text.pos;
  while (end > 0 && isSpace(text.text.charCodeAt(end - 1))) end -= 1;
  return end;
}
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

const PRECEDENCE: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['<', 4],
  ['<=', 4],
  ['>', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

function operatorAt(text: Text): BinaryOperator | undefined {
  const code = text.code();
  // Cheap refusal: most expressions are followed by a newline, a comma or a bracket.
  if (!(code === 33 || code === 37 || code === 38 || (code >= 42 && code <= 47 && code !== 44 && code !== 46) || (code >= 60 && code <= 62) || code === 124)) return undefined;
  const two = text.text.slice(text.pos, text.pos + 2);
  if (PRECEDENCE.has(two)) return two as BinaryOperator;
  if (two === '%{' || two === '=>') return undefined;
  const one = two.slice(0, 1);
  return PRECEDENCE.has(one) ? (one as BinaryOperator) : undefined;
}

function binary(text: Text, level: number): Expression {
  const start = text.pos;
  let left = unary(text);
  for (;;) {
    const end = text.pos;
    text.skip();
    const operator = operatorAt(text);
    const precedence = operator === undefined ? 0 : PRECEDENCE.get(operator)!;
    if (operator === undefined || precedence < level) {
      text.pos = end;
      return left;
    }
    text.pos += operator.length;
    text.skip();
    const right = binary(text, precedence + 1);
    left = { kind: 'binary', operator, left, right, range: text.range(start, text.pos) };
  }
}

function unary(text: Text): Expression {
  const start = text.pos;
  const code = text.code();
  if (code !== 45 && code !== 33) return postfix(text);
  return text.nested(text.newlines, () => {
    text.pos += 1;
    text.skip();
    const operand = unary(text);
    return { kind: 'unary', operator: code === 45 ? '-' : '!', operand, range: text.range(start, text.pos) };
  });
}

function postfix(text: Text): Expression {
  const start = text.pos;
  const root = term(text);
  const steps: TraversalStep[] = [];
  for (;;) {
    const end = text.pos;
    text.skip();
    const from = text.pos;
    const code = text.code();
    if (code === 46 && !text.at('...')) {
      text.pos += 1;
      text.skip();
      steps.push(dotStep(text, from));
    } else if (code === 91) {
      steps.push(text.nested(true, () => bracketStep(text, from)));
    } else {
      text.pos = end;
      return steps.length === 0 ? root : { kind: 'traversal', root, steps, range: text.range(start, end) };
    }
  }
}

function dotStep(text: Text, from: number): TraversalStep {
  if (text.take('*')) return { kind: 'splat', full: false, range: text.range(from, text.pos) };
  const name = text.identifier();
  if (name !== undefined) return { kind: 'attribute', name, range: text.range(from, text.pos) };
  const start = text.pos;
  while (isDigit(text.code())) text.pos += 1;
  if (text.pos === start) text.fail(`expected a name after \`.\`, found ${text.found()}`);
  const range = text.range(start, text.pos);
  const digits = text.text.slice(start, text.pos);
  return { kind: 'index', key: { kind: 'literal', value: Number(digits), digits, range }, range: text.range(from, text.pos) };
}

function bracketStep(text: Text, from: number): TraversalStep {
  text.pos += 1;
  text.skip();
  if (text.code() === 42) {
    text.pos += 1;
    text.expect(']', 'after `[*`');
    return { kind: 'splat', full: true, range: text.range(from, text.pos) };
  }
  const key = parseExpression(text);
  text.expect(']', 'after the index');
  return { kind: 'index', key, range: text.range(from, text.pos) };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const KEYWORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function term(text: Text): Expression {
  const start = text.pos;
  const code = text.code();
  if (code === 34) return parseQuoted(text);
  if (isDigit(code)) {
    NUMBER.lastIndex = start;
    const digits = NUMBER.exec(text.text)![0];
    text.pos += digits.length;
    return { kind: 'literal', value: Number(digits), digits, range: text.range(start, text.pos) };
  }
  if (code === 91) return text.nested(true, () => tuple(text, start));
  if (code === 123) return text.nested(false, () => object(text, start));
  if (code === 40) {
    return text.nested(true, () => {
      text.pos += 1;
      const inner = parseExpression(text);
      text.expect(')', 'to close the parentheses');
      return { kind: 'parentheses', inner, range: text.range(start, text.pos) };
    });
  }
  if (code === 60 && text.code(1) === 60) return parseHeredoc(text);
  const name = text.identifier();
  if (name === undefined) return text.fail(`expected a value, found ${text.found()}`);
  const end = text.pos;
  text.skip();
  if (text.code() === 40 || text.at('::')) return call(text, name, start);
  text.pos = end;
  const keyword = KEYWORDS.get(name);
  const range = text.range(start, end);
  return keyword === undefined ? { kind: 'variable', name, range } : { kind: 'literal', value: keyword, range };
}

function call(text: Text, first: string, start: number): Expression {
  let name = first;
  while (text.take('::')) {
    text.skip();
    name += `::${text.identifier() ?? text.fail(`expected a name after \`${name}::\``)}`;
    text.skip();
  }
  const nameRange = text.range(start, start + name.length);
  if (!text.take('(')) text.fail(`expected \`(\` after \`${name}\``);
  return text.nested(true, () => {
    const args: Expression[] = [];
    let expand = false;
    for (;;) {
      text.skip();
      if (text.take(')')) break;
      args.push(parseExpression(text));
      text.skip();
      if (text.take('...')) {
        expand = true;
        text.skip();
        text.take(',');
        text.expect(')', 'after `...`');
        break;
      }
      if (text.take(',')) continue;
      text.expect(')', `to close the arguments of \`${name}\``);
      break;
    }
    return { kind: 'call', name, nameRange, arguments: args, expand, range: text.range(start, text.pos) };
  });
}

const FOR = /for\s+[^\s=:]/y;
function forAhead(text: Text): boolean {
  FOR.lastIndex = text.pos;
  return FOR.test(text.text);
}

function tuple(text: Text, start: number): Expression {
  text.pos += 1;
  text.skip();
  if (forAhead(text)) return loop(text, start, ']');
  const items: Expression[] = [];
  for (;;) {
    text.skip();
    if (text.take(']')) break;
    items.push(parseExpression(text));
    text.skip();
    if (text.take(',')) continue;
    if (!text.take(']')) text.fail(`expected \`,\` or \`]\` in the list, found ${text.found()}`);
    break;
  }
  return { kind: 'tuple', items, range: text.range(start, text.pos) };
}

function object(text: Text, start: number): Expression {
  text.pos += 1;
  text.skip(true);
  if (forAhead(text)) {
    text.newlines = true;
    return loop(text, start, '}');
  }
  const items: ObjectItem[] = [];
  for (;;) {
    text.skip(true);
    if (text.take('}')) break;
    const key = objectKey(text);
    text.skip();
    if (!text.take('=') && !text.take(':')) text.fail(`expected \`=\` or \`:\` after the key, found ${text.found()}`);
    items.push({ key, value: parseExpression(text) });
    text.skip();
    if (text.take(',') || text.code() === 10 || text.code() === 13) continue;
    if (!text.take('}')) text.fail(`expected a new line, \`,\` or \`}\` in the object, found ${text.found()}`);
    break;
  }
  return { kind: 'object', items, range: text.range(start, text.pos) };
}

function objectKey(text: Text): Expression {
  const key = parseExpression(text);
  // A bare word is its own name, keywords included.
  if (key.kind === 'literal' && typeof key.value !== 'string' && typeof key.value !== 'number') return { ...key, value: String(key.value) };
  return key.kind === 'variable' ? { kind: 'literal', value: key.name, range: key.range } : key;
}

function loop(text: Text, start: number, close: ']' | '}'): ForExpression {
  text.pos += 3;
  text.skip();
  let valueName = text.identifier() ?? text.fail(`expected a name after \`for\`, found ${text.found()}`);
  let keyName: string | undefined;
  text.skip();
  if (text.take(',')) {
    text.skip();
    keyName = valueName;
    valueName = text.identifier() ?? text.fail(`expected a second name after \`for ${keyName},\``);
    text.skip();
  }
  if (text.identifier() !== 'in') text.fail('expected `in` after the names of `for`');
  const collection = parseExpression(text);
  text.expect(':', 'after the collection of `for`');
  let value = parseExpression(text);
  let key: Expression | undefined;
  text.skip();
  if (close === '}') {
    if (!text.take('=>')) text.fail(`expected \`=>\` after the key of \`for\`, found ${text.found()}`);
    key = value;
    value = parseExpression(text);
    text.skip();
  }
  const grouping = text.take('...');
  text.skip();
  let condition: Expression | undefined;
  if (text.peekIdentifier() === 'if') {
    text.pos += 2;
    condition = parseExpression(text);
  }
  text.expect(close, 'to close `for`');
  return { kind: 'for', keyName, valueName, collection, key, value, condition, grouping, range: text.range(start, text.pos) };
}
