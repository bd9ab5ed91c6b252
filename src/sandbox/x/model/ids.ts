import type { X } from './state.js';

const epochMs = 1288834974657n;

/** The next id: a snowflake of the sandbox's time (`ms << 22 | machine << 12`), above every id before it. */
export function nextId(x: X, atMs = x.world.clock.now()): string {
  const machine = BigInt(x.world.random.integer(1024));
  const made = ((BigInt(Math.floor(atMs)) - epochMs) << 22n) | (machine << 12n);
  const last = BigInt(x.state.lastId);
  x.state.lastId = String(made > last ? made : last + 1n);
  return x.state.lastId;
}

/** Ids are compared as numbers: longer ones are greater. Sorts newest first. */
export function newestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return isAfter(a, b) ? -1 : 1;
}

/** Whether post or message `a` is newer than `b`. */
export function isAfter(a: string, b: string): boolean {
  return BigInt(a) > BigInt(b);
}
