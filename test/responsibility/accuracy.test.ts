/** How well the computed line agrees with people: measured on types and settings that the rules were never tuned on. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/model/layers.js';
import { knobsOf, layersByKnobs, lineOf } from '../../src/responsibility/index.js';
import { loadSchemas } from '../../src/schema/aws/index.js';
import { judgedLayers, layersOf, table, Tally } from './sample/read.js';

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const onlyJudged = (layers: Iterable<Layer>): ReadonlySet<Layer> => new Set([...layers].filter((layer) => judgedLayers.has(layer)));

describe('accuracy of the line', () => {
  it('finds the layers of types that it was never tuned on', async () => {
    const rows = table('types.tsv');
    expect(rows.length).toBeGreaterThanOrEqual(40);
    const schemas = await loadSchemas(rows.map(([type]) => type!));
    const tally = new Tally();
    for (const [type, judged, either] of rows) tally.add(onlyJudged(layersByKnobs(schemas.get(type!)!)), layersOf(judged!), layersOf(either!));
    const { precision, recall } = tally.score;
    console.log(`layers of ${rows.length} types by knobs alone: precision ${percent(precision)}, recall ${percent(recall)}`);
    expect(precision).toBeGreaterThanOrEqual(0.92);
    expect(recall).toBeGreaterThanOrEqual(0.92);
  });

  it('assigns single settings to their layer', async () => {
    const rows = table('knobs.tsv');
    expect(rows.length).toBeGreaterThanOrEqual(200);
    const schemas = await loadSchemas(rows.map(([type]) => type!));
    let right = 0;
    const strict = { found: 0, foundRight: 0, judged: 0, judgedRight: 0 };
    for (const [type, path, judged] of rows) {
      const accepted = judged!.split(' ');
      const found: readonly string[] = knobsOf(schemas.get(type!)!).knobs.find((knob) => knob.path === path)?.layers ?? ['none'];
      const good = found.every((layer) => accepted.includes(layer));
      if (good) right++;
      if (!found.includes('none')) {
        strict.found++;
        if (good) strict.foundRight++;
      }
      if (!accepted.includes('none')) {
        strict.judged++;
        if (good) strict.judgedRight++;
      }
    }
    const accuracy = right / rows.length;
    console.log(
      `${rows.length} settings: ${percent(accuracy)} right; of ${strict.found} taken for knobs ${percent(strict.foundRight / strict.found)}, of ${strict.judged} that surely are knobs ${percent(strict.judgedRight / strict.judged)}`,
    );
    expect(accuracy).toBeGreaterThanOrEqual(0.95);
    expect(strict.foundRight / strict.found).toBeGreaterThanOrEqual(0.92);
    expect(strict.judgedRight / strict.judged).toBeGreaterThanOrEqual(0.92);
  });

  it('agrees with the judged services, catalogue included', async () => {
    const rows = table('services.tsv');
    const schemas = await loadSchemas(rows.map(([type]) => type!));
    const whole = new Tally();
    const alone = new Tally();
    for (const [type, judged] of rows) {
      const yours = lineOf(type!).layers.filter(({ owner }) => owner === 'customer' || owner === 'shared');
      whole.add(onlyJudged(yours.map(({ layer }) => layer)), layersOf(judged!));
      alone.add(onlyJudged(layersByKnobs(schemas.get(type!)!)), layersOf(judged!));
    }
    console.log(
      `layers of ${rows.length} judged services: precision ${percent(whole.score.precision)}, recall ${percent(whole.score.recall)}; by knobs alone ${percent(alone.score.precision)}, ${percent(alone.score.recall)}`,
    );
    expect(whole.score.precision).toBeGreaterThanOrEqual(0.92);
    expect(whole.score.recall).toBeGreaterThanOrEqual(0.92);
  });
});
