/** Numeric functions. */
import { bigIntOf, compare, integerValue, negate, numberValue, roundTo } from '../number.js';
import { add } from '../number.js';
import { errorValue, type TfNumber, type TfValue } from '../value.js';
import { itemsOf, listOf, number, numberOf, string, textOf, type Family, type FunctionRule } from './rule.js';
import { numberType } from '../types.js';

const one = (run: (value: TfNumber) => TfValue): FunctionRule => ({ parameters: [number], run: ([value]) => run(value as TfNumber) });
const float = (value: number, what: string): TfValue => (Number.isFinite(value) ? numberValue(value) : errorValue(`${what} has no finite result`));
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function extreme(sign: 1 | -1): FunctionRule {
  return {
    parameters: [number],
    rest: number,
    run: (values) => (values as readonly TfNumber[]).reduce((best, value) => (compare(value, best) * sign > 0 ? value : best)),
  };
}

function parseInteger(text: string, base: number): TfValue {
  if (!Number.isInteger(base) || base < 2 || base > 62) return errorValue('the base of `parseint` is a whole number from 2 to 62');
  const digits = text.replace(/^[+-]/, '');
  const invalid = errorValue(`\`${text.slice(0, 40)}\` is no whole number in base ${base}`);
  if (digits === '' || digits.length > 2000) return invalid;
  let result = 0n;
  for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
    const value = DIGITS.indexOf(digit);
    if (value < 0 || value >= base) return invalid;
    result = result * BigInt(base) + BigInt(value);
  }
  return integerValue(text.startsWith('-') ? -result : result);
}

export const numeric: Family = {
  abs: one((value) => (value.value < 0 ? negate(value) : value)),
  ceil: one((value) => roundTo(value, 'ceil')),
  floor: one((value) => roundTo(value, 'floor')),
  signum: one((value) => numberValue(Math.sign(value.value))),
  log: {
    parameters: [number, number],
    run: ([value, base]) => float(Math.log(numberOf(value)) / Math.log(numberOf(base)), '`log`'),
  },
  pow: {
    parameters: [number, number],
    run: ([base, power]) => {
      const [b, p] = [bigIntOf(base as TfNumber), bigIntOf(power as TfNumber)];
      const near = Math.pow(numberOf(base), numberOf(power));
      // Whole powers below 2^53 are exact in floating point; above it Go's float is what Terraform shows.
      return b !== undefined && p !== undefined && Number.isInteger(near) && Number.isFinite(near) ? integerValue(BigInt(near)) : float(near, '`pow`');
    },
  },
  max: extreme(1),
  min: extreme(-1),
  parseint: {
    parameters: [{ type: string.type }, number],
    run: ([text, base]) => parseInteger(textOf(text), numberOf(base)),
  },
  sum: {
    parameters: [listOf(numberType)],
    run: ([values]) => {
      const items = itemsOf(values);
      if (items.length === 0) return errorValue('`sum` takes a list that is not empty');
      if (items.some((item) => item.kind !== 'number')) return errorValue('`sum` takes a list of numbers');
      return (items as readonly TfNumber[]).reduce((total, item) => add(total, item));
    },
  },
};
