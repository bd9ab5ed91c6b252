import { secondMs } from '../core/durations.js';
import type { Heard, LimitWindow } from '../ports/network.js';

/** The windows by their lengths in seconds. https://docs.bsky.app/docs/advanced-guides/rate-limits */
const lengths: Readonly<Record<string, LimitWindow['length']>> = { 300: '5 minutes', 86400: '24 hours' };

/** What the headers of an answer say, which arrived at `at` (Unix ms): its time, and what is left of the window it counts in. */
export function readHeard(headers: Headers, at: number): Heard {
  const number = (name: string): number => Number(headers.get(name) ?? Number.NaN);
  const networkTime = Date.parse(headers.get('date') ?? '');
  const [, seconds = ''] = /;\s*w=(\d+)/u.exec(headers.get('ratelimit-policy') ?? '') ?? [];
  const length = lengths[seconds];
  const [most, left] = [number('ratelimit-limit'), number('ratelimit-remaining')];
  const resetAt = number('ratelimit-reset') * secondMs;
  const isTold = [most, left, resetAt].every(Number.isFinite);
  return {
    at,
    ...(!Number.isNaN(networkTime) && { networkTime }),
    limits: length && isTold ? [{ length, most, left, resetAt }] : [],
  };
}
