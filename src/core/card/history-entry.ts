import type { SlackUserId } from '../ids.js';

/** One step of a card's history. */
export interface HistoryEntry {
  readonly at: number;
  /** A `RecordedAction`, or a name that an earlier version used. */
  readonly action: string;
  readonly by?: SlackUserId;
  /** A hash of the arguments of a person's press: it tells two presses apart without storing words. */
  readonly args?: string;
}
