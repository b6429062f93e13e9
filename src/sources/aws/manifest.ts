/** Says that a folder is a recording of accounts, of what, and how it was read. */
export const MANIFEST = 'demarc-recording.json';
