/** What stands for a text that is not kept: whether it was a credential, and nothing else of it. */

/** Stands for a credential; whoever looks for credentials counts it as one. */
export const CONCEALED_CREDENTIAL = '‹credential, not kept›';
const CONCEALED = '‹value, not kept›';

/** Texts that say nothing of their own: short words and numbers, and what only says where a value is. */
const PLAIN = /^(?:.{0,3}|true|false|enabled|disabled|\d{1,9}|arn:[^\s]*|\{\{resolve:[^}]*\}\}|\$\{[^}]*\}|‹.*›)$/is;

/** The text itself where it says nothing, else what stands for it. */
export const concealed = (text: string, credential: boolean): string => (PLAIN.test(text) ? text : credential ? CONCEALED_CREDENTIAL : CONCEALED);
