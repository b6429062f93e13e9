/** A proxy before the API server that breaks the replies of one operation, and answers what the server lacks from fixtures. */
import { createServer, request as forward, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fixtures } from './fixtures/index.js';

export const faults = ['denied', 'throttled to the end', 'throttled twice', 'server error', 'reset', 'no answer', 'truncated', 'another page', 'empty pages'] as const;
export type Fault = (typeof faults)[number];

/** Header in which demarc's session names the operation: the URLs of two dozen services need not be told apart. */
export const TRACE = 'x-demarc-operation';

export interface Proxy {
  readonly endpoint: string;
  /** From now on the operation (`GetBucketPolicy`) fails so; undefined: nothing does. `token`: where its reply says that there is more. `after`: calls that go through before. */
  breaks(operation: string | undefined, fault?: Fault, token?: string, after?: number): void;
  /** From now on these are denied beside. */
  denies(operations: readonly string[]): void;
  /** How often the fault was dealt. */
  readonly dealt: () => number;
  /** Calls that went through since the last `breaks`, by operation. */
  readonly asked: () => ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** What the server said, to say it again. */
interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
/** Has an answer of its own each time: it is made first, and told then. */
const IN_THE_MAKING = new Set(['GenerateCredentialReport']);

/** @param remembering of an account that nobody changes, the server is asked each question once */
export async function startProxy(target: string, remembering = false): Promise<Proxy> {
  const said = new Map<string, Said>();
  let broken: { readonly operation: string; readonly fault: Fault; readonly token?: string; readonly after: number } | undefined;
  let denied: ReadonlySet<string> = new Set();
  let count = 0;
  let asked = new Map<string, number>();
  /** How often one call was throttled, by what tells it apart. */
  let refused = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const traced = incoming.headers[TRACE];
      const addressed = incoming.headers['x-amz-target'];
      // The command itself sends no trace: what its protocol says has to do for fixtures.
      const operation = typeof traced === 'string' ? traced : typeof addressed === 'string' ? (addressed.split('.').at(-1) ?? '') : (/(?:^|&)Action=([A-Za-z]+)/.exec(body.toString('latin1'))?.[1] ?? '');
      const service = /Credential=[^/]*\/\d*\/[^/]*\/([^/]+)\//.exec(incoming.headers.authorization ?? '')?.[1] ?? '';
      asked.set(operation, (asked.get(operation) ?? 0) + 1);
      if (denied.has(operation) && broken?.operation !== operation) return deal('denied', { operation, service, token: '', count }, outgoing);
      if (broken?.operation === operation && (asked.get(operation) ?? 0) > broken.after && breaks(broken.fault, `${incoming.url ?? ''} ${body.toString('latin1')}`)) {
        count++;
        deal(broken.fault, { operation, service, token: broken.token ?? 'NextToken', count }, outgoing);
        return;
      }
      const fixture = fixtures.get(`${service}:${operation}`);
      if (fixture !== undefined) {
        outgoing.writeHead(200, { 'content-type': protocolOf(service) === 'json' ? 'application/x-amz-json-1.1' : 'text/xml' });
        const reply = typeof fixture.reply === 'function' ? fixture.reply(body.toString('utf8')) : fixture.reply;
        outgoing.end(typeof reply === 'string' ? reply : JSON.stringify(reply));
        return;
      }
      const { [TRACE]: _, ...headers } = incoming.headers;
      const question = `${service} ${operation} ${incoming.method ?? ''} ${incoming.url ?? ''} ${body.toString('latin1')}`;
      const before = said.get(question);
      if (before !== undefined) {
        outgoing.writeHead(before.status, before.headers);
        outgoing.end(before.body);
        return;
      }
      const onwards = forward(new URL(incoming.url ?? '/', target), { method: incoming.method, headers }, (answer) => {
        const parts: Buffer[] = [];
        if (remembering && !IN_THE_MAKING.has(operation)) {
          answer.on('data', (chunk: Buffer) => parts.push(chunk));
          answer.on('end', () => said.set(question, { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }));
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onwards.on('error', () => outgoing.destroy());
      onwards.end(body);
    });
  });
  const breaks = (fault: Fault, call: string): boolean => {
    if (fault !== 'throttled twice') return true;
    const times = refused.get(call) ?? 0;
    refused.set(call, times + 1);
    return times < 2;
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breaks: (operation, fault = 'denied', token, after = 0) => {
      broken = operation === undefined ? undefined : { operation, fault, token, after };
      count = 0;
      asked = new Map();
      refused = new Map();
    },
    denies: (operations) => {
      denied = new Set(operations);
    },
    dealt: () => count,
    asked: () => asked,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** How a service writes its replies; those not named write JSON. */
const XML: Readonly<Record<string, 'query' | 'ec2' | 's3' | 'rest'>> = { iam: 'query', sts: 'query', rds: 'query', sns: 'query', cloudsearch: 'query', elasticloadbalancing: 'query', autoscaling: 'query', cloudformation: 'query', redshift: 'query', elasticache: 'query', elasticbeanstalk: 'query', ec2: 'ec2', s3: 's3', cloudfront: 'rest', route53: 'rest' };
const protocolOf = (service: string): 'json' | 'query' | 'ec2' | 's3' | 'rest' => XML[service] ?? 'json';

interface Call {
  readonly operation: string;
  readonly service: string;
  /** Name of the member that says that there is more. */
  readonly token: string;
  readonly count: number;
}

function deal(fault: Fault, { operation, service, token, count }: Call, outgoing: ServerResponse): void {
  const protocol = protocolOf(service);
  const json = protocol === 'json';
  const error = (status: number, code: string): void => {
    outgoing.writeHead(status, json ? { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code } : { 'content-type': 'text/xml' });
    outgoing.end(json ? JSON.stringify({ __type: code, message: code }) : `<ErrorResponse><Error><Code>${code}</Code><Message>${code}</Message></Error><Code>${code}</Code><Errors><Error><Code>${code}</Code></Error></Errors></ErrorResponse>`);
  };
  switch (fault) {
    case 'denied':
      return error(403, 'AccessDenied');
    case 'throttled to the end':
    case 'throttled twice':
      return error(429, 'Throttling');
    case 'server error':
      return error(500, 'InternalFailure');
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'no answer':
      return;
    case 'truncated':
      outgoing.writeHead(200, { 'content-type': json ? 'application/x-amz-json-1.1' : 'text/xml', 'content-length': '5000' });
      outgoing.write(json ? '{"Items": [' : '<?xml version="1.0"?><Reply><It');
      outgoing.socket?.destroySoon();
      return;
    case 'another page':
      // Something between answers in the service's place, and says that all is well: a page to sign in at.
      outgoing.writeHead(200, { 'content-type': 'text/html' });
      outgoing.end('<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form method="post"><input name="user"/></form></body></html>');
      return;
    case 'empty pages': {
      // A service that always says that there is more, and never has any.
      const more = `page-${count}`;
      outgoing.writeHead(200, { 'content-type': json ? 'application/x-amz-json-1.1' : 'text/xml' });
      const member = protocol === 'ec2' ? `${token[0]?.toLowerCase() ?? ''}${token.slice(1)}` : token;
      const text = `<${member}>${more}</${member}><IsTruncated>true</IsTruncated>`;
      outgoing.end(json ? JSON.stringify({ [token]: more, [`${token[0]?.toLowerCase() ?? ''}${token.slice(1)}`]: more, IsTruncated: true, Truncated: true }) : protocol === 'query' ? `<${operation}Response><${operation}Result>${text}</${operation}Result></${operation}Response>` : `<${operation}Response>${text}</${operation}Response>`);
      return;
    }
  }
}

