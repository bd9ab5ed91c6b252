/** A copy of an object without these optional fields. */
export function omit<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> & T {
  const rest = { ...value };
  for (const key of keys) delete rest[key];
  return rest;
}
