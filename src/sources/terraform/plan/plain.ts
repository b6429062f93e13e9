/** Looking into plain JSON whose shape is not to be trusted. */

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
/** An own field; `constructor` and the like are none. */
export const field = (value: unknown, key: string): unknown => (isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined);
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
export const textsOf = (value: unknown): readonly string[] => itemsOf(value).filter((one) => typeof one === 'string');
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
