/** Seeded randomness (mulberry32): the same seed makes the same ids, tokens and choices. */
export interface Random {
  /** A whole number in [0, below). */
  integer(below: number): number;
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet?: string): string;
  pick<T>(items: readonly T[]): T;
  /** A separate sequence that depends on the seed and the name alone, not on what was drawn before. */
  fork(name: string): Random;
  /** Begins the sequence again. */
  restart(): void;
}

const base36 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Begins a sequence. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  const integer = (below: number) => Math.floor(next() * below);
  return {
    integer,
    text: (length, alphabet = base36) =>
      Array.from({ length }, () => alphabet[integer(alphabet.length)]).join(''),
    pick(items) {
      const item = items[integer(items.length)];
      if (item === undefined) throw new RangeError('pick() needs at least one item.');
      return item;
    },
    fork: (name) => createRandom([...name].reduce((hash, letter) => mixed(hash, letter), seed)),
    restart() {
      state = seed >>> 0;
    },
  };
}

function mixed(hash: number, letter: string): number {
  return Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
}
