import { dayMs, hourMs, minuteMs } from '../durations.js';
import type { Topic } from '../post/topic.js';
import { openTimeOfDays } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';

/** How often and how soon the desk reminds people (ms). `stillOnItMs` and `putBackMs` count opening hours. */
export interface Nudges {
  /** One person is reminded at most this often. */
  readonly remindEveryMs: number;
  /** And the fallback person at most this often. */
  readonly fallbackEveryMs: number;
  /** A person who has done nothing with a card for this long is asked "Still on it?" */
  readonly stillOnItMs: number;
  /** After this long the card goes back to the shift, with its draft. */
  readonly putBackMs: number;
  /** Cards that a person still has this long after the end of their shift go back to the shift. */
  readonly shiftEndMs: number;
}

/** What holds where desk.yaml says nothing else. */
export const usualNudges: Nudges = {
  remindEveryMs: hourMs,
  fallbackEveryMs: dayMs,
  stillOnItMs: 30 * minuteMs,
  putBackMs: 45 * minuteMs,
  shiftEndMs: 15 * minuteMs,
};

/** How long a desk keeps what patrons wrote, and the library's replies. */
export interface Keeping {
  /** Days on which the library is open, after a closed card's last change. */
  readonly openDays: number;
  /** The library's replies and who approved them stay, without a word or a name of patrons, for as long as this is set. */
  readonly hold?: true;
}

/** What holds where desk.yaml says nothing else. */
export const usualKeeping: Keeping = { openDays: 3 };

/** How long a mention may wait: milliseconds of opening hours, or open days. */
export type ResponseTarget = number | { readonly openDays: number };

/** How long a mention of a topic may wait. A topic without a target may wait for any time. */
export type ResponseTargets = Readonly<Partial<Record<Topic, ResponseTarget>>>;

/**
 * How much open time (ms) a mention from `fromMs` (Unix ms) has until `times` times its target have passed. Undefined when
 * the library does not open that often within a year.
 */
export function openTimeOf(
  target: ResponseTarget,
  rota: Rota,
  fromMs: number,
  times = 1,
): number | undefined {
  return typeof target === 'number' ? target * times : openTimeOfDays(rota, fromMs, target.openDays * times);
}
