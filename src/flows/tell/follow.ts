import { linkPanel } from '../../core/board/panel.js';
import type { CardId, PanelId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/**
 * Makes a private message follow these cards: each change of theirs makes it true again. This comes before the message lists
 * them, so that a process that dies in between leaves no message that nobody keeps true. May be done again.
 */
export async function follow(
  { cards }: Pick<Ports, 'cards'>,
  panel: PanelId,
  followed: readonly CardId[],
): Promise<void> {
  for (const id of followed)
    await cards.change(id, (card) => ({ next: card && linkPanel(card, panel), result: undefined }));
}
