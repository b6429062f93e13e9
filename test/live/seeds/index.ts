import { base } from './base.js';
import type { Seed } from './seed.js';

export { ACCOUNT, connection, type Connection } from './seed.js';

const seeds: readonly Seed[] = [base];

export const seed: Seed = async (at) => {
  for (const one of seeds) await one(at);
};
