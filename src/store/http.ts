/** The network, for those who allow it by name: through the proxy of the environment, bounded in time, size and redirections, every failure one clause. */
import { request as plainRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';

export interface Ask {
  /** Without a slash at the end. */
  readonly base: string;
}

export interface Options {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly ok: boolean;
  readonly header: (name: string) => string | undefined;
  readonly body: IncomingMessage;
}

/** Milliseconds without a byte. */
const PATIENCE = 60_000;
const LARGEST_ANSWER = 256 * 1024 * 1024;
const MOST_REDIRECTIONS = 5;

/** Throws Error with a clause. `body`: makes it a POST. */
export async function getJson({ base }: Ask, path: string, body?: unknown): Promise<unknown> {
  const reply = await request(`${base}${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await textOf(reply, LARGEST_ANSWER);
  if (!reply.ok) throw new Error(`it answered ${reply.status}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('its answer is no JSON');
  }
}

/** A reply, whatever its status; its body must be read or destroyed. Throws Error with a clause where there is none. */
export async function request(url: string, options: Options = {}, redirections = 0): Promise<Reply> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error(`\`${url}\` is no address of http or https`);
  const body = await send(url, options, await agentOf(url));
  const status = body.statusCode ?? 0;
  const { location } = body.headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined && options.method !== 'POST') {
    body.destroy();
    if (redirections >= MOST_REDIRECTIONS) throw new Error(`it redirects more than ${MOST_REDIRECTIONS} times`);
    const next = new URL(location, url);
    if (url.startsWith('https:') && next.protocol !== 'https:') throw new Error('it redirects from https to something else');
    return request(next.href, options, redirections + 1);
  }
  return { status, ok: status >= 200 && status < 300, header: (name) => [body.headers[name]].flat()[0], body };
}

function send(url: string, { method = 'GET', headers = {}, body }: Options, agent: Agent | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(new Error(error instanceof Error && error.message !== '' ? error.message : 'it cannot be reached', { cause: error }));
    const asked = (url.startsWith('https:') ? secureRequest : plainRequest)(url, { method, agent, timeout: PATIENCE, headers: { 'user-agent': 'demarc', ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) } }, resolve);
    asked.on('timeout', () => asked.destroy(new Error(`it did not answer within ${PATIENCE / 1000} seconds`)));
    asked.on('error', fail);
    asked.end(body);
  });
}

/** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case, as for other programs. */
async function agentOf(url: string): Promise<Agent | undefined> {
  const { getProxyForUrl } = await import('proxy-from-env');
  const proxy = getProxyForUrl(url);
  if (proxy === '') return undefined;
  if (url.startsWith('https:')) return new (await import('https-proxy-agent')).HttpsProxyAgent<string>(proxy);
  return new (await import('http-proxy-agent')).HttpProxyAgent<string>(proxy);
}

/** The bytes of a reply, piece by piece; throws when they are more than `most`, or fewer than it said. */
export async function* pieces({ body, header }: Reply, most: number): AsyncIterable<Buffer> {
  let size = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new Error(`it sends more than ${Math.round(most / 1024 / 1024)} MB`);
    yield piece;
  }
  const said = header('content-length');
  if (said !== undefined && size < Number(said)) throw new Error('the connection ended before all of it had come');
}

export async function textOf(reply: Reply, most: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of pieces(reply, most)) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
}
