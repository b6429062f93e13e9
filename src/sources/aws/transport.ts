/** Connections to the services: few, kept open, timed, and through the proxy that the environment names. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type { NodeHttpHandler } from '@smithy/node-http-handler';

/** What carries requests, as the clients take it. */
export type Transport = Pick<NodeHttpHandler, 'handle' | 'destroy' | 'metadata'>;

/** @param timeout milliseconds without an answer after which a try is given up */
export async function transport(timeout: number, sockets: number): Promise<Transport> {
  const { NodeHttpHandler } = await import('@smithy/node-http-handler');
  const options = { keepAlive: true, maxSockets: sockets } as const;
  const through = await proxied(options);
  const settings = { connectionTimeout: Math.min(timeout, 5_000), requestTimeout: timeout, socketTimeout: timeout, throwOnRequestTimeout: true, socketAcquisitionWarningTimeout: 600_000 } as const;
  const direct = new NodeHttpHandler({ ...settings, httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) });
  /** By the proxy that they go through. */
  const handlers = new Map<string, NodeHttpHandler>([['', direct]]);
  const handlerFor = ({ protocol, hostname, port }: { readonly protocol: string; readonly hostname: string; readonly port?: number }): NodeHttpHandler => {
    const proxy = through?.proxyFor(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`) ?? '';
    let handler = handlers.get(proxy);
    if (handler === undefined) handlers.set(proxy, (handler = new NodeHttpHandler({ ...settings, ...through?.agents(proxy) })));
    return handler;
  };
  return {
    metadata: direct.metadata,
    handle: async (request, given) => {
      const { response } = await handlerFor(request).handle(request, given);
      if (response.statusCode >= 200 && response.statusCode < 300) await own(response);
      return { response };
    },
    destroy: () => {
      for (const handler of handlers.values()) handler.destroy();
    },
  };
}

/**
 * The services answer every question with a document. What stands between may put a page of its own in the reply's place and call it a
 * success: read as a reply it would say that nothing is there. Throws for such a page, and for nothing at all.
 */
async function own(response: { readonly headers: Readonly<Record<string, string>>; body?: unknown }): Promise<void> {
  const alien = (): Error => Object.assign(new Error('what came is no reply of the service'), { name: 'InvalidResponse' });
  if (response.headers['content-length'] === '0') throw alien();
  if (!/\bhtml\b/i.test(response.headers['content-type'] ?? '') || !(response.body instanceof Readable)) return;
  const chunks: Buffer[] = [];
  for await (const chunk of response.body) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (/^\uFEFF?\s*<(?:!doctype\s+)?html\b/i.test(body.toString('utf8', 0, 1_000))) throw alien();
  response.body = Readable.from([body]);
}

interface Proxies {
  /** The address of the proxy for an address; empty: none. */
  readonly proxyFor: (url: string) => string;
  readonly agents: (proxy: string) => { readonly httpAgent: HttpAgent; readonly httpsAgent: HttpsAgent };
}

/** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case, as for other programs: each host by itself. Undefined: none is named. */
async function proxied(options: { readonly keepAlive: true; readonly maxSockets: number }): Promise<Proxies | undefined> {
  const named = Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name) && process.env[name] !== '');
  if (!named) return undefined;
  const [{ getProxyForUrl }, { HttpProxyAgent }, { HttpsProxyAgent }] = await Promise.all([import('proxy-from-env'), import('http-proxy-agent'), import('https-proxy-agent')]);
  return { proxyFor: getProxyForUrl, agents: (proxy) => ({ httpAgent: new HttpProxyAgent<string>(proxy, options), httpsAgent: new HttpsProxyAgent<string>(proxy, options) }) };
}
