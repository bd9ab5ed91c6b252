import type { Rota } from './rota.js';

/**
 * What `compute` gave the first time for the same rota and question. Each write of a card asks for the same times again,
 * and Temporal takes a millisecond for each.
 */
export function remembered(
  rota: Rota,
  question: readonly unknown[],
  compute: () => number | undefined,
): number | undefined {
  const known = cache.get(rota) ?? new Map<string, number | undefined>();
  cache.set(rota, known.size < mostCached ? known : new Map());
  const key = JSON.stringify(question);
  if (!known.has(key)) known.set(key, compute());
  return known.get(key);
}

const cache = new WeakMap<Rota, Map<string, number | undefined>>();
const mostCached = 10_000;
