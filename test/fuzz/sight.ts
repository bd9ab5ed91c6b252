import type { Screen } from './judge.js';

/** A screen by its name, made when it is looked at; `says` are the words that it has to show. */
export interface Sight extends Omit<Screen, 'shown'> {
  readonly make: () => unknown;
}

export const sight = (
  name: string,
  make: () => unknown,
  more: Omit<Partial<Sight>, 'name' | 'make'> = {},
): Sight => ({
  name,
  make,
  ...more,
});
