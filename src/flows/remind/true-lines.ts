import type { Card } from '../../core/card/card.js';
import { cardKey, withMessage, withRefresh } from '../../core/card/message.js';
import { linesToRename } from '../../core/desk/named-person.js';
import { slackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

type Keeping = Pick<Ports, 'cards' | 'clock' | 'desk'>;

/**
 * Makes the lines in the threads of what waits, or is being worked on, name who is there now: an edited mention notifies
 * nobody. Cards that an earlier version showed are shown once more, because their text told who was on shift then.
 */
export async function keepLinesTrue({ cards, clock, desk }: Keeping): Promise<void> {
  const people = desk.rota.staff.map(({ slackId }) => slackUserId(slackId));
  const held = await Promise.all(people.map((person) => cards.heldBy(person)));
  const found = [...(await cards.waiting()), ...held.flat()];
  const now = clock.now();
  for (const { id } of found.filter((card) => kept(card, desk, now) !== card)) {
    await cards.change(id, (card) => ({ next: card && kept(card, desk, now), result: undefined }));
  }
}

/** The card with all that has to be shown anew at `now` (Unix ms); the same card when that is nothing. */
function kept(card: Card, desk: Keeping['desk'], now: number): Card {
  const shown = card.messages[cardKey];
  const isOld = !card.panel && shown?.ts !== undefined && shown.changesAt === undefined;
  const first = isOld ? withMessage(card, cardKey, withRefresh(shown, now)) : card;
  return linesToRename(desk, card, now).reduce((all, { key, to }) => {
    const line = all.messages[key];
    return line ? withMessage(all, key, { ...withRefresh(line, now), to }) : all;
  }, first);
}
