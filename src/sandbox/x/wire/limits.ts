import type { X } from '../model/state.js';
import { tooManyRequests } from './problems.js';

/** Calls allowed per 15 minutes and per 24 hours, for one account and for all accounts of an app. */
export interface Limits {
  readonly user?: number;
  readonly app?: number;
  readonly userDay?: number;
  readonly appDay?: number;
}

const quarterMs = 15 * 60_000;
const dayMs = 24 * 3_600_000;

interface Window {
  readonly limit: number;
  readonly remaining: number;
  readonly resetsAt: number;
}

/**
 * Counts a call in its windows by the sandbox's clock. Gives the headers that say what is left. A window begins with
 * its first call. Throws X's 429 with the same headers when a limit is reached.
 */
export function countCall(
  x: X,
  call: string,
  limits: Limits,
  userId: string,
  appKey: string,
): Record<string, string> {
  const write = !call.startsWith('GET ');
  const quarters: Window[] = [];
  const headers: Record<string, string> = {};
  let spent = false;
  const count = (limit: number | undefined, key: string, lengthMs: number): Window | undefined => {
    if (limit === undefined) return undefined;
    const window = take(x, `${call} ${key}`, limit, lengthMs);
    if (window.remaining < 0) spent = true;
    return window;
  };
  const day = (name: string, window: Window | undefined) => {
    if (window) Object.assign(headers, headersOf(`x-${name}-limit-24hour`, window));
  };

  for (const window of [
    count(limits.user, `user ${userId}`, quarterMs),
    count(limits.app, `app ${appKey}`, quarterMs),
  ]) {
    if (window) quarters.push(window);
  }
  day('user', count(limits.userDay, `user ${userId} day`, dayMs));
  day('app', count(limits.appDay, `app ${appKey} day`, dayMs));
  const tightest = quarters.sort((a, b) => a.remaining - b.remaining)[0];
  if (tightest) Object.assign(headers, headersOf('x-rate-limit', tightest));
  if (spent) throw tooManyRequests(write, headers);
  return headers;
}

function take(x: X, key: string, limit: number, lengthMs: number): Window {
  const now = x.world.clock.now();
  const before = x.state.windows[key];
  const window = before && before.resetsAt > now ? before : { used: 0, resetsAt: now + lengthMs };
  if (window.used <= limit) window.used += 1;
  x.state.windows[key] = window;
  return { limit, remaining: limit - window.used, resetsAt: window.resetsAt };
}

function headersOf(prefix: string, { limit, remaining, resetsAt }: Window): Record<string, string> {
  return {
    [`${prefix}-limit`]: String(limit),
    [`${prefix}-remaining`]: String(Math.max(0, remaining)),
    [`${prefix}-reset`]: String(Math.ceil(resetsAt / 1000)),
  };
}
