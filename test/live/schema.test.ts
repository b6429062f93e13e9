/** What collectors say is in the provider's shape: every name that they set, at every depth, is the schema's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tree } from '../../src/model/index.js';
import { loadSchemas, type Definition, type Kind } from '../../src/schema/aws/index.js';
import { othersOf } from '../../src/sources/aws/part.js';
import { readAccounts, type AccountResult } from '../../src/sources/aws/read.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { connection, seed } from './seeds/index.js';
import { available, startServer, type Server } from './server.js';

/** `absent`: names that checks of several types ask for in place of the schema's own, said to be absent. */
function strangers(tree: Tree, definition: Definition, path: string, absent: readonly string[] = []): readonly string[] {
  if (tree.kind !== 'map') return [];
  return [...tree.entries].flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (value.kind === 'scalar' && value.value === null && absent.includes(name)) return [];
    const property = definition.properties.get(name);
    return property === undefined ? [at] : inside(value, property.kind, at);
  });
}

function inside(value: Tree, kind: Kind, path: string): readonly string[] {
  if (value.kind === 'list') return kind.kind === 'list' ? value.items.flatMap((item) => inside(item, kind.element, `${path}[]`)) : kind.kind === 'json' ? [] : kind.kind === 'union' ? [] : [`${path} is a list`];
  if (value.kind !== 'map') return kind.kind === 'list' && value.kind === 'scalar' && value.value !== null ? [`${path} is no list`] : [];
  switch (kind.kind) {
    case 'object':
      return strangers(value, kind.definition, path);
    case 'map':
      return [...value.entries.values()].flatMap((one) => inside(one, kind.element, `${path}.*`));
    case 'list':
      return [`${path} is no list`];
    default:
      return [];
  }
}

describe.skipIf(!available)('the shape of what is read', () => {
  let server: Server;
  let proxy: Proxy;
  let account: AccountResult | undefined;
  const before = { ...process.env };
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    await seed(connection(server.endpoint));
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    ({
      accounts: [account],
    } = await readAccounts({ regions: ['us-east-1'], trace: TRACE, deep: true, looksSecret: () => false }));
  }, 180_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });

  it('is the schema’s', async () => {
    const resources = account?.resources ?? [];
    const schemas = await loadSchemas(resources.map(({ type }) => type));
    const wrong = new Set(resources.flatMap(({ type, arguments: properties }) => (type.startsWith('AWS::') ? (schemas.has(type) ? strangers(properties, schemas.get(type) as Definition, type, othersOf(type)) : [type]) : [])));
    expect([...wrong].sort()).toEqual([]);
    expect(new Set(resources.map(({ type }) => type)).size).toBeGreaterThan(60);
  });

  it('names each thing once', () => {
    const ids = (account?.resources ?? []).map(({ id }) => id ?? '');
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => id === '' || /:undefined|\/$|::$/.test(id))).toEqual([]);
  });
});
