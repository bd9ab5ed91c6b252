import type { Who } from '../../core/card/actions.js';
import { type Card, isFollow } from '../../core/card/card.js';
import { nextFor } from '../../core/card/order.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { Ports } from '../../ports.js';
import { claim } from './claim.js';

/**
 * The next card to answer: claimed, unless it is a new follower's, who is picked a post for first. What somebody else
 * takes at the same moment is passed over; undefined when nothing waits. Where only greetings wait that are not for
 * trainees, a trainee is told so.
 */
export async function claimNext(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk'>,
  who: Who,
): Promise<Card | Refusal | undefined> {
  const waiting = await ports.cards.waiting();
  const theirs = nextFor(who, waiting, ports.desk);
  if (theirs.length === 0 && waiting.length > 0) return { refused: 'trainee-greets' };
  for (const card of theirs) {
    if (isFollow(card)) return card;
    const claimed = await claim(ports, card.id, who);
    if (!isRefusal(claimed) || who.kind !== 'staff') return claimed;
  }
  return undefined;
}
