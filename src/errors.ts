import type { RejectReason } from './core/card/card.js';

/** Configuration that can't be used. Each problem is one line: where, what was found, what is allowed. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** The other side said no, for good. `detail` is its own sentence. */
export class Rejected extends Error {
  constructor(
    readonly reason: RejectReason,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'Rejected';
  }
}

/** The other side takes our keys or our token no more; only their owner can put that right. Nothing took effect. */
export class KeysRefused extends Rejected {
  constructor(
    readonly side: 'Slack' | 'X',
    detail: string,
  ) {
    super('sign-in', detail);
  }
}

/** What was to be changed is not there any more. */
export class Gone extends Error {
  constructor(what: string) {
    super(`${what} is gone.`);
    this.name = 'Gone';
  }
}

/** The other side asks to wait until `retryAt` (Unix milliseconds); nothing took effect. */
export class Busy extends Error {
  constructor(
    readonly retryAt: number,
    what: string,
  ) {
    super(`${what} asks to wait until ${new Date(retryAt).toISOString()}.`);
    this.name = 'Busy';
  }
}

/** No connection was ever made: certainly nothing took effect. */
export class Unreachable extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what} can't be reached.`, { cause });
    this.name = 'Unreachable';
  }
}

/** A call that may have taken effect or not. It is settled by looking, never by calling again. */
export class OutcomeUnknown extends Error {
  constructor(what: string, cause?: unknown) {
    super(`${what} did not say what became of the call.`, { cause });
    this.name = 'OutcomeUnknown';
  }
}

/** The last check before the socket said no: nothing was sent. */
export class NotSent extends Error {
  constructor() {
    super('Too much time passed between the record and the call; nothing was sent.');
    this.name = 'NotSent';
  }
}

/** Whether Slack or X failed: they said no, can't be reached, ask to wait, or did not say what became of a call. */
export const isTheirFault = (fault: unknown): fault is Error =>
  [Rejected, Gone, Busy, Unreachable, OutcomeUnknown, NotSent].some((kind) => fault instanceof kind);

/**
 * Whether our own code is wrong: JavaScript throws these at wrong code alone. Neither Slack's client nor X's lets them out
 * for a failed network: undici's TypeError "fetch failed" reaches us inside an error of Slack's client.
 */
export const isOurMistake = (fault: unknown): fault is Error =>
  [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => fault instanceof kind);

/** For `catch`: gives undefined for the faults that are meant, and throws every other on, so that our mistakes show. */
export function undefinedIf(isMeant: (fault: unknown) => boolean): (fault: unknown) => undefined {
  return (fault) => {
    if (!isMeant(fault)) throw fault;
    return undefined;
  };
}

/** How Redis, or the way to it, says that it can't do anything now. */
const storageWords =
  /^(READONLY|OOM|LOADING|MISCONF|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNBLOCKED|NOAUTH|WRONGPASS|NOPERM|BUSY) |^Connection is closed|^Command timed out|^Command aborted|^Socket timeout|^Reached the max retries per request limit|^Stream isn't writeable|^Failed to refresh slots cache|^Too many Cluster redirections|^None of startup nodes is available|^Cluster is |^Cluster isn't ready|^Node is disconnected/;
const brokenConnections = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
];

/**
 * Whether the storage itself failed: away, loading, read-only, full, or with another password. Faults of Slack and X
 * never look like this: they have their own classes.
 */
export function isStorageFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return storageWords.test(error.message) || brokenConnections.includes(code);
}

/** Says whether a fault belongs to a trouble that is known and said already; others are the caller's to log. */
export type IsKnownIncident = (fault: unknown, desk?: string) => boolean;

/** A rota that is kept elsewhere can't be read now. `why` says what is wrong with it. */
export class FeedDown extends Error {
  constructor(
    readonly where: string,
    readonly why: string,
  ) {
    super(`The rota at ${where} can't be read: ${why}.`);
    this.name = 'FeedDown';
  }
}
