import { untoldIn } from '../../core/board/panel.js';
import { type Actor, theDesk } from '../../core/card/actions.js';
import { decide } from '../../core/card/decide.js';
import { isRefusal } from '../../core/card/refusal.js';
import type { AccountId, ActId, CardId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';

type Withdrawing = Pick<Ports, 'cards' | 'clock' | 'panels'>;

/**
 * Takes one act from a card, and so from all messages that quote it: the network does not show it any more. Whoever has the
 * card is told, unless it is `asks`: they are told by the answer to what they pressed. May be done again.
 */
export async function withdraw(
  { cards, clock, panels }: Withdrawing,
  id: CardId,
  act: ActId,
  asks?: Actor,
): Promise<void> {
  const knows = asks?.kind === 'staff' ? { knows: asks.id } : {};
  const listing = await panels.listing(id);
  await cards.change(id, (card) => {
    const made = card && decide(card, { do: 'withdraw', act, ...knows }, theDesk, clock.now());
    if (!card || !made || isRefusal(made) || !made.changed) return { next: card, result: undefined };
    return { next: untoldIn(made.card, listing), result: undefined };
  });
}

/** Takes all of one person from all their cards: the network shows us nothing of them any more. As `withdraw`. */
export async function withdrawPerson(ports: Withdrawing, person: AccountId, asks?: Actor): Promise<void> {
  for (const card of await cardsOf(ports, person)) {
    if (isPurged(card)) continue;
    for (const { gone, id } of card.acts) if (!gone) await withdraw(ports, card.id, id, asks);
  }
}
