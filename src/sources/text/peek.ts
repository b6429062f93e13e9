/** The beginning of a stream, and the whole stream. */
export async function peeked(input: AsyncIterable<Buffer>): Promise<readonly [Buffer, AsyncIterable<Buffer>]> {
  const chunks = input[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return [Buffer.alloc(0), rest(chunks)];
  return [first.value, rest(chunks, first.value)];
}

async function* rest(chunks: AsyncIterator<Buffer>, first?: Buffer): AsyncIterable<Buffer> {
  try {
    if (first !== undefined) yield first;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}
