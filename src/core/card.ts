import type { ActId, Boot, CardId, PostId, SlackUserId, Token } from './ids.js';
import type { Message } from './message.js';
import type { Link, Patron } from './post.js';
import type { Topic } from './topic.js';

export type CardState =
  | 'open'
  | 'claimed'
  | 'sending'
  | 'posting'
  | 'sent'
  | 'unsure'
  | 'handed-off'
  | 'dismissed';

interface ActBase {
  readonly id: ActId;
  /** Unix milliseconds. */
  readonly at: number;
  /** An answer that went out covers it. */
  readonly answered: boolean;
}

export interface Mention extends ActBase {
  readonly kind: 'mention';
  /** Oldest first; the newest is what is shown and replied to. */
  readonly versions: readonly PostId[];
  readonly text: string;
  readonly links: readonly Link[];
  readonly photos: number;
  readonly topic: Topic;
}

export interface Follow extends ActBase {
  readonly kind: 'follow';
}

/** What a patron did. */
export type Act = Mention | Follow;

export interface Draft {
  readonly text: string;
  readonly by: SlackUserId;
  readonly at: number;
  /** When Slack saw it typed: key strokes can arrive in another order than they were made. */
  readonly typedAt?: number;
}

/** One approval: exactly this text, by this person, sent soon or not at all. */
export interface Reply {
  /** Counts the approvals of this card. */
  readonly n: number;
  readonly text: string;
  readonly replyTo: PostId;
  readonly covers: readonly ActId[];
  readonly approvedBy: SlackUserId;
  readonly approvedAt: number;
  /** Not sent before this: the undo window, or X's own "wait until". */
  readonly dueAt: number;
  /** Not sent after this. */
  readonly goodUntil: number;
  readonly boot: Boot;
  /** How often X was not reached at all. */
  readonly tries: number;
  readonly token?: Token;
  /** While posting: whoever holds the token has until then. */
  readonly postingUntil?: number;
  /** When the earliest approval was given of which X never said what became of it. */
  readonly unknownFrom?: number;
  /** Since when X's outcome is unknown. */
  readonly unsureSince?: number;
  /** How many reads of our timeline since then did not show it. */
  readonly looks: number;
  /** The looks are over: now a person looks. */
  readonly notSeen?: true;
}

/** A person finishes the answer in X, in a composer that we filled, under `replyTo`. */
export interface HandOff {
  readonly by: SlackUserId;
  readonly openedAt: number;
  readonly replyTo: PostId;
}

/** An answer that X has. `in-x` was written there; without `postId` a person said that it is there, `under` a post. */
export interface Answer {
  readonly postId?: PostId;
  readonly under?: PostId;
  readonly text: string;
  readonly at: number;
  readonly by?: SlackUserId;
  readonly how: 'as-approved' | 'changed-in-x' | 'in-x';
}

/** What the holder must know about the last approval; gone with the next step. */
export type Notice =
  | { readonly kind: 'lapsed'; readonly goodUntil: number }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly detail: string }
  | { readonly kind: 'waiting'; readonly until: number; readonly goodUntil: number }
  | { readonly kind: 'changed'; readonly at: number };

/** Why X said no, as far as it helps a person to know. */
export type RejectReason =
  | 'not-summoned'
  | 'duplicate'
  | 'gone'
  | 'too-long'
  | 'sign-in'
  | 'budget'
  | 'limit'
  | 'other';

export interface HistoryEntry {
  readonly at: number;
  readonly action: string;
  readonly by?: SlackUserId;
}

/** One patron in one conversation, with all their acts there. */
export interface Card {
  readonly id: CardId;
  readonly format: 1;
  /** Rises with every change that its message should show. */
  readonly version: number;
  readonly state: CardState;
  readonly patron: Patron;
  /** Oldest first; at least one. */
  readonly acts: readonly Act[];
  readonly changedAt: number;
  readonly holder?: { readonly id: SlackUserId; readonly since: number };
  /** Who lost the card to whom, so that they are told when they come back with words. */
  readonly lostBy?: { readonly from: SlackUserId; readonly to: SlackUserId; readonly at: number };
  readonly draft?: Draft;
  /** Words of people who lost the card. */
  readonly keptWords: readonly Draft[];
  /** The post of a new follower that the greeting answers. */
  readonly picked?: PostId;
  readonly reply?: Reply;
  readonly handOff?: HandOff;
  readonly answers: readonly Answer[];
  readonly closed?: { readonly by: SlackUserId; readonly at: number };
  readonly notice?: Notice;
  readonly history: readonly HistoryEntry[];
  /** What Slack has of this card, by key: `card`, `line-<act>`. */
  readonly messages: Readonly<Record<string, Message>>;
}

export const mentionCardId = (conversation: PostId, author: string) =>
  `mention-${conversation}-${author}` as CardId;
export const followCardId = (user: string) => `follow-${user}` as CardId;

export function newestAct(card: Card): Act {
  const act = card.acts.at(-1);
  if (!act) throw new RangeError(`Card ${card.id} has no act.`);
  return act;
}

export const unanswered = (card: Card): readonly Act[] => card.acts.filter((act) => !act.answered);
export const isFollow = (card: Card): boolean => card.acts[0]?.kind === 'follow';
export const lastAnswer = (card: Card): Answer | undefined => card.answers.at(-1);

/** Where an answer goes: the newest version of the newest mention that waits, or the picked post of a follower. */
export function replyTarget(card: Card): PostId | undefined {
  const act = unanswered(card).at(-1) ?? newestAct(card);
  return act.kind === 'mention' ? act.versions.at(-1) : card.picked;
}

/** Every post by which our timeline can point at this card, and every answer of ours that belongs to it. */
export function postsOf(card: Card): readonly PostId[] {
  const posts = new Set<PostId>();
  for (const act of card.acts) if (act.kind === 'mention') for (const id of act.versions) posts.add(id);
  for (const id of [card.picked, card.reply?.replyTo, card.handOff?.replyTo]) if (id) posts.add(id);
  for (const { postId } of card.answers) if (postId) posts.add(postId);
  return [...posts];
}
