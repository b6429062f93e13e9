import { account } from './account.js';
import { analytics } from './analytics.js';
import { base } from './base.js';
import { compute } from './compute.js';
import { data } from './data.js';
import { databases } from './databases.js';
import { edge } from './edge.js';
import { flows } from './flows.js';
import { further } from './further.js';
import { network } from './network.js';
import type { Seed } from './seed.js';

export { ACCOUNT, connection, type Connection } from './seed.js';

const seeds: readonly Seed[] = [base, network, data, account, databases, analytics, compute, edge, flows, further];

export const seed: Seed = async (at) => {
  for (const one of seeds) await one(at);
};
