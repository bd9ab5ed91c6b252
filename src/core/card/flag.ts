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

/** A lead keeps what a card contains until a time, for a reason. Times are Unix ms. */
export interface Hold {
  readonly by: SlackUserId;
  readonly at: number;
  readonly until: number;
  readonly reason: string;
}

/** What a card keeps of what its patron wrote and who they are, and how long. Times are Unix ms. */
export interface Kept {
  /** A lead keeps it until then. */
  readonly hold?: Hold;
  /** Since then nothing is kept of what the patron wrote and who they are (`core/keeping`). Ends when it opens again. */
  readonly purgedAt?: number;
  /** Its desk only links: nothing of it was ever stored. */
  readonly linkOnly?: true;
  /** Its patron asked to be forgotten: nothing of it stays, once all its messages are out of Slack. */
  readonly erased?: true;
  /** Its patron asked to be forgotten, and wrote again since: it is erased as soon as it is closed. */
  readonly forgotten?: true;
}
