import type { ActId, Boot, CardId, PanelId, PostId, SlackUserId, Token } from '../ids.js';
import type { Link, Patron } from '../post/post.js';
import type { Topic } from '../post/topic.js';
import type { CardClock } from './card-clock.js';
import type { Acquaintance } from './join.js';
import type { Message } from './message.js';

export type CardState =
  | 'open'
  | 'claimed'
  | 'in-review'
  | 'sending'
  | 'posting'
  | 'sent'
  | 'unsure'
  | 'handed-off'
  | 'dismissed'
  | 'expired'
  | 'withdrawn';

interface ActBase {
  readonly id: ActId;
  /** Unix milliseconds. */
  readonly at: number;
  /** An answer that went out covers it. */
  readonly answered: boolean;
  /** Removed on X: its content is gone here too. */
  readonly gone?: true;
}

export interface Mention extends ActBase, Acquaintance {
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

/** The desk's own: one public post to everybody who is new, on a card of its own. */
export interface Hello extends ActBase {
  readonly kind: 'hello';
  /** The digest whose new followers it greets, and how many they were when it was begun. */
  readonly digest: PanelId;
  readonly greets: number;
}

/** What a patron did, or what the desk set out to do. */
export type Act = Mention | Follow | Hello;

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
  /** Undefined for a hello, which answers nobody. */
  readonly replyTo?: PostId;
  readonly covers: readonly ActId[];
  readonly approvedBy: SlackUserId;
  /** Whose words they are, where a colleague checked and sent them. */
  readonly writtenBy?: SlackUserId;
  /** Where it goes back to when it does not go out. */
  readonly approvedIn: 'claimed' | 'in-review';
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
  /** The approved words; a greeting is written in X. */
  readonly text?: string;
  /** When our timeline was read since the press and did not show it. */
  readonly lookedAt?: number;
}

/** Sending is stopped for the whole desk. */
export interface Pause {
  readonly by: SlackUserId;
  readonly at: number;
  readonly reason: string;
}

/** An answer that X has. `in-x` was written there; without `postId` a person said that it is there, `under` a post. */
export interface Answer {
  readonly postId?: PostId;
  readonly under?: PostId;
  /** The acts that it answers, also those that another answer covers too. */
  readonly covers: readonly ActId[];
  /** Which approval it is, where we sent it. */
  readonly n?: number;
  readonly text: string;
  readonly at: number;
  /** Who sent it. */
  readonly by?: SlackUserId;
  /** Whose words they are, where a colleague checked and sent them. */
  readonly writtenBy?: SlackUserId;
  readonly how: 'as-approved' | 'changed-in-x' | 'in-x';
}

export interface HistoryEntry {
  readonly at: number;
  readonly action: string;
  readonly by?: SlackUserId;
  /** Of a person's press that says more than its name: a digest of all that it says. */
  readonly args?: string;
}

/** Why a card is closed without an answer of its own. */
export interface Closed {
  /** Undefined when the desk did it. */
  readonly by?: SlackUserId;
  readonly at: number;
  readonly reason: 'no-reply' | 'muted' | 'hello';
}

export interface Pass {
  readonly from?: SlackUserId;
  readonly to: SlackUserId;
  readonly at: number;
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
  /** X said that it takes this answer from a person only; until the patron writes again. */
  readonly onlyByHand?: true;
  readonly reply?: Reply;
  readonly handOff?: HandOff;
  readonly answers: readonly Answer[];
  readonly closed?: Closed;
  /** A colleague checks the words of the holder; whoever pressed *Check* is the one. */
  readonly review?: { readonly askedAt: number; readonly reviewer?: SlackUserId };
  /** From the colleague who passed the card on, or sent the words `back` to their writer, maybe without a word. */
  readonly note?: {
    readonly by: SlackUserId;
    readonly at: number;
    readonly text: string;
    readonly back?: true;
  };
  /** Each pass pings the new holder in the thread. */
  readonly passes: readonly Pass[];
  /** "Don't answer yet." */
  readonly flag?: { readonly by: SlackUserId; readonly at: number };
  readonly snoozedUntil?: number;
  /** Whoever has it said that they are still on it. */
  readonly kept?: { readonly by: SlackUserId; readonly at: number };
  readonly clock?: CardClock;
  /** Private messages that say how it stands, and the version that they were told of. */
  readonly listed?: { readonly in: readonly PanelId[]; readonly told: number };
  readonly notice?: CardBanner;
  readonly history: readonly HistoryEntry[];
  /** The fold or digest that shows it in place of a message of its own, and the version it shows. */
  readonly panel?: PanelId;
  readonly panelShown?: number;
  /** What Slack has of this card, by key: `card`, `line-<act>`. */
  readonly messages: Readonly<Record<string, Message>>;
}

/** What the holder must know about the last approval; gone with the next step. */
export type CardBanner =
  | { readonly kind: 'lapsed'; readonly goodUntil: number }
  | { readonly kind: 'paused'; readonly pause: Pause }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly detail: string }
  | { readonly kind: 'waiting'; readonly until: number; readonly goodUntil: number }
  | { readonly kind: 'changed'; readonly at: number }
  | { readonly kind: 'removed'; readonly at: number };

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
