import type { Path } from './locate.js';

/** `T` with holes: what is there is valid, anything may be missing. */
export type Readable<T> = T extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

/** A copy of `value` without the parts that a schema refused, so that rules can judge the rest. */
export function readable<T>(value: unknown, refused: readonly Path[]): Readable<T> {
  const copy: { root: unknown } = { root: structuredClone(value) };
  for (const path of refused) remove(copy, ['root', ...path]);
  return (copy.root ?? {}) as Readable<T>;
}

function remove(holder: unknown, path: Path): void {
  const [step, ...rest] = path;
  if (step === undefined || typeof holder !== 'object' || holder === null) return;
  if (rest.length) remove(Reflect.get(holder, step), rest);
  else if (Array.isArray(holder)) holder[Number(step)] = undefined;
  else Reflect.deleteProperty(holder, step);
}
