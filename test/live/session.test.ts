/** What a session does when a service is busy, and when credentials end in mid-scan. */
import { createServer, request as forward, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { LiveOptions } from '../../src/app/accounts.js';
import type { Ledger } from '../../src/model/index.js';
import { ACCOUNT, connection } from './seeds/seed.js';
import { available, startServer, type Server } from './server.js';

/** Says which calls are let through; the others get the error. */
type Rule = (call: { readonly under: number; readonly authorization: string; readonly body: string }) => { readonly status: number; readonly code: string } | undefined;

describe.skipIf(!available)('a session', () => {
  let server: Server;
  let door: HttpServer;
  let rule: Rule = () => undefined;
  let [under, refused, most] = [0, 0, 0];
  /** How many were under way when each came. */
  let together: number[] = [];
  const before = { ...process.env };
  beforeAll(async () => {
    server = await startServer();
    const s3 = new S3Client({ ...connection(server.endpoint), forcePathStyle: true });
    for (let i = 0; i < 30; i++) await s3.send(new CreateBucketCommand({ Bucket: `bucket-${i}` }));
    const sqs = new SQSClient(connection(server.endpoint));
    for (let i = 0; i < 10; i++) await sqs.send(new CreateQueueCommand({ QueueName: `queue-${i}` }));
    door = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      under++;
      most = Math.max(most, under);
      outgoing.once('close', () => under--);
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        together.push(under);
        const no = rule({ under, authorization: incoming.headers.authorization ?? '', body: body.toString('latin1') });
        if (no !== undefined) {
          refused++;
          outgoing.writeHead(no.status, { 'content-type': 'text/xml', 'x-amzn-errortype': no.code });
          outgoing.end(`<ErrorResponse><Error><Code>${no.code}</Code></Error><Code>${no.code}</Code></ErrorResponse>`);
          return;
        }
        const onwards = forward(new URL(incoming.url ?? '/', server.endpoint), { method: incoming.method, headers: incoming.headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        });
        onwards.on('error', () => outgoing.destroy());
        onwards.end(body);
      });
    });
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
    Object.assign(process.env, { AWS_ENDPOINT_URL: `http://127.0.0.1:${(door.address() as AddressInfo).port}`, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
  }, 60_000);
  afterEach(() => {
    rule = () => undefined;
    [refused, most] = [0, 0];
    together = [];
  });
  afterAll(async () => {
    process.env = before;
    door.closeAllConnections();
    door.close();
    await server.stop();
  });
  const read = (live: LiveOptions = {}): Promise<Ledger> => scan({ targets: ['aws'], asOf: '2026-11-01T00:00:00Z', live: { regions: ['us-east-1'], services: ['s3', 'sqs'], pause: 5, ...live } });
  const told = ({ verdicts, coverage }: Ledger): readonly string[] => [...verdicts.map(({ check, status, resource }) => `${check} ${status} ${resource.id}`), ...coverage.map(({ subject, reason }) => `${subject} ${reason ?? ''}`)].sort();

  it('slows down when a service is busy, and loses nothing', { timeout: 90_000 }, async () => {
    const later = (): number => together.slice(Math.floor(together.length / 2)).reduce((sum, one, _, all) => sum + one / all.length, 0);
    const calm = told(await read());
    const [calmest, width] = [most, later()];
    [refused, most] = [0, 0];
    together = [];
    rule = (call) => (call.under > 3 ? { status: 503, code: 'SlowDown' } : undefined);
    const busy = told(await read({ attempts: 12 }));
    expect(calmest).toBeGreaterThan(3);
    expect(refused).toBeGreaterThan(0);
    expect(busy).toEqual(calm);
    // It learns: once it knows, far fewer come at a time than where nobody complains, and few are refused of all that come.
    expect(width).toBeGreaterThan(6);
    expect(later()).toBeLessThan(width * 0.6);
    expect(refused / together.length).toBeLessThan(0.4);
  });

  it('renews what a role was given when it ends in mid-scan', async () => {
    const seen = new Set<string>();
    let ended = 0;
    // The first credentials of the role end after twenty calls.
    rule = ({ authorization }) => {
      const id = /Credential=([^/]+)\//.exec(authorization)?.[1] ?? '';
      if (id === 'root') return undefined;
      seen.add(id);
      if ([...seen][0] !== id || ++ended <= 20) return undefined;
      return { status: 400, code: 'ExpiredToken' };
    };
    const ledger = await read({ accounts: [ACCOUNT], role: 'audit' });
    expect(seen.size).toBe(2);
    expect(refused).toBeGreaterThan(0);
    expect(ledger.coverage.filter(({ reason }) => /expired/.test(reason ?? ''))).toEqual([]);
    expect(ledger.verdicts.filter(({ resource }) => resource.type === 'AWS::S3::Bucket').length).toBeGreaterThan(30);
  });

  it('says that credentials ended which nobody can renew', async () => {
    let calls = 0;
    rule = () => (++calls > 20 ? { status: 400, code: 'ExpiredToken' } : undefined);
    const ledger = await read();
    expect(ledger.coverage.map(({ reason }) => reason).join('\n')).toContain('the credentials expired');
    expect(ledger.verdicts.some(({ status }) => status === 'unknown')).toBe(true);
  });

  it('asks each service where the environment says that it is', async () => {
    const all = process.env['AWS_ENDPOINT_URL'];
    const own = ['STS', 'SQS', 'S3', 'S3_CONTROL'].map((service) => `AWS_ENDPOINT_URL_${service}`);
    // Nobody is at home where all others are.
    process.env['AWS_ENDPOINT_URL'] = 'http://127.0.0.1:9';
    for (const name of own) process.env[name] = all;
    try {
      const { verdicts, coverage } = await read({ services: ['s3', 'sqs', 'sns'], attempts: 1 });
      const types = new Set(verdicts.filter(({ status }) => status !== 'unknown').map(({ resource }) => resource.type));
      for (const type of ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'Demarc::S3::AccountPublicAccessBlock']) expect(types).toContain(type);
      expect(coverage.find(({ asked }) => asked === 'sns:ListTopics')?.reason).toContain('the connection failed');
    } finally {
      process.env['AWS_ENDPOINT_URL'] = all;
      for (const name of own) delete process.env[name];
    }
  });

  it('reads through the proxy that the environment names', async () => {
    const asked: string[] = [];
    // A plain HTTP proxy is asked for whole addresses.
    const proxy = createServer((incoming, outgoing) => {
      asked.push(incoming.url ?? '');
      const target = new URL(incoming.url ?? '/');
      const onwards = forward(target, { method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onwards);
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    process.env['HTTP_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const ledger = await read({ services: ['sqs'] });
    expect(ledger.verdicts.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(5);
    // Each host by itself: one service is at home where no proxy is asked.
    const { port } = new URL(process.env['AWS_ENDPOINT_URL'] ?? '');
    process.env['AWS_ENDPOINT_URL_SQS'] = `http://localhost:${port}`;
    process.env['NO_PROXY'] = 'localhost';
    asked.length = 0;
    expect((await read({ services: ['sqs', 'sns'] })).verdicts.filter(({ resource }) => resource.type === 'AWS::SQS::Queue').length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => url.includes('localhost'))).toEqual([]);
    delete process.env['AWS_ENDPOINT_URL_SQS'];
    asked.length = 0;
    process.env['NO_PROXY'] = '127.0.0.1';
    await read({ services: ['sqs'] });
    expect(asked).toEqual([]);
    delete process.env['HTTP_PROXY'];
    delete process.env['NO_PROXY'];
    proxy.closeAllConnections();
    proxy.close();
  });
});
