import type { SlackUserId } from '../ids.js';

/** "Don't answer yet." Earlier versions stored neither the lead who was asked nor a note. */
export interface Flag {
  readonly by: SlackUserId;
  readonly at: number;
  /** The lead who was asked to look, and who lifts it. */
  readonly to?: SlackUserId;
  /** Why, in the words of the colleague who asked. */
  readonly note?: string;
}
