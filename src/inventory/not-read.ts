import type { Reading } from './found.js';

/** A lockfile of a kind that is known and not read: that it is there is said. */
export const notRead = (_bytes: Buffer, path: string): Reading => ({ components: [], unread: [`\`${path.split('/').at(-1) ?? path}\` is a lockfile that is not read yet`] });
