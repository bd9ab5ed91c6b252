import type { Who } from '../core/actions.js';
import { type Card, isFollow } from '../core/card.js';
import { inOrder } from '../core/next.js';
import { isRefusal, type Refusal } from '../core/refusal.js';
import type { Ports } from '../ports.js';
import { claim } from './claim.js';

/**
 * The next card to answer: claimed, unless it is a new follower's, who is picked a post for first. What somebody else
 * takes at the same moment is passed over; undefined when nothing waits.
 */
export async function claimNext(
  ports: Pick<Ports, 'cards' | 'clock'>,
  who: Who,
): Promise<Card | Refusal | undefined> {
  for (const card of inOrder(await ports.cards.waiting())) {
    // A greeting goes out without a colleague's check: it is not for trainees.
    if (isFollow(card) && who.kind === 'staff' && who.trainee) continue;
    if (isFollow(card)) return card;
    const claimed = await claim(ports, card.id, who);
    if (!isRefusal(claimed) || who.kind !== 'staff') return claimed;
  }
  return undefined;
}
