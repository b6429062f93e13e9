/** Programs that carry a list of what they were built from. */
import { NOTHING, type Reading } from './found.js';
import { readGoBinary } from './go/binary.js';
import { readAuditable } from './rust/rust.js';

export const readBinary = (bytes: Buffer): Reading => readGoBinary(bytes) ?? readAuditable(bytes) ?? NOTHING;
