import { type Panel, toldLists, touched } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { idle, idlePanelId, isAsked } from '../../core/due/idle.js';
import type { PanelId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Has the private messages that list a card say how it stands now. */
export async function tellLists(
  { cards, desk, panels }: Pick<Ports, 'cards' | 'desk' | 'panels'>,
  card: Card,
): Promise<void> {
  const lies = idle(desk, card);
  const asked = lies && isAsked(card, lies) ? idlePanelId(card, lies) : undefined;
  // What its worker did is shown until they have done with it, or are asked anew.
  const isPast = isDone(card) || card.state === 'open' || asked !== undefined;
  const isOver = ({ closed, id, kind }: Panel) => closed || (kind === 'idle' && id !== asked && isPast);
  const over: PanelId[] = [];
  for (const id of card.listed?.in ?? []) {
    const ends = await panels.change(id, (panel) => {
      if (!panel || panel.closed) return { next: panel, result: true };
      return { next: { ...touched(panel), closed: isOver(panel) }, result: isOver(panel) };
    });
    if (ends === true) over.push(id);
  }
  await cards.change(card.id, (now) => ({
    next: now && toldLists(now, card.version, over),
    result: undefined,
  }));
}
