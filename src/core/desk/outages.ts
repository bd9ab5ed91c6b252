import { minuteMs } from '../durations.js';
import type { SlackUserId } from '../ids.js';

/** What a desk looks at again and again: five reads of the network, its calendar, Slack itself, and its channels there. The names are stored. */
export const networkLooks = ['mentions', 'followers', 'own-posts', 'recheck', 'private-messages'] as const;
export const looks = [...networkLooks, 'rota', 'slack', 'channel', 'private-channel'] as const;
export type Look = (typeof looks)[number];

/** What can be out of reach: the network is one, with all that is read there. The names are stored. */
export const outageSubjects = ['network', 'rota', 'slack', 'redis', 'channel', 'private-channel'] as const;
export type OutageSubject = (typeof outageSubjects)[number];

/** What a look got instead of an answer. The names are stored. */
export type OutageReason =
  | 'unreachable'
  | 'no-answer'
  | 'busy'
  | 'sign-in'
  | 'not-permitted'
  | 'budget'
  | 'refused'
  | 'unreadable';

/** Something that did not work when the desk last looked. Times are Unix ms. */
export interface FailingLook {
  /** The last good look; the first failed one where there was none. */
  readonly since: number;
  /** From then on it is an incident, unless a look works before. */
  readonly incidentAt: number;
  readonly reason: OutageReason;
  /** What was answered, as the log says it; Slack's code for a channel. */
  readonly detail?: string;
  /** It never worked before. */
  readonly never?: true;
  /** Of a channel that Slack refuses: not tried again before this. */
  readonly retryAt?: number;
}

export type FailingLooks = { readonly [L in Look]?: FailingLook };

/** Something was out of reach for so long that people are told. Times are Unix ms. */
export interface Outage {
  /** When it began. It names its messages. */
  readonly from: number;
  /** When the present break began, or the last one: later than `from` where it came back within an hour of its end. */
  readonly since: number;
  /** When the break before the present one ended. */
  readonly backAt?: number;
  /** When it was over; undefined while it lasts. */
  readonly until?: number;
  /** What fails, or failed last. */
  readonly looks: FailingLooks;
  /** At some time nothing at all was read of the network. */
  readonly nothing?: true;
  /** Grows by one with each change that its messages have to show, and how far they do. */
  readonly version: number;
  readonly told: number;
  /** When the lead may be told in private; undefined where they know it or need not. */
  readonly leadAt?: number;
  /** Who was told. */
  readonly lead?: SlackUserId;
}

/** What fails now, and the newest outage of each subject. It is a part of the desk's settings. */
export interface Silence {
  readonly failing?: FailingLooks;
  readonly outages?: { readonly [S in OutageSubject]?: Outage };
}

/** Without a good look for so long (ms), or for two of its intervals, a look is an incident. */
const incidentAfterMs = 10 * minuteMs;
/** After a time without any look, as while the desk was down, one failed look alone is no incident yet (ms). */
export const graceMs = minuteMs;
/** After how long without a good look it is an incident (ms), for something that is looked at every `intervalMs`. */
export const incidentAfter = (intervalMs: number): number => Math.max(incidentAfterMs, 2 * intervalMs);

/**
 * What a failed look is at `now` (Unix ms): an incident `afterMs` after the last good look, and not before it has failed
 * for `failingMs`.
 */
export function failingLook(
  { reason, detail }: Pick<FailingLook, 'reason' | 'detail'>,
  { lastGoodAt, afterMs, failingMs = Math.min(graceMs, afterMs) }: GoodLooks,
  now: number,
): FailingLook {
  const since = Math.min(lastGoodAt ?? now, now);
  return {
    since,
    incidentAt: Math.max(since + afterMs, now + failingMs),
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(lastGoodAt === undefined ? { never: true } : {}),
  };
}

/** When a look last worked (Unix ms), if it ever did, and how long it may fail (ms). */
export interface GoodLooks {
  readonly lastGoodAt: number | undefined;
  readonly afterMs: number;
  readonly failingMs?: number;
}

/** A look failed, for the first time or again. The same silence when that is known. */
export function withFailure<S extends Silence>(silence: S, look: Look, failure: FailingLook): S {
  const before = silence.failing?.[look];
  if (before?.reason === failure.reason && before.retryAt === failure.retryAt) return silence;
  const { since, incidentAt } = before ?? failure;
  return { ...silence, failing: { ...silence.failing, [look]: { ...failure, since, incidentAt } } };
}

/** A look worked. The same silence when it did before. */
export function withoutFailure<S extends Silence>(silence: S, look: Look): S {
  if (!silence.failing?.[look]) return silence;
  const { [look]: _over, ...failing } = silence.failing;
  return { ...silence, failing };
}

/** What fails of a subject, always in the same order. */
export function failingOf({ failing = {} }: Silence, subject: OutageSubject): FailingLooks {
  const entries = looks.flatMap((look) => {
    const failure = subjectOf(look) === subject ? failing[look] : undefined;
    return failure ? [[look, failure] as const] : [];
  });
  return Object.fromEntries(entries);
}

const subjectOf = (look: Look): OutageSubject =>
  look === 'rota' || look === 'slack' || look === 'channel' || look === 'private-channel' ? look : 'network';

/** The reads without which nothing of the network arrives. What was removed there is looked for much less often. */
const mainLooks = ['mentions', 'followers', 'own-posts'] as const satisfies readonly Look[];

/** Whether nothing at all is read of the network. */
export const isNothingRead = (failing: FailingLooks): boolean => mainLooks.every((look) => failing[look]);

/** Since when something is out of reach (Unix ms): where nothing is read of the network, since its last good read of all. */
export function failingSince(failing: FailingLooks): number {
  const all = Object.values(failing).map(({ since }) => since);
  const main = mainLooks.flatMap((look) => failing[look]?.since ?? []);
  return isNothingRead(failing) ? Math.max(...main) : Math.min(...all);
}
