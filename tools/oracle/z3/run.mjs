// Compares the search for a way in with Z3 over generated policies: `npx tsx run.mjs [cases] [seed]`.
import { init } from 'z3-solver';
import { exists, reaches } from '../../../src/iam/index.ts';
import { generatePolicy, OWN, wide } from '../../../test/iam/generate.ts';
import { seeded, set } from '../../../test/iam/support.ts';
import { encode, NotEncoded } from './encode.ts';

const [cases = 300, seed = 20261123] = process.argv.slice(2).map(Number);
const TIMEOUT = 5000;
const { Context } = await init();
const { Solver } = Context('demarc');

async function satisfiable(formula) {
  const solver = new Solver();
  solver.set('timeout', TIMEOUT);
  solver.fromString(formula);
  const answer = await solver.check();
  solver.release();
  return answer === 'unknown' ? undefined : answer === 'sat';
}

/** The widest reach by Z3: the first round that is satisfiable; undefined where a round before it, or it, is not decided. */
async function byZ3(policy) {
  for (const round of ['public', 'conditional', 'named']) {
    const answer = await satisfiable(encode(policy, round, wide.actions));
    if (answer === undefined) return undefined;
    if (answer) return round;
  }
  return 'none';
}

const random = seeded(seed);
const counts = { agree: 0, undecidedByZ3: 0, openInSearch: 0, notEncoded: 0, contradictions: 0 };
const seen = Object.fromEntries(reaches.map((reach) => [reach, 0]));
let [searching, solving] = [0, 0];
for (let i = 0; i < cases; i++) {
  const policy = generatePolicy(random, wide);
  let from = performance.now();
  const found = exists({ resource: set(policy), targets: [{ resource: 'arn:aws:s3:::b/?*', actions: [...wide.actions] }], zone: { account: OWN } });
  searching += performance.now() - from;
  from = performance.now();
  let solved;
  try {
    solved = await byZ3(policy);
  } catch (error) {
    if (!(error instanceof NotEncoded)) throw error;
    counts.notEncoded++;
    continue;
  } finally {
    solving += performance.now() - from;
  }
  if (solved === undefined) counts.undecidedByZ3++;
  // Open means that a wider reach is not excluded.
  else if (found.open !== undefined && reaches.indexOf(solved) >= reaches.indexOf(found.reach)) counts.openInSearch++;
  else if (solved === found.reach) {
    counts.agree++;
    seen[solved]++;
  } else {
    counts.contradictions++;
    console.log(`case ${i}: the search says ${found.reach}, Z3 ${solved}\n${JSON.stringify(policy)}`);
  }
}
console.log(`${cases} policies: ${Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')}`);
console.log(`agreed on: ${Object.entries(seen).map(([name, count]) => `${name} ${count}`).join(', ')}; search ${(searching / cases).toFixed(2)} ms a policy, Z3 ${(solving / cases).toFixed(0)} ms`);
// Z3's threads do not end by themselves.
process.exit(counts.contradictions === 0 ? 0 : 1);
