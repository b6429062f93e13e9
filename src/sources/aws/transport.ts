/** Connections to the services: few, kept open, timed, and through the proxy that the environment names. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandler } from '@smithy/node-http-handler';

/** @param timeout milliseconds without an answer after which a try is given up */
export async function transport(timeout: number, sockets: number): Promise<NodeHttpHandler> {
  const { NodeHttpHandler } = await import('@smithy/node-http-handler');
  const options = { keepAlive: true, maxSockets: sockets } as const;
  return new NodeHttpHandler({ connectionTimeout: Math.min(timeout, 5_000), requestTimeout: timeout, socketTimeout: timeout, throwOnRequestTimeout: true, socketAcquisitionWarningTimeout: 600_000, ...(await proxied(options)) });
}

/** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case, as for other programs. */
async function proxied(options: { readonly keepAlive: true; readonly maxSockets: number }): Promise<{ readonly httpAgent: HttpAgent; readonly httpsAgent: HttpsAgent }> {
  const named = Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name) && process.env[name] !== '');
  if (!named) return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
  const [{ getProxyForUrl }, { HttpProxyAgent }, { HttpsProxyAgent }] = await Promise.all([import('proxy-from-env'), import('http-proxy-agent'), import('https-proxy-agent')]);
  // Endpoints of one's own may be exempt by NO_PROXY while AWS's are not: both are asked for.
  const own = process.env['AWS_ENDPOINT_URL'];
  const plain = getProxyForUrl(own?.startsWith('http:') === true ? own : 'http://sts.amazonaws.com');
  const secure = getProxyForUrl(own?.startsWith('https:') === true ? own : 'https://sts.amazonaws.com');
  return {
    httpAgent: plain === '' ? new HttpAgent(options) : new HttpProxyAgent<string>(plain, options),
    httpsAgent: secure === '' ? new HttpsAgent(options) : new HttpsProxyAgent<string>(secure, options),
  };
}
