/** What may be a credential goes no further than where it arrives, whichever call brings it. */
import { expect, it } from 'vitest';
import { looksSecret } from '../../src/checks/aws/secrets.js';
import type { Reply } from '../../src/sources/aws/collector.js';
import { concealing } from '../../src/sources/aws/conceal.js';
import type { ServiceName } from '../../src/sources/aws/services.js';
import type { Caller } from '../../src/sources/aws/session.js';

const told = async (service: ServiceName, command: string, reply: Reply): Promise<string> => {
  const caller: Caller = { calls: 0, home: () => Promise.resolve('us-east-1'), end: () => Promise.resolve(), send: () => Promise.resolve(reply) };
  return JSON.stringify(await concealing(caller, looksSecret).send(service, 'us-east-1', command, {}));
};
const described = (properties: object): Reply => ({ ResourceDescription: { Identifier: 'one', Properties: JSON.stringify(properties) } });

it('keeps no variable of a type that comes through Cloud Control, and no credential anywhere in it', async () => {
  const service = await told('cloudcontrol', 'GetResourceCommand', described({ SourceConfiguration: { ImageRepository: { ImageConfiguration: { Port: '8080', RuntimeEnvironmentVariables: [{ Name: 'DB_PASSWORD', Value: 'horse-battery-staple' }, { Name: 'GREETING', Value: 'good-morning' }] } } } }));
  expect(service).not.toMatch(/horse-battery-staple|good-morning/);
  expect(service).toContain('8080');
  expect(service).toContain('credential, not kept');
  const app = await told('cloudcontrol', 'GetResourceCommand', described({ EnvironmentVariables: [{ Name: 'STAGE', Value: 'production' }], OauthToken: 'ghp_0123456789abcdefghijABCDEFGHIJ012345', Name: 'site' }));
  expect(app).not.toMatch(/production|ghp_/);
  expect(app).toContain('site');
  expect(await told('cloudcontrol', 'GetResourceCommand', described({ Environment: { Variables: { A: 'some-value-1' } } }))).not.toContain('some-value-1');
});

it('keeps nothing of a description that it cannot read, and none of those that a list brings along', async () => {
  expect(await told('cloudcontrol', 'GetResourceCommand', { ResourceDescription: { Identifier: 'one', Properties: '{"Token": "horse-battery' } })).not.toContain('horse');
  expect(await told('cloudcontrol', 'ListResourcesCommand', { ResourceDescriptions: [{ Identifier: 'one', Properties: '{"Token":"horse-battery"}' }] })).not.toContain('horse');
});

it('keeps no document with a credential in it', async () => {
  expect(await told('ssm', 'GetDocumentCommand', { Content: 'mysql://app:horse-battery@db/' })).not.toContain('horse');
  expect(await told('ssm', 'GetDocumentCommand', { Content: '{"schemaVersion":"1.0"}' })).toContain('schemaVersion');
});
