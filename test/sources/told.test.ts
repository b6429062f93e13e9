/** What accounts are told of what checks ask: nothing is absent only because a collector does not say it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { allTold, type Told } from '../../tools/gen/told.js';
import { asked } from './asked.js';

describe('collectors, over replies filled to the brim', () => {
  let told: ReadonlyMap<string, Told>;
  beforeAll(async () => {
    told = await allTold();
  }, 60_000);

  it('tell all that checks ask', () => {
    const untold = [...told].flatMap(([type, { paths, facts, absent }]) =>
      (asked[type] ?? '').split(' ').filter((path) => path !== '' && !paths.has(path) && !absent.has(path) && !facts.has(path.split('.')[0] ?? '')).map((path) => `${type} ${path}`),
    );
    expect(untold).toEqual([]);
  });
});
