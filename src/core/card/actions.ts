import type { ActId, Boot, PostId, SlackUserId, Token } from '../ids.js';
import type { Patron } from '../post/post.js';
import type { OpeningUse } from './answered.js';
import type { RejectReason } from './banner.js';
import type { Act, Card, Mention, Pause } from './card.js';
import type { Muting } from './join.js';
import type { Refusal } from './refusal.js';

/** Who acts: the desk itself, a staff member, or a person in Slack who does not answer for the library. */
export type Actor =
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'staff';
      readonly id: SlackUserId;
      readonly lead: boolean;
      readonly trainee: boolean;
      readonly xSignIn: boolean;
      /** Several people use this login. */
      readonly shared?: true;
    }
  | {
      readonly kind: 'outsider';
      readonly id: SlackUserId;
      readonly guest?: true;
      /** The person is in the channel, but desk.yaml lists who answers and does not list them. */
      readonly inChannel?: true;
    };

export const theDesk: Actor = { kind: 'desk' };

/** A post on our own timeline that may be the answer of a card. */
export interface Sighting {
  readonly postId: PostId;
  /** The post that it replies to; undefined when it is no reply. */
  readonly repliedTo?: PostId;
  /** When it was posted (Unix ms); X gives whole seconds. */
  readonly at: number;
  readonly text: string;
  /** Whether its words are the approved ones. */
  readonly asApproved: boolean;
}

/** A patron whose card was purged, and those of its posts that are still there, as the network has them now. */
export interface ReadAgain {
  readonly patron: Patron;
  readonly posts: readonly Mention[];
}

/** What can be done to a card. The names are stored in its history. */
export type Action =
  /** `picked`: the post of a new follower that the greeting answers. */
  | { readonly do: 'claim'; readonly picked?: PostId }
  /** `handOffQuietMs`: for so long after a hand-off began nobody takes the card over. */
  | { readonly do: 'take-over'; readonly handOffQuietMs: number }
  | { readonly do: 'release' }
  | { readonly do: 'pass'; readonly to: SlackUserId; readonly note: string }
  /** The person says that they are still working on it. */
  | { readonly do: 'keep' }
  /** "Don't answer yet": the lead `to` is asked to look, with a note. */
  | { readonly do: 'flag'; readonly to?: SlackUserId; readonly note?: string }
  | { readonly do: 'unflag' }
  /** `typedAt`: when Slack saw a key stroke (Unix ms); undefined for words that a person sends. */
  | { readonly do: 'save-draft'; readonly text: string; readonly typedAt?: number }
  /** Keeps what a person wrote who does not have the card any more. */
  | { readonly do: 'keep-words'; readonly text: string }
  | {
      readonly do: 'approve';
      readonly text: string;
      /** How long the person can still undo it. */
      readonly undoMs: number;
      /** How long after the approval the answer may go out, and at least how long after it is due. */
      readonly goodForMs: number;
      readonly goodAtLeastMs: number;
      /** When the library closes (Unix ms), if it is open: nothing goes out after that. */
      readonly closesAt?: number;
      readonly boot: Boot;
      readonly pause?: Pause;
      /** The post that the editor showed as the one to answer. */
      readonly shown?: PostId;
      readonly opening?: OpeningUse;
    }
  /** The holder asks a colleague to check the words; a colleague begins to check, and may send them back. */
  | { readonly do: 'ask-review' }
  | { readonly do: 'check' }
  | { readonly do: 'send-back'; readonly note: string }
  | { readonly do: 'undo' }
  /** The desk begins to send: the worker that has the token calls X. */
  | {
      readonly do: 'begin';
      readonly token: Token;
      readonly leaseMs: number;
      readonly boot: Boot;
      readonly pause?: Pause;
    }
  /** X did not take the call: it is tried again at `until` (Unix ms). */
  | {
      readonly do: 'put-back';
      readonly token: Token;
      readonly until: number;
      readonly because: 'limit' | 'unreachable' | 'frozen';
    }
  /** The network published the answer, which is `text`. */
  | { readonly do: 'publish'; readonly token: Token; readonly postId: PostId; readonly text: string }
  | { readonly do: 'reject'; readonly token: Token; readonly reason: RejectReason; readonly detail: string }
  /** X did not say whether it published the answer. */
  | { readonly do: 'mark-unknown'; readonly token: Token }
  /**
   * Our timeline does not show the answer. `look` is the number of reads before this one: two reads at once count as
   * one. After the `last` read a person has to look; where the network posts nothing twice under one key (`once`), the answer
   * is sent again meanwhile, and comes back to its writer after the last read.
   */
  | {
      readonly do: 'not-found';
      readonly look: number;
      readonly last: boolean;
      readonly boot: Boot;
      readonly once?: boolean;
    }
  /** A person finishes it in X. `text`: the approved words of an answer; a greeting is written in X. */
  | { readonly do: 'hand-off'; readonly replyTo: PostId; readonly text?: string }
  /** Our timeline was read after a hand-off began, and does not show the answer. */
  | { readonly do: 'timeline-checked' }
  /** Our timeline shows a post that may be the answer. */
  | { readonly do: 'seen'; readonly post: Sighting }
  /** A person says whether X shows the answer. `confirmed`: they are not the holder, and confirmed that they looked. */
  | { readonly do: 'it-is-there'; readonly confirmed?: true }
  | { readonly do: 'not-there'; readonly confirmed?: true }
  /** `muted`: the conversation or the patron is muted, so the card waits for nobody, unless a word in it is urgent. */
  | { readonly do: 'another-act'; readonly act: Act; readonly patron: Patron; readonly muted?: Muting }
  /**
   * The patron edited the post of an act, or one that was incomplete came whole, by `patron`. `isPresent`: the network shows
   * this version now, also where it was known before. `knows`: the person who is told of it in the answer to their own press.
   */
  | {
      readonly do: 'edited';
      readonly act: ActId;
      readonly mention: Omit<Mention, 'answered' | 'id'>;
      readonly patron?: Patron;
      readonly isPresent?: boolean;
      readonly knows?: SlackUserId;
    }
  /** No reply is needed. */
  | { readonly do: 'dismiss' }
  /** `again`: what the network has of a patron whose card was purged. */
  | { readonly do: 'reopen'; readonly again?: ReadAgain }
  /** "Not now": nobody is reminded before `until` (Unix ms). *wake* ends it. */
  | { readonly do: 'snooze'; readonly until: number }
  | { readonly do: 'wake' }
  /** `person`: the lead muted the patron; else a colleague muted the conversation. */
  | { readonly do: 'mute'; readonly person?: true }
  /** Opened by `/greet`, whatever became of it before. */
  | { readonly do: 'start'; readonly again?: ReadAgain }
  /** A lead keeps what the card contains until a time (Unix ms); *end-hold* ends that. */
  | { readonly do: 'hold'; readonly until: number; readonly reason: string }
  | { readonly do: 'end-hold' }
  /** The public hello went out, and it greets this new follower too. */
  | { readonly do: 'greeted' }
  /** We follow the new follower now: a person pressed that, and the network took it. */
  | { readonly do: 'follow-back' }
  /** X deleted our answer `postId`. */
  | { readonly do: 'delete-from-x'; readonly postId: PostId }
  /** Nobody greeted a new follower in time. */
  | { readonly do: 'expire' }
  /** The patron removed an act on X, or their account is gone. `knows` as for `edited`. */
  | { readonly do: 'withdraw'; readonly act: ActId; readonly knows?: SlackUserId };

export type ActionName = Action['do'];

/**
 * What the history calls a step: its action, `lapse` where *begin* finds that the answer may not go out any more, or
 * `mute-person` where the patron was muted.
 */
export type RecordedAction = ActionName | 'lapse' | 'mute-person';

/** What happened to a card, from which more follows than its message shows. `at`: Unix ms. */
export type CardEvent =
  /** An answer did not go out: X refused it, or it could not go in time. `n`: the number of its approval. */
  | { readonly event: 'came-back'; readonly n: number; readonly at: number }
  /** An answer of unknown outcome is not on our timeline: a person has to look. */
  | { readonly event: 'not-seen'; readonly n: number; readonly at: number }
  /** Whoever may check is told. */
  | { readonly event: 'check-asked'; readonly at: number }
  /** The new holder is told. */
  | { readonly event: 'passed'; readonly at: number }
  /** A lead is told. */
  | { readonly event: 'flagged'; readonly by: SlackUserId; readonly at: number }
  /** The writer is told. */
  | { readonly event: 'sent-back'; readonly to: SlackUserId; readonly at: number }
  /** Everybody in the digest is greeted by it. */
  | { readonly event: 'hello-sent'; readonly at: number }
  /** The patron answered a question of ours, or removed all that answered it: a hello counts who answered. */
  | { readonly event: 'answers-changed'; readonly at: number }
  /** Whoever lost the card is told. */
  | {
      readonly event: 'taken-over';
      readonly from: SlackUserId;
      readonly by: SlackUserId;
      readonly at: number;
    }
  /** The patron changed or removed what the person is answering: they are told. */
  | { readonly event: 'changed'; readonly to: SlackUserId; readonly at: number }
  | { readonly event: 'removed'; readonly to: SlackUserId; readonly at: number }
  /** The patron wrote an urgent word: whoever is on shift and the leads are told. */
  | { readonly event: 'urgent'; readonly act: ActId; readonly at: number }
  /** X said no: leads are told of what only they can put right. */
  | {
      readonly event: 'rejected';
      readonly reason: RejectReason;
      readonly detail: string;
      readonly at: number;
    }
  /** A greeting that was written in X is there: its writer is told what they would have been told before. */
  | { readonly event: 'greeting-seen'; readonly postId: PostId; readonly at: number };

/** What an action makes of a card. */
export interface Transition {
  /** The same object when the action changes nothing. */
  readonly card: Card;
  /** The card's message shows the same as before: neither version nor history change. */
  readonly quiet?: true;
  /** It is no change of the card that begins the time anew for which a closed card is kept. */
  readonly aside?: true;
  /** What the history calls it, where another name than the action's says what happened. */
  readonly recordedAs?: RecordedAction;
  readonly events?: readonly CardEvent[];
}

/**
 * What each of some actions makes of a card, or why not. `now` is Unix ms. `refusalFor` comes first, so the card's
 * state and the actor are right here.
 */
export type Transitions<Names extends ActionName> = {
  readonly [Name in Names]: (
    card: Card,
    action: Extract<Action, { do: Name }>,
    actor: Actor,
    now: number,
  ) => Transition | Refusal;
};
