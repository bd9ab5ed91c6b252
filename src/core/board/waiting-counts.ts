/** What a card that waits is for: a post by what it says, a new follower, or a hello. The names are stored. */
export const waitingKinds = ['question', 'complaint', 'praise', 'other', 'follow', 'hello'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** What waits at a desk, in figures. */
export interface WaitingCounts {
  readonly kinds: Readonly<Record<WaitingKind, number>>;
  /** How many cards are late. */
  readonly late: number;
  /** How many wait for more than thanks, new followers and hellos aside. */
  readonly toBeTold: number;
}
