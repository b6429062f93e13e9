/** Every function, by name. */
import { collection } from './collection.js';
import { conversion } from './conversion.js';
import { numeric } from './numeric.js';
import { regex } from './regex.js';
import type { FunctionRule } from './rule.js';
import { text } from './text.js';

export const functions: ReadonlyMap<string, FunctionRule> = new Map([numeric, text, regex, collection, conversion].flatMap((family) => Object.entries(family)));
