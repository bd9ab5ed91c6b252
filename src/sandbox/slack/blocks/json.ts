/** A JSON object of unknown content, as it arrives and leaves. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `key`, or an empty one. */
export function fieldsAt(holder: unknown, key: string): Fields {
  const value = isFields(holder) ? holder[key] : undefined;
  return isFields(value) ? value : {};
}

/** The objects of a list; anything else in it, or no list at all, is left out. */
export function fieldsList(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function textAt(holder: unknown, key: string): string | undefined {
  const value = isFields(holder) ? holder[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
