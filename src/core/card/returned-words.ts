import { unsigned } from '../post/signature.js';
import type { Card, CardState } from './card.js';

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
