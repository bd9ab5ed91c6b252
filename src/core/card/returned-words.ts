import type { SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import { unsigned } from '../post/signature.js';
import type { Card, CardState } from './card.js';
import { isDone } from './message.js';

/** What a person wrote and has not approved. */
export interface Draft {
  readonly text: string;
  readonly by: SlackUserId;
  readonly at: number;
  /** When Slack saw it typed (Unix ms): key strokes can arrive out of order. */
  readonly typedAt?: number;
}

/** What a card knows of what its patron removed. */
export interface Removal {
  /** When they last removed something of it (Unix ms). */
  readonly removedAt?: number;
  /** Colleagues' words on it were written before that: they may quote what is gone. */
  readonly mayQuote?: true;
}

/** The states in which a card's draft is words that somebody goes on with. */
const writingStates: readonly CardState[] = ['open', 'claimed', 'in-review'];

/**
 * The card `after` a step from `before`, with no signature in words that came back or changed hands: the next approval
 * signs them, and whoever goes on with them writes after their end. Words on the way to a check keep theirs, because a
 * shared login's is typed by hand and the colleague who checks can't know it.
 */
export function withUnsignedDraft(before: Card, after: Card): Card {
  const { draft, holder, state } = after;
  if (!draft || !writingStates.includes(state)) return after;
  const cameBack =
    !writingStates.includes(before.state) || (before.state === 'in-review' && state === 'claimed');
  const changedHands = holder?.id !== before.holder?.id;
  const text = unsigned(draft.text);
  return (cameBack || changedHands) && text !== draft.text ? { ...after, draft: { ...draft, text } } : after;
}

/** Whether a card has words of colleagues on it that nobody approved: a draft, kept words, a note, the reason of a flag. */
export const hasColleaguesWords = ({ draft, flag, keptWords, note }: Card): boolean =>
  [draft, note, flag && { text: flag.note ?? '' }, ...keptWords].some((words) => words && words.text !== '');

/** The card without words that may quote what its patron removed, once nobody goes on with them: it is done. */
export function withoutQuotingWords(card: Card): Card {
  if (!card.mayQuote || !isDone(card)) return card;
  return { ...omit(card, 'draft', 'mayQuote', 'note'), keptWords: [] };
}
