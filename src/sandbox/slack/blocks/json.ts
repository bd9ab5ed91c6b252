/** A JSON object of unknown content. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `key`, or an empty one. */
export function fieldsAt(holder: unknown, key: string): Fields {
  const value = isFields(holder) ? holder[key] : undefined;
  return isFields(value) ? value : {};
}

/** The objects of a list, without its other members. Empty when it is no list. */
export function fieldsList(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The string under `key`; undefined when there is none. */
export function textAt(holder: unknown, key: string): string | undefined {
  const value = isFields(holder) ? holder[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
