/** Hashes and cryptography; what needs randomness or a key is unknown. */
import { createHash } from 'node:crypto';
import { errorValue, stringValue, unknownValue, type TfValue } from '../value.js';
import { readBytes } from './files.js';
import { any, number, string, textOf, type Family, type FunctionRule } from './rule.js';

type Digest = 'hex' | 'base64';
const digest = (algorithm: string, data: string | Uint8Array, as: Digest): TfValue => stringValue(createHash(algorithm).update(data).digest(as));

const ofText = (algorithm: string, as: Digest): FunctionRule => ({ parameters: [string], run: ([value]) => digest(algorithm, textOf(value), as) });
const ofFile = (algorithm: string, as: Digest): FunctionRule => ({
  parameters: [string],
  run: ([path], context) => {
    const bytes = readBytes(textOf(path), context);
    return bytes instanceof Uint8Array ? digest(algorithm, bytes, as) : bytes;
  },
});
const unknowable = (what: string, parameters: FunctionRule['parameters'] = [], optional = 0): FunctionRule => ({
  parameters,
  optional,
  run: (_, { at }) => unknownValue({ kind: 'known-after-apply', detail: what, at }, { at, type: { kind: 'string' } }),
});

const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

function uuidv5(namespace: string, name: string): TfValue {
  const space = (NAMESPACES[namespace] ?? namespace).replace(/-/g, '');
  if (!/^[0-9a-fA-F]{32}$/.test(space)) return errorValue('the namespace of `uuidv5` is `dns`, `url`, `oid`, `x500` or a UUID');
  const bytes = createHash('sha1').update(Buffer.from(space, 'hex')).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return stringValue([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'));
}

export const hash: Family = {
  md5: ofText('md5', 'hex'),
  sha1: ofText('sha1', 'hex'),
  sha256: ofText('sha256', 'hex'),
  sha512: ofText('sha512', 'hex'),
  base64sha256: ofText('sha256', 'base64'),
  base64sha512: ofText('sha512', 'base64'),
  filemd5: ofFile('md5', 'hex'),
  filesha1: ofFile('sha1', 'hex'),
  filesha256: ofFile('sha256', 'hex'),
  filesha512: ofFile('sha512', 'hex'),
  filebase64sha256: ofFile('sha256', 'base64'),
  filebase64sha512: ofFile('sha512', 'base64'),
  uuidv5: { parameters: [string, string], run: ([namespace, name]) => uuidv5(textOf(namespace), textOf(name)) },
  uuid: unknowable('`uuid` is random'),
  bcrypt: unknowable('`bcrypt` is random', [string, number], 1),
  rsadecrypt: unknowable('`rsadecrypt` needs a private key', [string, any]),
  timestamp: unknowable('`timestamp` is the time of apply'),
  plantimestamp: unknowable('`plantimestamp` is the time of plan'),
};
