/** Bytes as text, whatever their encoding, or the finding that they are none. */

/** As far as git looks for a zero byte when it tells text from binary (`buffer_is_binary`). */
const HEAD = 8000;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a text by its first bytes; undefined for what is no text. */
export function encodingOf(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const looked = head.subarray(0, HEAD);
  if (!looked.includes(0)) return 'utf-8';
  return wide(looked);
}

/** UTF-16 without a mark: of plain text nearly every second byte is zero, and none of the others. */
function wide(head: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  const length = head.length - (head.length % 2);
  for (let at = 0; at < length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (length < 8) return undefined;
  if (even === 0 && odd > length * 0.4) return 'utf-16le';
  if (odd === 0 && even > length * 0.4) return 'utf-16be';
  return undefined;
}

/** The text of bytes; undefined for what is no text. What is not valid in its encoding stands as U+FFFD. */
export function textOf(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return undefined;
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.toString('utf8', 3) : bytes.toString('utf8');
}

/** A stream of text as UTF-8. */
export async function* asUtf8(input: AsyncIterable<Buffer>, encoding: Encoding): AsyncIterable<Buffer> {
  if (encoding === 'utf-8') {
    yield* input;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of input) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
