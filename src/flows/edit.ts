import type { Who } from '../core/actions.js';
import type { Card } from '../core/card.js';
import type { CardId, SlackUserId } from '../core/ids.js';
import { isRefusal } from '../core/refusal.js';
import type { Ports } from '../ports.js';
import { act } from './act.js';

type Editing = Pick<Ports, 'cards' | 'clock'>;

/** Keeps words as they are typed, also those of somebody who lost the card; `typedAt` (Unix ms) puts them in order. */
export async function saveDraft(
  ports: Editing,
  id: CardId,
  who: Who,
  text: string,
  typedAt: number,
): Promise<void> {
  const result = await act(ports, id, { do: 'save-draft', text, typedAt }, who);
  if (isRefusal(result)) await keepWords(ports, id, who, text);
}

/** Words of somebody who does not have the card (any more) stay beside the draft, under their name. */
export async function keepWords(ports: Editing, id: CardId, who: Who, text: string): Promise<void> {
  const holder = (await ports.cards.get(id))?.holder?.id;
  if (who.kind === 'staff' && holder !== who.id) await act(ports, id, { do: 'keep-words', text }, who);
}

/** The editor was closed. Without a word of their own the card goes back; else it stays theirs, with the draft. */
export async function closeEditor(ports: Editing, id: CardId, who: Who, opening: string): Promise<void> {
  const card = await ports.cards.get(id);
  if (card?.state !== 'claimed' || who.kind !== 'staff' || card.holder?.id !== who.id) return;
  if (isBlank(card, who.id, opening)) await act(ports, id, { do: 'release' }, who);
}

/** Whether a person wrote nothing: an older draft of a colleague's is theirs only if they took it over. */
function isBlank({ draft, history }: Card, by: SlackUserId, opening: string): boolean {
  if (!draft) return true;
  const came = history.findLast(({ action }) => ['claim', 'take-over', 'pass'].includes(action));
  if (draft.by !== by) return came?.action === 'claim';
  return draft.text.trim() === '' || draft.text.trim() === opening.trim();
}
