/** Seconds and megabytes of matching 5,000 components with a database: `tsx bench/match.ts FOLDER COMPONENTS PACKAGES`, as JSON. */
import type { Inventory } from '../src/inventory/component.js';
import { Store } from '../src/store/index.js';
import { match } from '../src/vulnerabilities/match.js';
import { components } from './osv.mjs';

const [folder = '', count = '', packages = ''] = process.argv.slice(2);
const inventory: Inventory = { subject: 'generated', kind: 'image', os: undefined, components: components(Number(count), Number(packages)) as Inventory['components'], coverage: [], errors: [] };
const before = process.memoryUsage().rss;
const started = performance.now();
const store = Store.open(folder, (problem) => {
  throw new Error(problem);
});
if (store === undefined) throw new Error(`no database in ${folder}`);
const { findings, unmatched } = match(inventory, store);
const seconds = (performance.now() - started) / 1000;
if (unmatched.length > 0) throw new Error(`not compared: ${JSON.stringify(unmatched)}`);
console.log(JSON.stringify({ seconds, megabytes: (process.memoryUsage().rss - before) / 1e6, findings: findings.length }));
store.close();
