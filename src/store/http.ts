/** The network, for those who allow it by name: bounded in time and size, every failure one clause. */

export interface Ask {
  /** Without a slash at the end. */
  readonly base: string;
}

const PATIENCE = 60_000;
const LARGEST_ANSWER = 256 * 1024 * 1024;

/** Throws Error with a clause. `body`: makes it a POST. */
export async function getJson({ base }: Ask, path: string, body?: unknown): Promise<unknown> {
  const response = await request(`${base}${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const text = Buffer.concat(await collect(response, LARGEST_ANSWER)).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('its answer is no JSON');
  }
}

/** A reply, whatever its status. Throws Error with a clause where there is none. */
export async function request(url: string, options: RequestInit = {}, patience = PATIENCE): Promise<Response> {
  if (!/^https?:\/\//.test(url)) throw new Error(`\`${url}\` is no address of http or https`);
  try {
    return await fetch(url, { ...options, signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
    throw new Error(error instanceof Error && error.name === 'TimeoutError' ? `it did not answer within ${patience / 1000} seconds` : (cause ?? (error instanceof Error ? error.message : String(error))), { cause: error });
  }
}

/** The bytes of a reply, piece by piece; throws when they are more than `most`. */
export async function* pieces(response: Response, most: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > most) throw new Error(`it sends more than ${Math.round(most / 1024 / 1024)} MB`);
    yield piece;
  }
}

async function collect(response: Response, most: number): Promise<readonly Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces(response, most)) parts.push(piece);
  return parts;
}
