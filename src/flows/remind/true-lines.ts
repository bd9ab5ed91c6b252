import type { Card } from '../../core/card/card.js';
import { cardKey, withMessage, withRefresh } from '../../core/card/message.js';
import { isShownBefore, linesToRename } from '../../core/desk/named-person.js';
import { slackUserId } from '../../core/ids.js';
import { onShift } from '../../core/rota/duty.js';
import type { Ports } from '../../ports.js';

type Keeping = Pick<Ports, 'cards' | 'clock' | 'desk'>;

/**
 * Makes the lines in the threads of what waits, or is being worked on, name who is there now: an edited mention notifies
 * nobody. Cards that an earlier version showed are shown once more, because their text told who was on shift then.
 */
export async function keepLinesTrue({ cards, clock, desk }: Keeping): Promise<void> {
  const people = desk.rota.staff.map(({ slackId }) => slackUserId(slackId));
  const held = await Promise.all(people.map((person) => cards.heldBy(person)));
  const now = clock.now();
  const calling = await callingOthers(cards, desk, now);
  const untrue = [...calling, ...held.flat()].filter((card) => kept(card, desk, now) !== card);
  for (const id of new Set([...(await cards.shownBefore()), ...untrue.map((card) => card.id)])) {
    await cards.change(id, (card) => ({ next: card && kept(card, desk, now), result: undefined }));
  }
}

/** The waiting cards that call somebody who is not there; none while nobody is, because then their lines stay. */
async function callingOthers(cards: Keeping['cards'], desk: Keeping['desk'], now: number) {
  const present = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  if (present.length === 0) return [];
  const others = (await cards.peopleCalled()).filter((person) => !present.includes(person));
  return (await Promise.all(others.map((person) => cards.calling(person)))).flat();
}

/** The card with all that has to be shown anew at `now` (Unix ms); the same card when that is nothing. */
function kept(card: Card, desk: Keeping['desk'], now: number): Card {
  const shown = card.messages[cardKey];
  const first = shown && isShownBefore(card) ? withMessage(card, cardKey, withRefresh(shown, now)) : card;
  return linesToRename(desk, card, now).reduce((all, { key, to }) => {
    const line = all.messages[key];
    return line ? withMessage(all, key, { ...withRefresh(line, now), to }) : all;
  }, first);
}
