import { bumpVersion, markPanelsSynced, type Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { idleInfoOf, idlePanelId, isAsked } from '../../core/due/idle.js';
import type { PanelId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Has the private messages that list a card say how it stands now. May be done again. */
export async function syncLinkedPanels(
  { cards, desk, panels }: Pick<Ports, 'cards' | 'desk' | 'panels'>,
  card: Card,
): Promise<void> {
  if (!card.listed || card.listed.told === card.version) return;
  const idleInfo = idleInfoOf(desk, card);
  const asked = idleInfo && isAsked(card, idleInfo) ? idlePanelId(card, idleInfo) : undefined;
  // What its worker did is shown until they have done with it, or are asked anew.
  const isPast = isDone(card) || card.state === 'open' || asked !== undefined;
  const isOver = ({ closed, id, kind }: Panel) => closed || (kind === 'idle' && id !== asked && isPast);
  const over: PanelId[] = [];
  for (const id of card.listed.in) {
    const ends = await panels.change(id, (panel) => {
      if (!panel || panel.closed) return { next: panel, result: true };
      return { next: { ...bumpVersion(panel), closed: isOver(panel) }, result: isOver(panel) };
    });
    if (ends === true) over.push(id);
  }
  await cards.change(card.id, (now) => ({
    next: now && markPanelsSynced(now, card.version, over),
    result: undefined,
  }));
}
