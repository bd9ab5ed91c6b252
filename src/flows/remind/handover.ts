import type { Card } from '../../core/card/card.js';
import { handoverId, handoversAt, peopleHandingOver } from '../../core/due/handover.js';
import type { CardId } from '../../core/ids.js';
import { isOpen } from '../../core/rota/open-hours.js';
import type { Ports } from '../../ports.js';
import { follow } from '../tell/follow.js';

type Telling = Pick<Ports, 'cards' | 'clock' | 'desk' | 'panels'>;

/**
 * Tells people in private of what the colleagues who went off shift were called to and nobody answered yet: one message
 * for all of it, before it is late. May be done again.
 */
export async function tellHandovers(ports: Telling): Promise<void> {
  const { cards, clock, desk, panels } = ports;
  const startedAt = clock.now();
  for (const handover of handoversAt(desk, await leftCards(ports, startedAt), startedAt)) {
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
      await follow(
        { cards },
        id,
        lists.map(({ card }) => card),
      );
      await panels.change(id, (known = panel) => ({ next: known, result: undefined }));
    }
  }
}

/** The waiting cards that call somebody who went off shift, of those of whom nobody was told yet. */
async function leftCards({ cards, desk, panels }: Telling, now: number): Promise<readonly Card[]> {
  // What is late, or has no deadline, is not handed over.
  if (!isOpen(desk.rota, now) || (await cards.nextDueAfter(now)) === undefined) return [];
  const { present, people, shiftEndOf } = peopleHandingOver(desk, now);
  const left = new Map<CardId, Card>();
  for (const gone of await cards.peopleCalled()) {
    if (present.some(({ member }) => member.slackId === gone)) continue;
    const told = people.map((to) => panels.get(handoverId({ at: shiftEndOf(gone) }, to)));
    if ((await Promise.all(told)).every((panel) => panel !== undefined)) continue;
    for (const card of await cards.calling(gone)) left.set(card.id, card);
  }
  return [...left.values()];
}
