import type { RejectReason } from './core/card/banner.js';
import type { BudgetOf } from './core/money/budget-use.js';

/** Configuration that can't be used. Each problem is one line: where, what was found, what is allowed. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Slack or X said no, and would say no again. Nothing took effect. `detail` is its own sentence. */
export class Rejected extends Error {
  constructor(
    readonly reason: RejectReason,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'Rejected';
  }
}

/** The month's budget that is used up, where a call was refused because of it. */
export function usedUpBudgetOf(fault: unknown): BudgetOf | undefined {
  if (!(fault instanceof Rejected)) return undefined;
  return fault.reason === 'budget' ? 'desk' : fault.reason === 'budget-together' ? 'together' : undefined;
}

/**
 * Slack or X does not accept our keys or token any more, or they may not do this (`not-permitted`); only their owner can
 * repair that. Nothing took effect.
 */
export class KeysRefused extends Rejected {
  constructor(
    readonly side: 'Slack' | 'X' | 'Bluesky',
    detail: string,
    reason: 'sign-in' | 'not-permitted' = 'sign-in',
  ) {
    super(reason, detail);
  }
}

/** Slack takes nothing in a channel or conversation until somebody repairs that. `code` is Slack's name for why. Nothing took effect. */
export class ChannelRefused extends Rejected {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super('other', detail);
  }
}

/**
 * Slack does not take one message, and would not take it again: its `content`, an `edit` of it, or a line in its `thread`.
 * Nothing took effect.
 */
export class MessageRefused extends Rejected {
  constructor(
    readonly what: 'content' | 'edit' | 'thread',
    detail: string,
  ) {
    super('other', detail);
  }
}

/** What a call was to change is not there any more. Nothing took effect. */
export class Gone extends Error {
  constructor(what: string) {
    super(`${what} is gone.`);
    this.name = 'Gone';
  }
}

/** Slack or X asks to wait until `retryAt` (Unix ms). Nothing took effect. */
export class Busy extends Error {
  constructor(
    readonly retryAt: number,
    readonly what: string,
  ) {
    super(`${what} asks to wait until ${new Date(retryAt).toISOString()}.`);
    this.name = 'Busy';
  }
}

/** No connection was made, so nothing took effect. */
export class Unreachable extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} can't be reached.`, { cause });
    this.name = 'Unreachable';
  }
}

/** A call may or may not have taken effect. Look what became of it; never call again. */
export class OutcomeUnknown extends Error {
  constructor(what: string, cause?: unknown) {
    super(`${what} did not say what became of the call.`, { cause });
    this.name = 'OutcomeUnknown';
  }
}

/** The last check before the request left said no. Nothing was sent. */
export class NotSent extends Error {
  constructor() {
    super('Too much time passed between the record and the call; nothing was sent.');
    this.name = 'NotSent';
  }
}

/** Whether a call to Slack or X failed for a reason that lies outside our code: any class above but ConfigError. */
export const isRemoteFault = (fault: unknown): fault is Error =>
  [Rejected, Gone, Busy, Unreachable, OutcomeUnknown, NotSent].some((kind) => fault instanceof kind);

/**
 * Whether our own code is wrong: JavaScript throws these at wrong code alone. Neither Slack's client nor X's lets them out
 * for a failed network: undici's TypeError "fetch failed" reaches us inside an error of Slack's client.
 */
export const isOurMistake = (fault: unknown): fault is Error =>
  [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => fault instanceof kind);

/** A handler for `catch`: gives undefined for the faults that are expected and throws all others again, so that mistakes show. */
export function undefinedIf(isExpected: (fault: unknown) => boolean): (fault: unknown) => undefined {
  return (fault) => {
    if (!isExpected(fault)) throw fault;
    return undefined;
  };
}

/** The messages of Redis and of ioredis when Redis can't do anything now. */
const storageWords =
  /^(READONLY|OOM|LOADING|MISCONF|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNBLOCKED|NOAUTH|WRONGPASS|NOPERM|BUSY) |^Connection is closed|^Command timed out|^Command aborted|^Socket timeout|^Reached the max retries per request limit|^Stream isn't writeable|^Failed to refresh slots cache|^Too many Cluster redirections|^None of startup nodes is available|^Cluster is |^Cluster isn't ready|^Node is disconnected/;
const brokenConnections = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
];

/**
 * Whether Redis itself failed: it can't be reached, is loading, read-only or full, or wants another password. Faults of
 * Slack and X never look like this, because they have classes of their own.
 */
export function isStorageFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return storageWords.test(error.message) || brokenConnections.includes(code);
}

/** Whether a fault belongs to an incident that was announced already. The caller logs all others. */
export type IsKnownIncident = (fault: unknown, desk?: string) => boolean;

/** The calendar with the rota can't be read now. `why` is the reason, as a part of a sentence. */
export class FeedDown extends Error {
  constructor(
    readonly where: string,
    readonly why: string,
  ) {
    super(`The rota at ${where} can't be read: ${why}.`);
    this.name = 'FeedDown';
  }
}

/** How a call to Slack or X ended. `unknown`: it may have taken effect. */
export type CallResult = 'ok' | 'limited' | 'refused' | 'unreachable' | 'unknown';

/** How a call ended that failed with a fault; undefined for one that never left. */
export function resultOf(fault: unknown): Exclude<CallResult, 'ok'> | undefined {
  if (fault instanceof NotSent || isOurMistake(fault)) return undefined;
  if (fault instanceof Busy) return 'limited';
  if (fault instanceof Rejected || fault instanceof Gone) return 'refused';
  return fault instanceof Unreachable ? 'unreachable' : 'unknown';
}
