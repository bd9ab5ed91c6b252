import type { ActId, Boot, PostId, SlackUserId, Token } from '../ids.js';
import type { Patron } from '../post/post.js';
import type { Act, Card, Mention, Pause, RejectReason } from './card.js';
import type { Refusal } from './refusal.js';

/** Who acts: the desk itself, a staff member, or somebody in Slack who doesn't answer for the library. */
export type Actor =
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'staff';
      readonly id: SlackUserId;
      readonly lead: boolean;
      readonly trainee: boolean;
      readonly xSignIn: boolean;
    }
  | {
      readonly kind: 'outsider';
      readonly id: SlackUserId;
      readonly guest?: true;
      /** In the channel, and not on the desk's closed list. */
      readonly inChannel?: true;
    };

export const theDesk: Actor = { kind: 'desk' };

/** A post on our own timeline that points at a card. */
export interface Sighting {
  readonly postId: PostId;
  /** Undefined for a post that answers nobody. */
  readonly repliedTo?: PostId;
  /** Unix milliseconds, whole seconds. */
  readonly at: number;
  readonly text: string;
  /** Whether it reads as the approved text does. */
  readonly asApproved: boolean;
}

export type Action =
  | { readonly do: 'claim'; readonly picked?: PostId }
  | { readonly do: 'take-over'; readonly handOffQuietMs: number }
  | { readonly do: 'release' }
  | { readonly do: 'pass'; readonly to: SlackUserId; readonly note: string }
  /** "Still on it." */
  | { readonly do: 'keep' }
  | { readonly do: 'flag' }
  | { readonly do: 'unflag' }
  | { readonly do: 'save-draft'; readonly text: string; readonly typedAt?: number }
  | { readonly do: 'keep-words'; readonly text: string }
  | {
      readonly do: 'approve';
      readonly text: string;
      readonly undoMs: number;
      readonly goodForMs: number;
      readonly goodAtLeastMs: number;
      /** When the library closes, if it is open. */
      readonly closesAt?: number;
      readonly boot: Boot;
      readonly pause?: Pause;
      /** The post that the editor showed as the one to answer. */
      readonly shown?: PostId;
    }
  | { readonly do: 'ask-review' }
  | { readonly do: 'check' }
  | { readonly do: 'send-back'; readonly note: string }
  | { readonly do: 'undo' }
  | {
      readonly do: 'begin';
      readonly token: Token;
      readonly leaseMs: number;
      readonly boot: Boot;
      readonly pause?: Pause;
    }
  | {
      readonly do: 'put-back';
      readonly token: Token;
      readonly until: number;
      readonly because: 'limit' | 'unreachable' | 'frozen';
    }
  | { readonly do: 'publish'; readonly token: Token; readonly postId: PostId; readonly text: string }
  | { readonly do: 'reject'; readonly token: Token; readonly reason: RejectReason; readonly detail: string }
  | { readonly do: 'mark-unknown'; readonly token: Token }
  /** `look` counts the looks before this one, so that two at once count as one. */
  | { readonly do: 'not-found'; readonly look: number; readonly last: boolean; readonly boot: Boot }
  /** `text` are the approved words, for an answer; a greeting is written in X. */
  | { readonly do: 'hand-off'; readonly replyTo: PostId; readonly text?: string }
  /** Our timeline was read since the link of a hand-off was pressed, and did not show the answer. */
  | { readonly do: 'timeline-checked' }
  | { readonly do: 'seen'; readonly post: Sighting }
  /** `confirmed`: somebody else than the holder looked, and said so twice. */
  | { readonly do: 'it-is-there'; readonly confirmed?: true }
  | { readonly do: 'not-there'; readonly confirmed?: true }
  | { readonly do: 'another-act'; readonly act: Act; readonly patron: Patron; readonly muted?: boolean }
  | { readonly do: 'edited'; readonly act: ActId; readonly mention: Omit<Mention, 'answered' | 'id'> }
  | { readonly do: 'dismiss' }
  | { readonly do: 'reopen' }
  | { readonly do: 'snooze'; readonly until: number }
  | { readonly do: 'wake' }
  | { readonly do: 'mute' }
  | { readonly do: 'start' }
  /** The public hello to everybody new went out. */
  | { readonly do: 'greeted' }
  /** `postId` is gone from X: an answer of ours. */
  | { readonly do: 'delete-from-x'; readonly postId: PostId }
  | { readonly do: 'expire' }
  /** An act was removed on X, or its author is gone. */
  | { readonly do: 'withdraw'; readonly act: ActId }
  /** Strangers' content goes; the state stays. */
  | { readonly do: 'scrub' };

export type ActionName = Action['do'];

/** What the history calls a step: its action, or `lapse` where *begin* finds that the answer may not go out any more. */
export type RecordedAction = ActionName | 'lapse';

/** What somebody should be told besides what the card shows. */
export type CardEvent =
  | { readonly event: 'taken-over'; readonly from: SlackUserId; readonly by: SlackUserId }
  | { readonly event: 'passed'; readonly to: SlackUserId; readonly by: SlackUserId }
  | { readonly event: 'sent-back'; readonly to: SlackUserId; readonly by: SlackUserId }
  /** The patron changed or removed what the person is answering. */
  | { readonly event: 'changed' | 'removed'; readonly to: SlackUserId };

export interface Transition {
  readonly card: Card;
  /** It changes nothing that the card's message shows. */
  readonly quiet?: true;
  /** What the history calls it, where another name than the action's says what happened. */
  readonly recordedAs?: RecordedAction;
  readonly events?: readonly CardEvent[];
}

/** What some actions make of a card. The rules have been asked already: state and person are right. */
export type Transitions<Names extends ActionName> = {
  readonly [Name in Names]: (
    card: Card,
    action: Extract<Action, { do: Name }>,
    actor: Actor,
    now: number,
  ) => Transition | Refusal;
};
