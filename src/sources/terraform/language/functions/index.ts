/** Every function, by name. `try` and `can` take expressions and live with the call. */
import { collection } from './collection.js';
import { conversion } from './conversion.js';
import { encoding } from './encoding.js';
import { files } from './files.js';
import { formats } from './format.js';
import { hash } from './hash.js';
import { json } from './json.js';
import { network } from './network.js';
import { numeric } from './numeric.js';
import { providers } from './providers.js';
import { regex } from './regex.js';
import type { FunctionRule } from './rule.js';
import { text } from './text.js';
import { time } from './time.js';
import { yaml } from './yaml.js';

const families = [numeric, text, regex, formats, collection, conversion, encoding, json, yaml, files, hash, network, time, providers];

export const functions: ReadonlyMap<string, FunctionRule> = new Map(families.flatMap((family) => Object.entries(family)));
