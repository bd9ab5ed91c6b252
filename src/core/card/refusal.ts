import type { PostId, SlackUserId } from '../ids.js';
import type { Span } from '../rota/spans.js';

/** Why a person can't do something now. A value, never thrown; `words.ts` has one sentence for each. */
export type Refusal =
  | { readonly refused: 'taken'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'lost'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'not-yours'; readonly by: SlackUserId }
  | { readonly refused: 'nobody-answers' }
  | { readonly refused: 'answered'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'elsewhere'; readonly at: number; readonly postId?: PostId }
  | { readonly refused: 'closed'; readonly by?: SlackUserId }
  | { readonly refused: 'expired' }
  /** Its writer removed it, or is gone. */
  | { readonly refused: 'removed'; readonly first: string }
  | { readonly refused: 'in-review'; readonly by: SlackUserId; readonly reviewer?: SlackUserId }
  | { readonly refused: 'own-check' }
  | { readonly refused: 'flagged'; readonly by: SlackUserId; readonly at: number }
  | { readonly refused: 'lead-only' }
  | { readonly refused: 'not-deleter'; readonly by?: SlackUserId }
  | { readonly refused: 'paused'; readonly by: SlackUserId; readonly at: number; readonly reason: string }
  /** The act was changed on X since the person read it. */
  | { readonly refused: 'changed'; readonly first: string; readonly at: number }
  /** The patron said more since the person read it. */
  | { readonly refused: 'wrote-again'; readonly first: string; readonly at: number }
  | { readonly refused: 'budget' }
  /** Writing first would be unsolicited. */
  | { readonly refused: 'stranger'; readonly handle: string }
  | { readonly refused: 'going'; readonly by: SlackUserId; readonly dueAt: number }
  | { readonly refused: 'checking'; readonly by: SlackUserId }
  | {
      readonly refused: 'finishing';
      readonly by: SlackUserId;
      readonly openedAt: number;
      readonly until?: number;
    }
  | { readonly refused: 'too-late'; readonly at: number }
  | { readonly refused: 'second-reply' }
  | { readonly refused: 'no-post' }
  /** `inChannel`: the list is closed, and joining the channel helps nobody. */
  | { readonly refused: 'not-staff'; readonly inChannel?: true }
  | { readonly refused: 'guest' }
  | { readonly refused: 'trainee' }
  /** A greeting is written in X, where no colleague checks it. */
  | { readonly refused: 'trainee-greets' }
  /** Trainees check nobody's words. */
  | { readonly refused: 'trainee-check' }
  | { readonly refused: 'no-sign-in' }
  /** A note for today that is longer than people read, or one too many. */
  | { readonly refused: 'long-note'; readonly over: number }
  | { readonly refused: 'many-notes'; readonly count: number }
  | {
      readonly refused: 'not-their-shift';
      readonly whose: SlackUserId;
      readonly fromMs: number;
      readonly toMs: number;
      /** What is theirs on that day. */
      readonly theirs: readonly Span[];
      readonly at: number;
    }
  | { readonly refused: 'cover-taken'; readonly by: SlackUserId }
  | { readonly refused: 'cover-over' }
  | { readonly refused: 'cover-own' }
  | { readonly refused: 'cover-asked' }
  | { readonly refused: 'cover-not-yours'; readonly people: readonly SlackUserId[] }
  /** As many new followers as the desk wants were greeted today. */
  | { readonly refused: 'enough-greetings'; readonly count: number }
  /** A saved starter's button says this already. */
  | { readonly refused: 'same-starter'; readonly label: string }
  | { readonly refused: 'many-starters'; readonly count: number }
  | { readonly refused: 'empty-starter' }
  | { readonly refused: 'desk-only' }
  | { readonly refused: 'gone' };

export const isRefusal = (value: object | undefined): value is Refusal =>
  value !== undefined && 'refused' in value;
