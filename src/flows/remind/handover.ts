import { linkPanel } from '../../core/board/panel.js';
import { handoverId, handoversAt } from '../../core/due/handover.js';
import type { Ports } from '../../ports.js';

/**
 * Tells people in private of what the colleagues who went off shift were called to and nobody answered yet: one message
 * for all of it, before it is late. May be done again.
 */
export async function tellHandovers({
  cards,
  clock,
  desk,
  panels,
}: Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels'>): Promise<void> {
  const startedAt = clock.now();
  for (const handover of handoversAt(desk, await cards.waiting(), startedAt)) {
    for (const to of handover.people) {
      const id = handoverId(handover, to);
      if (await panels.get(id)) continue;
      const lists = handover.cards.map(({ id: card }) => ({ card }));
      const panel = {
        id,
        format: 1,
        kind: 'handover',
        to,
        version: 1,
        startedAt,
        closed: false,
        lists,
      } as const;
      await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
      for (const { card } of lists) {
        await cards.change(card, (now) => ({ next: now && linkPanel(now, id), result: undefined }));
      }
    }
  }
}
