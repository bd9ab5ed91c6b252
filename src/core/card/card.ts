import type { ActId, Boot, CardId, PanelId, PostId, SlackUserId, Token } from '../ids.js';
import type { AboutOurs, Patron, Post, SaidOfPost } from '../post/post.js';
import type { Topic } from '../post/topic.js';
import type { CardEvent } from './actions.js';
import type { Begun } from './answered.js';
import type { CardBanner } from './banner.js';
import type { CardClock } from './card-clock.js';
import type { Flag, Kept } from './flag.js';
import type { Acquaintance, FollowedBack, Muting, PrivateMessage } from './join.js';
import type { Message } from './message.js';
import type { OpenView } from './open-views.js';
import type { Draft, Removal } from './returned-words.js';

/**
 * Where a card is. The names are stored.
 * - `open`: it waits, and nobody has it; `claimed`: a person writes; `in-review`: a colleague checks, or is asked to.
 * - `sending`: an approved answer waits to go out; `posting`: a worker calls X; `unsure`: X did not say what it did.
 * - `handed-off`: a person finishes it in X; `sent`: X shows an answer to all acts; `dismissed`: closed without one;
 *   `expired`: nobody greeted a new follower in time; `withdrawn`: the patron removed all of it.
 */
export const cardStates = [
  'open',
  'claimed',
  'in-review',
  'sending',
  'posting',
  'sent',
  'unsure',
  'handed-off',
  'dismissed',
  'expired',
  'withdrawn',
] as const;
export type CardState = (typeof cardStates)[number];

interface ActBase {
  readonly id: ActId;
  /** Unix milliseconds. */
  readonly at: number;
  /** One of our answers covers it. */
  readonly answered: boolean;
  /** It was removed on X, and its content is deleted here. */
  readonly gone?: true;
  /** Its content was kept for as long as it may be. */
  readonly purged?: true;
}

/** What a card keeps of a post. */
type KeptOfPost =
  | 'text'
  | 'links'
  | 'media'
  | 'repliedTo'
  | 'repliedToAccount'
  | 'quoted'
  | keyof SaidOfPost
  | 'partial';

/** A post that mentions us: its newest version is shown and answered. `urgent`: the word of `urgentWords` in it, as it was written. */
export interface Mention extends ActBase, Acquaintance, Pick<Post, 'versions' | 'readAt' | KeptOfPost> {
  readonly kind: 'mention';
  readonly topic: Topic;
  readonly urgent?: string;
  /** Its newest version does not name us any more. */
  readonly unnamed?: true;
  readonly ours?: AboutOurs;
  /** Slack could not load its picture: until its next version its words describe it. */
  readonly unloadable?: true;
}

/** Somebody followed us. */
export interface Follow extends ActBase {
  readonly kind: 'follow';
}

/** One public post that greets everybody new. No patron did it: the desk makes a card for it. */
export interface Hello extends ActBase {
  readonly kind: 'hello';
  /** The digest whose new followers it greets, and how many they were when somebody began to write it. */
  readonly digest: PanelId;
  readonly greets: number;
  /** How many it greeted, and how many people have answered it, since it is out. */
  readonly greeted?: number;
  readonly answers?: number;
}

/** What a card is for: something that a patron did, or a hello of ours. */
export type Act = Mention | PrivateMessage | Follow | Hello;

/** One approval of exactly this text by one person. It is sent soon or not at all. Times are Unix ms. */
export interface Reply extends Begun {
  /** 1-based number of this approval among the approvals of the card. */
  readonly n: number;
  readonly text: string;
  /** Undefined for a hello, which answers nobody. */
  readonly replyTo?: PostId;
  readonly covers: readonly ActId[];
  readonly approvedBy: SlackUserId;
  /** Who wrote the words, where a colleague checked and sent them. */
  readonly writtenBy?: SlackUserId;
  /** The state that the card returns to when the answer does not go out. */
  readonly approvedIn: 'claimed' | 'in-review';
  readonly approvedAt: number;
  /** Not sent before this: the undo window, or X's own "wait until". */
  readonly dueAt: number;
  /** Not sent after this. */
  readonly goodUntil: number;
  /** The boot of the store at the approval, or at the last read that looked for the answer. */
  readonly boot: Boot;
  /** How many calls did not reach X. */
  readonly tries: number;
  /** While posting: the worker that has this token calls X. */
  readonly token?: Token;
  /** While posting: until when that worker may take. */
  readonly postingUntil?: number;
  /** Time of the earliest approval of this card whose outcome X never told us: that answer may still turn up. */
  readonly unknownFrom?: number;
  /** Since when X's outcome is unknown. */
  readonly unsureSince?: number;
  /** The store may be an older one since: the answer may have been posted and deleted, so it is only looked for. */
  readonly onlyLook?: true;
  /** It was called before, with an unknown outcome: a refusal of the last call says nothing of that one. */
  readonly calledAgain?: true;
  /** How many reads of our timeline since `unsureSince` did not show it. */
  readonly looks: number;
  /** All reads were made in vain: now a person has to look. */
  readonly notSeen?: true;
  /** A person was asked to look for it. Later looks don't ask again. */
  readonly askedToLook?: true;
}

/** A person finishes the answer in X, in a reply to `replyTo` that a link of ours filled. */
export interface HandOff {
  readonly by: SlackUserId;
  readonly openedAt: number;
  readonly replyTo: PostId;
  /** The approved words; a greeting is written in X. */
  readonly text?: string;
  /** When our timeline was last read since then without showing the answer (Unix ms). */
  readonly lookedAt?: number;
}

/** Sending is stopped for the whole desk. */
export interface Pause {
  readonly by: SlackUserId;
  readonly at: number;
  readonly reason: string;
}

/**
 * An answer that X shows. `how` is `in-x` for words that were written there. Without a `postId` the only source is a
 * person who said that the answer is there, as a reply to the post `under`.
 */
export interface Answer extends Begun {
  readonly postId?: PostId;
  readonly under?: PostId;
  /** The acts that it answers; another answer may cover some of them too. */
  readonly covers: readonly ActId[];
  /** The number of its approval, where the desk sent it. */
  readonly n?: number;
  readonly text: string;
  readonly at: number;
  /** Who sent it. */
  readonly by?: SlackUserId;
  /** Who wrote the words, where a colleague checked and sent them. */
  readonly writtenBy?: SlackUserId;
  readonly how: 'as-approved' | 'changed-in-x' | 'in-x';
}

/** Why a card is closed without an answer of its own. */
export interface Closed {
  /** Undefined when the desk did it. */
  readonly by?: SlackUserId;
  readonly at: number;
  /** `hello`: the public hello greeted this new follower; `stop`: the patron wants no messages from us. */
  readonly reason: 'no-reply' | Muting | 'hello' | 'stop';
}

/** The card went from one person to another. */
interface Pass {
  readonly from?: SlackUserId;
  readonly to: SlackUserId;
  readonly at: number;
}

/** One patron in one conversation, with all their acts there. Times are Unix ms. Field names are stored. */
export interface Card extends FollowedBack, Kept, Removal {
  readonly id: CardId;
  readonly format: 2;
  /** Grows by one with each change that its message has to show. */
  readonly version: number;
  readonly state: CardState;
  readonly patron: Patron;
  /** Oldest first; at least one. */
  readonly acts: readonly Act[];
  readonly changedAt: number;
  readonly holder?: { readonly id: SlackUserId; readonly since: number };
  /** Who lost the card to whom: the first of them is told when they send words for it later. */
  readonly lostBy?: { readonly from: SlackUserId; readonly to: SlackUserId; readonly at: number };
  readonly draft?: Draft;
  /** Unsent words of people who do not have the card any more. */
  readonly keptWords: readonly Draft[];
  /** The post of a new follower that the greeting answers. */
  readonly picked?: PostId;
  /** X refused an answer by API and takes it from a person only. Ends when the patron writes again. */
  readonly onlyByHand?: true;
  readonly reply?: Reply;
  readonly handOff?: HandOff;
  readonly answers: readonly Answer[];
  readonly closed?: Closed;
  /** The holder asked for a check. `reviewer` is the colleague who pressed *Check*. */
  readonly review?: { readonly askedAt: number; readonly reviewer?: SlackUserId };
  /** From the colleague who passed the card on. `back`: they checked the words and sent them back; `text` may be "". */
  readonly note?: {
    readonly by: SlackUserId;
    readonly at: number;
    readonly text: string;
    readonly back?: true;
  };
  /** Each pass names the new holder in a line of the thread. */
  readonly passes: readonly Pass[];
  readonly flag?: Flag;
  readonly snoozedUntil?: number;
  /** The person who works on it said that they still do. */
  readonly kept?: { readonly by: SlackUserId; readonly at: number };
  readonly clock?: CardClock;
  /** Private messages that show its state, and the version of the card that all of them know. */
  readonly listed?: { readonly in: readonly PanelId[]; readonly told: number };
  readonly notice?: CardBanner;
  /** What happened to it from which something has yet to follow; absent before the first such event. */
  readonly pending?: readonly CardEvent[];
  readonly history: readonly HistoryEntry[];
  /** The fold or digest that shows it instead of a message of its own, and the version of the card that it shows. */
  readonly panel?: PanelId;
  readonly panelShown?: number;
  /** Its messages in Slack, by `MessageKey`. */
  readonly messages: Readonly<Record<string, Message>>;
  readonly openViews?: readonly OpenView[];
}

/** One step of a card's history. */
export interface HistoryEntry {
  readonly at: number;
  /** A `RecordedAction`, or a name that an earlier version used. */
  readonly action: string;
  readonly by?: SlackUserId;
  /** A hash of the arguments of a person's press: it tells two presses apart without storing words. */
  readonly args?: string;
}
