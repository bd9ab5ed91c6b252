import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { decide } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { CardId, SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

type Editing = Pick<Ports, 'cards' | 'clock'>;

/**
 * Keeps somebody's words: as the draft, or beside the draft under their name when they don't have the card any more.
 * `typedAt` (Unix ms) puts key strokes in order; undefined for words that a person sends. Gives the card as it is stored then; undefined when there is none.
 */
export async function saveDraft(
  { cards, clock }: Editing,
  id: CardId,
  actor: Actor,
  text: string,
  typedAt?: number,
): Promise<Card | undefined> {
  const saved = await cards.change(id, (card) => {
    if (!card) return { refused: 'gone' };
    const next = withWords(card, actor, text, clock.now(), typedAt);
    return { next, result: next };
  });
  return isRefusal(saved) ? undefined : saved;
}

/** The card with somebody's words kept, as `saveDraft` says; the same card when nobody will need them. Pure. */
export function withWords(card: Card, actor: Actor, text: string, now: number, typedAt?: number): Card {
  const typed = typedAt === undefined ? {} : { typedAt };
  const saved = decide(card, { do: 'save-draft', text, ...typed }, actor, now);
  if (!isRefusal(saved)) return saved.card;
  if (isOver(saved)) return card;
  const kept = decide(card, { do: 'keep-words', text }, actor, now);
  return isRefusal(kept) ? card : kept.card;
}

/** Nobody will answer this card any more. */
const isOver = ({ refused }: Refusal): boolean =>
  ['answered', 'elsewhere', 'closed', 'expired', 'removed', 'gone'].includes(refused);

/**
 * A person closed the editor. When they wrote nothing besides the `opening`, the card is open to everybody again; else
 * they keep it, with their draft.
 */
export async function closeEditor(ports: Editing, id: CardId, actor: Actor, opening: string): Promise<void> {
  const card = await ports.cards.get(id);
  if (card?.state !== 'claimed' || actor.kind !== 'staff' || card.holder?.id !== actor.id) return;
  if (wroteNothing(card, actor.id, opening)) await act(ports, id, { do: 'release' }, actor);
}

/** A colleague's older draft counts as the person's own only if they took it over. */
function wroteNothing({ draft, history }: Card, person: SlackUserId, opening: string): boolean {
  if (!draft) return true;
  const gotItBy = history.findLast(({ action }) => ['claim', 'take-over', 'pass'].includes(action));
  if (draft.by !== person) return gotItBy?.action === 'claim';
  return draft.text.trim() === '' || draft.text.trim() === opening.trim();
}
