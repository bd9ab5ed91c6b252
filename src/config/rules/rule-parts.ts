import type { DeskFileInput } from '../schema/schema.js';
import type { Finding } from './findings.js';
import type { Path } from './locate.js';

/** The parts of the file that the schema accepted. `refused` says whether it refused anything at a path or below. */
export interface Reading {
  readonly file: Readable<DeskFileInput>;
  refused(path: Path): boolean;
}

/** Finds what breaks one rule. */
export type Rule = (reading: Reading) => Iterable<Finding>;

export type ReadableDesk = NonNullable<NonNullable<Readable<DeskFileInput>['desks']>[string]>;

/** Each desk of the file with its path. */
export function desksOf(file: Readable<DeskFileInput>): { path: Path; desk: ReadableDesk }[] {
  return entries(file.desks).map(([id, desk]) => ({ path: ['desks', id], desk }));
}

/** The list of a desk's people: it is `staff`, or `people` where the staff are the members of the channel. */
export function staffOf({ path, desk }: { path: Path; desk: ReadableDesk }) {
  const isChannel = desk.staff === 'channel';
  const list = isChannel ? desk.people : desk.staff;
  return {
    isChannel,
    path: [...path, isChannel ? 'people' : 'staff'],
    /** Undefined when the schema refused it. */
    list: typeof list === 'object' ? entries(list) : undefined,
  };
}

/** Whether somebody may be named in the rota: a key of the list, or in a channel anybody's Slack id. */
export function mayBeNamed(staff: ReturnType<typeof staffOf>, name: string): boolean {
  if (staff.isChannel && /^[UW][A-Z0-9]{5,}$/.test(name)) return true;
  return staff.list === undefined ? !staff.isChannel : staff.list.some(([key]) => key === name);
}

/** The names that are allowed in the rota, as a message lists them. */
export function namesAllowed({ isChannel, list }: ReturnType<typeof staffOf>): string {
  const keys = (list ?? []).map(([key]) => key);
  return [...keys, ...(isChannel ? ['a Slack member id'] : [])].join(', ');
}

/** The entries of a map that have a value. */
export function entries<Value>(
  map: { readonly [key: string]: Value | undefined } | undefined,
): [string, Value][] {
  return Object.entries(map ?? {}).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

/** The items of a list that have a value, with their indexes. */
export function numbered<Item>(list: readonly (Item | undefined)[] | undefined): [number, Item][] {
  return [...(list ?? []).entries()].filter((entry): entry is [number, Item] => entry[1] !== undefined);
}

/** `T` in which any part may be missing; the parts that are there are valid. */
type Readable<T> = T extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

/** A copy of `value` without the refused parts, so that rules can judge the rest. */
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
