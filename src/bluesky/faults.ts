import * as z from 'zod';
import type { RejectReason } from '../core/card/banner.js';
import { dayMs, minuteMs, secondMs } from '../core/durations.js';
import { Busy, KeysRefused, OutcomeUnknown, Rejected, Unreachable } from '../errors.js';

/** What an answer says that is no success. https://atproto.com/specs/xrpc#error-responses */
const problemBody = z.object({ error: z.string(), message: z.string().optional() });
type Problem = z.infer<typeof problemBody>;

/** An access token that is over, or that the server does not know: 400, where other networks answer 401. */
export class TokenRefused extends Rejected {
  constructor(detail: string) {
    super('sign-in', detail);
  }
}

/** Another record than the one that was to be written stands under this key. */
export class KeyTaken extends Rejected {
  constructor(detail: string) {
    super('duplicate', detail);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * What an answer means that is no success, at `now` (Unix ms): every fault but OutcomeUnknown means that nothing took effect.
 * Errors are told apart by their names, which the lexicons define.
 */
export function faultOf({ body, headers, status }: Answer, now: number): Error {
  const problem = problemBody.safeParse(body).data;
  if (status === 429) return new Busy(retryAt(headers, now), 'Bluesky');
  const isRefused = status >= 400 && status < 500 && status !== 408;
  if (!isRefused || !problem) return new OutcomeUnknown('Bluesky', `HTTP ${status}`);
  const detail = problem.message ?? problem.error;
  if (tokenErrors.includes(problem.error)) return new TokenRefused(detail);
  if (status === 401 || accountErrors.includes(problem.error)) return new KeysRefused('Bluesky', detail);
  if (problem.error === 'InvalidSwap') return new KeyTaken(detail);
  return new Rejected(reasonOf(problem), detail);
}

const tokenErrors = ['ExpiredToken', 'InvalidToken'];
/** Our own account is closed to us. */
const accountErrors = [
  'AccountTakedown',
  'AccountDeactivated',
  'AccountSuspended',
  'AuthFactorTokenRequired',
];

const notThere = /not found|could not locate|unable to resolve/iu;
const tooLong = /grapheme|too (?:long|big)|must not be longer/iu;

function reasonOf({ error, message = '' }: Problem): RejectReason {
  if (['NotFound', 'RecordNotFound', 'RepoNotFound'].includes(error) || notThere.test(message)) return 'gone';
  return tooLong.test(message) ? 'too-long' : 'other';
}

/** Whether a fault says that something is not there. */
export const isNotThere = (fault: unknown): fault is Rejected =>
  fault instanceof Rejected && fault.reason === 'gone';

/** Throws the fault of what comes before a call: whatever became of it, the call itself did not leave. */
export function notCalled(fault: unknown): never {
  throw fault instanceof OutcomeUnknown ? new Unreachable('Bluesky', fault) : fault;
}

/** Some answers name no time. Bluesky's shortest window is five minutes. */
const retryWithoutResetMs = minuteMs;
const shortestRetryMs = secondMs;
/** Its longest is a day, plus a minute for clocks that differ. */
const longestRetryMs = dayMs + minuteMs;

/** When the window that is used up ends (Unix ms). */
function retryAt(headers: Headers, now: number): number {
  const reset = Number(headers.get('ratelimit-reset') || Number.NaN) * secondMs;
  const after = Number(headers.get('retry-after') || Number.NaN) * secondMs + now;
  const at = [reset, after].find(Number.isFinite) ?? now + retryWithoutResetMs;
  return Math.min(Math.max(at, now + shortestRetryMs), now + longestRetryMs);
}
