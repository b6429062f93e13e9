import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scan } from '../../src/app/scan.js';
import { code } from './plan-stack/code.js';
import { plan } from './plan-stack/plan.js';
import { folderOf } from './project-of.js';

test('the same stack as code and as a plan gets the same verdicts, except where the plan knows more', async () => {
  const folder = folderOf({ ...Object.fromEntries(Object.entries(code).map(([name, text]) => [`code/${name}`, text])), 'plan.json': JSON.stringify(plan) });
  const verdicts = async (target: string): Promise<ReadonlyMap<string, string>> => {
    const { verdicts: all, errors } = await scan({ targets: [join(folder, target)], cwd: folder, asOf: '2026-01-01T00:00:00Z', secrets: false });
    expect(errors).toEqual([]);
    return new Map(all.map(({ check, status, resource }) => [`${check} ${resource.address}`, status]));
  };
  const [written, planned] = [await verdicts('code'), await verdicts('plan.json')];
  expect(written.size).toBeGreaterThan(0);
  expect([...planned.keys()].sort()).toEqual([...written.keys()].sort());
  const changed = [...written].filter(([key, status]) => status !== 'unknown' && planned.get(key) !== status);
  expect(changed).toEqual([]);
});
