/** The server that the live tests ask. */
import { GetUserCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, startServer, type Server } from './server.js';

describe.skipIf(!available)('the test server', () => {
  let server: Server | undefined;
  beforeAll(async () => void (server = await startServer()), 60_000);
  afterAll(async () => server?.stop());
  const client = (): IAMClient => new IAMClient({ endpoint: server?.endpoint ?? '', region: 'us-east-1', credentials: { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'unknown' }, maxAttempts: 1 });

  it('answers anybody until calls are authorized, and again afterwards', async () => {
    expect((await client().send(new ListUsersCommand({}))).Users).toEqual([]);
    await server?.authorizeFrom(1);
    await expect(client().send(new GetUserCommand({ UserName: 'nobody' }))).rejects.toMatchObject({ name: 'NoSuchEntityException' });
    await expect(client().send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    await server?.authorizeFrom(Infinity);
    expect((await client().send(new ListUsersCommand({}))).Users).toEqual([]);
  });
});
