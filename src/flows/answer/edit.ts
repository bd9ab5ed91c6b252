import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { CardId, SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

type Editing = Pick<Ports, 'cards' | 'clock'>;

/**
 * Keeps somebody's words: as the draft, or beside it under their name when the card is not theirs any more. `typedAt`
 * (Unix ms) puts key strokes in order.
 */
export async function saveDraft(
  ports: Editing,
  id: CardId,
  actor: Actor,
  text: string,
  typedAt?: number,
): Promise<void> {
  const typed = typedAt === undefined ? {} : { typedAt };
  const result = await act(ports, id, { do: 'save-draft', text, ...typed }, actor);
  if (!isRefusal(result) || isOver(result)) return;
  await act(ports, id, { do: 'keep-words', text }, actor);
}

/** Nobody will need these words for this card. */
const isOver = ({ refused }: Refusal): boolean =>
  ['answered', 'elsewhere', 'closed', 'expired', 'removed', 'gone'].includes(refused);

/** The editor was closed. Without a word of their own the card goes back; else it stays theirs, with the draft. */
export async function closeEditor(ports: Editing, id: CardId, actor: Actor, opening: string): Promise<void> {
  const card = await ports.cards.get(id);
  if (card?.state !== 'claimed' || actor.kind !== 'staff' || card.holder?.id !== actor.id) return;
  if (isBlank(card, actor.id, opening)) await act(ports, id, { do: 'release' }, actor);
}

/** Whether a person wrote nothing: an older draft of a colleague's is theirs only if they took it over. */
function isBlank({ draft, history }: Card, by: SlackUserId, opening: string): boolean {
  if (!draft) return true;
  const came = history.findLast(({ action }) => ['claim', 'take-over', 'pass'].includes(action));
  if (draft.by !== by) return came?.action === 'claim';
  return draft.text.trim() === '' || draft.text.trim() === opening.trim();
}
