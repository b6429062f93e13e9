/** The layers in which each type leaves something to you, by its knobs: computed here, so that a scan loads neither schemas nor rules. */
import type { Generated } from './run.js';
import { header } from './spec.js';

const path = 'src/responsibility/computed-data.ts';

export async function lineLayers(): Promise<Generated> {
  // Imported here: what they read was generated just before.
  const { loadSchemas, typeNames } = await import('../../src/schema/aws/index.js');
  const { layersByKnobs } = await import('../../src/responsibility/knobs.js');
  const { letterOf } = await import('../../src/responsibility/letters.js');
  const schemas = await loadSchemas(typeNames());
  const services = new Map<string, string[]>();
  for (const schema of schemas.values()) {
    const service = schema.type.split('::')[1]!;
    const letters = [...layersByKnobs(schema)].flatMap((layer) => letterOf[layer] ?? []).sort();
    const types = services.get(service) ?? [];
    services.set(service, types);
    types.push(letters.length === 0 ? schema.name : `${schema.name}:${letters.join('')}`);
  }
  const rows = [...services].map(([service, types]) => `${service} ${types.join(' ')}`);
  const text = `${header('Layers by type, as src/responsibility/rules.ts assigns them. One line a service; letters as in letters.ts.')}export const computedLayers = \`\n${rows.join('\n')}\n\`;\n`;
  return { files: new Map([[path, text]]), folders: [] };
}
