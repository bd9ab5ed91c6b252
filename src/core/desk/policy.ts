import type { Topic } from '../post/topic.js';

/** How often, and how soon, the desk reminds people of what waits (ms). Clocks that judge staff run in open time. */
export interface Nudges {
  /** One person is reminded at most this often. */
  readonly remindEveryMs: number;
  /** And the fallback person at most this often. */
  readonly fallbackEveryMs: number;
  /** "Still on it?" after so much open time without a word. */
  readonly stillOnItMs: number;
  /** Back to the shift after so much open time, the draft kept. */
  readonly putBackMs: number;
  /** What is not answered so long after the shift's end is put back. */
  readonly shiftEndMs: number;
}

const MINUTE_MS = 60_000;

/** Unless desk.yaml says otherwise. */
export const usualNudges: Nudges = {
  remindEveryMs: 60 * MINUTE_MS,
  fallbackEveryMs: 24 * 60 * MINUTE_MS,
  stillOnItMs: 30 * MINUTE_MS,
  putBackMs: 45 * MINUTE_MS,
  shiftEndMs: 15 * MINUTE_MS,
};

/** How long a mention of a topic may wait, in open time (ms). A topic without one may wait as long as it likes. */
export type ResponseTargets = Readonly<Partial<Record<Topic, number>>>;

/** Unless desk.yaml says otherwise. */
export const usualResponseTargets: ResponseTargets = { question: 4 * 60 * 60_000 };
