/** Checks that a credential carries within itself. */
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The last six characters are a CRC-32 of those before them, in base 62: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
export function hasChecksum(value: string): boolean {
  const body = value.slice(value.lastIndexOf('_') + 1);
  return body.slice(-6) === checksumOf(body.slice(0, -6));
}

export function checksumOf(body: string): string {
  let left = crc32(body);
  let digits = '';
  for (let i = 0; i < 6; i++) {
    digits = `${BASE62[left % 62] ?? ''}${digits}`;
    left = Math.floor(left / 62);
  }
  return digits;
}

/**
 * The account that a key id of AWS is of; of ids before 2019 nothing. The forty bits after the first stand in base 32.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html answers the same, over the network.
 */
export function accountOf(keyId: string): string | undefined {
  const body = keyId.slice(4, 14);
  // Ids of old begin with I or J, and hold no account.
  if (!/^[A-Z2-7]{10}$/.test(body) || /^[A-P]/.test(body)) return undefined;
  let bits = 0n;
  for (const character of body) bits = bits * 32n + BigInt(BASE32.indexOf(character));
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n;
  return account > 999_999_999_999n ? undefined : String(account).padStart(12, '0');
}
