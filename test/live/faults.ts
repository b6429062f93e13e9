/** A proxy before the API server that breaks the replies of one operation. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const faults = ['denied', 'throttled', 'server error', 'reset', 'no answer', 'truncated', 'no reply at all'] as const;
export type Fault = (typeof faults)[number];

export interface Proxy {
  readonly endpoint: string;
  /** From now on the operation (`s3:GetBucketPolicy`) fails so; undefined: nothing does. */
  breaks(operation: string | undefined, fault?: Fault): void;
  /** How often the fault was dealt. */
  readonly dealt: () => number;
  stop(): Promise<void>;
}

/** What S3 is asked for, by the parameter that says it. */
const S3: Readonly<Record<string, string>> = { policy: 'GetBucketPolicy', acl: 'GetBucketAcl', encryption: 'GetBucketEncryption', versioning: 'GetBucketVersioning', logging: 'GetBucketLogging', ownershipControls: 'GetBucketOwnershipControls', website: 'GetBucketWebsite', tagging: 'GetBucketTagging', publicAccessBlock: 'GetPublicAccessBlock' };

/** The operation of a request, whatever the protocol of its service. */
export function operationOf({ url = '', headers }: IncomingMessage, body: string): string {
  const action = /(?:^|&)Action=([A-Za-z]+)/.exec(body)?.[1];
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  if (action !== undefined) return action;
  const { pathname, searchParams } = new URL(url, 'http://x');
  if (pathname === '/v20180820/configuration/publicAccessBlock') return 'GetAccountPublicAccessBlock';
  if (/\/functions\/?$/.test(pathname)) return 'ListFunctions';
  if (/\/functions\/[^/]+\/policy$/.test(pathname)) return 'GetPolicy';
  if (/\/functions\/[^/]+\/url$/.test(pathname)) return 'GetFunctionUrlConfig';
  for (const name of searchParams.keys()) if (S3[name] !== undefined) return S3[name];
  return pathname === '/' ? 'ListBuckets' : '';
}

export async function startProxy(target: string): Promise<Proxy> {
  let broken: { readonly operation: string; readonly fault: Fault } | undefined;
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const operation = operationOf(incoming, body.toString('latin1'));
      if (broken !== undefined && broken.operation.split(':')[1] === operation) {
        count++;
        deal(broken.fault, incoming, outgoing);
        return;
      }
      const onwards = forward(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onwards.on('error', () => outgoing.destroy());
      onwards.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breaks: (operation, fault = 'denied') => {
      broken = operation === undefined ? undefined : { operation, fault };
      count = 0;
    },
    dealt: () => count,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function deal(fault: Fault, { headers }: IncomingMessage, outgoing: ServerResponse): void {
  const inJson = headers['x-amz-target'] !== undefined || (headers['user-agent'] ?? '').includes('api/lambda');
  const error = (status: number, code: string): void => {
    outgoing.writeHead(status, inJson ? { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code } : { 'content-type': 'text/xml' });
    outgoing.end(inJson ? JSON.stringify({ __type: code, message: code }) : `<ErrorResponse><Error><Code>${code}</Code><Message>${code}</Message></Error><Code>${code}</Code><Errors><Error><Code>${code}</Code></Error></Errors></ErrorResponse>`);
  };
  switch (fault) {
    case 'denied':
      return error(403, 'AccessDenied');
    case 'throttled':
      return error(429, 'Throttling');
    case 'server error':
      return error(500, 'InternalFailure');
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'no answer':
      return;
    case 'truncated':
      outgoing.writeHead(200, { 'content-type': inJson ? 'application/x-amz-json-1.1' : 'text/xml', 'content-length': '5000' });
      outgoing.write(inJson ? '{"Items": [' : '<?xml version="1.0"?><Reply><It');
      outgoing.socket?.destroySoon();
      return;
    case 'no reply at all':
      outgoing.socket?.end();
      return;
  }
}
