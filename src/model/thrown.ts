/** What an error says, without the input that it quotes: V8 shows the text that is no JSON, and that may be a secret. */
export const saidBy = (error: unknown): string => unquoted(error instanceof Error ? error.message : String(error));

/** The same with where it was thrown. */
export const toldBy = (error: unknown): string => unquoted(error instanceof Error ? (error.stack ?? error.message) : String(error));

const unquoted = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '"…"').replace(/"[^"…]*$/, '"…');
