import { secondMs } from '../core/durations.js';
import type { Heard, LimitWindow } from '../ports/network.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Not documented by X; it comes with every answer to OAuth 1.0a. */
const accessHeader = 'x-access-level';
const accesses: Readonly<Record<string, Heard['access']>> = {
  read: 'read',
  'read-write': 'write',
  'read-write-directmessages': 'private-messages',
};

/** https://docs.x.com/x-api/fundamentals/rate-limits */
const windows = [
  ['x-rate-limit', '15 minutes'],
  ['x-user-limit-24hour', '24 hours'],
  ['x-app-limit-24hour', '24 hours'],
] as const satisfies readonly (readonly [string, LimitWindow['length']])[];

/** What the headers of an answer of X's say, which arrived at `at` (Unix ms). */
export function readHeard(headers: Headers, at: number): Heard {
  const field = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const number = (name: string): number => Number(field(name) ?? Number.NaN);
  const access = accesses[field(accessHeader) ?? ''];
  const networkTime = Date.parse(field('date') ?? '');
  return {
    at,
    ...(access ? { access } : {}),
    ...(Number.isNaN(networkTime) ? {} : { networkTime }),
    limits: windows.flatMap(([prefix, length]) => {
      const [most, left] = [number(`${prefix}-limit`), number(`${prefix}-remaining`)];
      const resetAt = number(`${prefix}-reset`) * secondMs;
      return [most, left, resetAt].every(Number.isFinite) ? [{ length, most, left, resetAt }] : [];
    }),
  };
}
