import type { PostId, SlackUserId } from '../ids.js';
import type { BudgetOf } from '../money/budget-use.js';
import type { Span } from '../rota/spans.js';

/**
 * Why a person can't do something now: a value, never thrown. `refusal-words.ts` and `rota-words.ts` have one sentence
 * for each. `at` is Unix ms, `by` is the person to name.
 */
export type Refusal =
  /** A colleague has the card; `lost`: they took it over from this person. */
  | { readonly refused: 'taken'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'lost'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'not-yours'; readonly by: SlackUserId }
  /** Nobody has the card. */
  | { readonly refused: 'nobody-answers' }
  | {
      readonly refused: 'answered';
      readonly by: SlackUserId;
      readonly at: number;
      readonly postId?: PostId;
    }
  /** Answered in X, nobody knows by whom. */
  | { readonly refused: 'elsewhere'; readonly at: number; readonly postId?: PostId }
  | { readonly refused: 'closed'; readonly by?: SlackUserId }
  | { readonly refused: 'expired' }
  /** Nothing is kept of what the patron wrote. */
  | { readonly refused: 'purged' }
  /** The desk only links to what people write. */
  | { readonly refused: 'link-only' }
  /** It is not kept, and the network did not show it again: it is not there any more, or there was no answer. */
  | { readonly refused: 'not-there-again' }
  | { readonly refused: 'not-read-again' }
  /** Nobody said why something should be kept. */
  | { readonly refused: 'no-reason' }
  /** The patron removed it, or their account is gone. `first` is their first name. */
  | { readonly refused: 'removed'; readonly first: string }
  /** The patron wants no messages from us, until they write again. */
  | { readonly refused: 'stopped'; readonly first: string }
  /** The patron has not written to us in private, so we may not either. */
  | { readonly refused: 'not-in-private'; readonly first: string }
  | { readonly refused: 'in-review'; readonly by: SlackUserId; readonly reviewer?: SlackUserId }
  | { readonly refused: 'own-check' }
  | { readonly refused: 'flagged'; readonly by: SlackUserId }
  | { readonly refused: 'lead-only' }
  | { readonly refused: 'not-deleter'; readonly by?: SlackUserId }
  | { readonly refused: 'paused'; readonly by: SlackUserId; readonly at: number; readonly reason: string }
  /** The patron changed the post after the person read it. */
  | { readonly refused: 'changed'; readonly first: string; readonly at: number }
  /** The patron wrote again after the person read it. */
  | { readonly refused: 'wrote-again'; readonly first: string; readonly at: number }
  /** The month's budget for X is used up: the desk's own, or that of all desks together. */
  | { readonly refused: 'budget'; readonly of: BudgetOf }
  /** This account neither mentioned us nor follows us, so writing to it would be unsolicited. */
  | { readonly refused: 'stranger'; readonly handle: string }
  /** The approved answer goes out at `dueAt` (Unix ms). */
  | { readonly refused: 'going'; readonly by: SlackUserId; readonly dueAt: number }
  /** The desk checks whether X published the answer of `by`. */
  | { readonly refused: 'checking'; readonly by: SlackUserId }
  /** `by` finishes the answer in X; nobody takes it over before `until` (Unix ms), where that is set. */
  | {
      readonly refused: 'finishing';
      readonly by: SlackUserId;
      readonly openedAt: number;
      readonly until?: number;
    }
  /** The answer went to X already. */
  | { readonly refused: 'too-late'; readonly at: number }
  /** Every act is answered already. */
  | { readonly refused: 'second-reply' }
  /** Nobody has picked a post of the new follower to answer. */
  | { readonly refused: 'no-post' }
  /** `inChannel`: desk.yaml lists who answers, so joining the channel would not help. */
  | { readonly refused: 'not-staff'; readonly inChannel?: true }
  | { readonly refused: 'guest' }
  | { readonly refused: 'trainee' }
  /** A greeting is written in X, where no colleague can check a trainee's words. */
  | { readonly refused: 'trainee-greets' }
  /** A trainee may not check words. */
  | { readonly refused: 'trainee-check' }
  /** Several people use this login: nobody could say who checked. */
  | { readonly refused: 'shared-check' }
  /** The network has no composer for replies: answers are written and sent from here alone. */
  | { readonly refused: 'no-hand-off' }
  /** The writer of the post lets only others reply to it. `first` is their first name. */
  | { readonly refused: 'takes-no-reply'; readonly first: string }
  /** The network did not take that we follow somebody, or did not say so. */
  | { readonly refused: 'not-followed' }
  /** Nobody on the staff is to get this or to be asked: `by`, where it names a person at all. */
  | { readonly refused: 'not-colleague'; readonly by?: SlackUserId }
  /** The person has no sign-in to X. */
  | { readonly refused: 'no-sign-in' }
  /** A note for today is `over` characters too long, or there are `count` notes already. */
  | { readonly refused: 'long-note'; readonly over: number }
  | { readonly refused: 'many-notes'; readonly count: number }
  | {
      readonly refused: 'not-their-shift';
      readonly whose: SlackUserId;
      readonly fromMs: number;
      readonly toMs: number;
      /** Their shifts on that day. */
      readonly theirs: readonly Span[];
      readonly at: number;
    }
  /** About requests for cover: taken by somebody, over, one's own shift, asked already, or somebody else's. */
  | { readonly refused: 'cover-taken'; readonly by: SlackUserId }
  | { readonly refused: 'cover-over' }
  | { readonly refused: 'cover-own' }
  | { readonly refused: 'cover-asked' }
  | { readonly refused: 'cover-not-yours'; readonly people: readonly SlackUserId[] }
  /** `count` new followers were greeted today, and the desk wants no more. */
  | { readonly refused: 'enough-greetings'; readonly count: number }
  /** Another saved starter has this label. */
  | { readonly refused: 'same-starter'; readonly label: string }
  | { readonly refused: 'many-starters'; readonly count: number }
  | { readonly refused: 'empty-starter' }
  /** Only the desk itself does this. */
  | { readonly refused: 'desk-only' }
  /** What the press was about is not there any more. */
  | { readonly refused: 'gone' };

/** Whether a result is a refusal. */
export const isRefusal = (value: object | undefined): value is Refusal =>
  value !== undefined && 'refused' in value;
