import type { ReadAgain } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import { mentionAct } from '../../core/card/join.js';
import type { Refusal } from '../../core/card/refusal.js';
import { isRemoteFault, usedUpBudgetOf } from '../../errors.js';
import type { FoundPosts } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

/**
 * What the network has of a purged card, for the price of its posts: its patron, and the posts that are still there. Refused
 * where none is, where the network does not answer in time (`rereadMs`), and where the budget is used up.
 */
export async function readAgain(
  { desk, network, timings }: Pick<Ports, 'desk' | 'network' | 'timings'>,
  { acts }: Card,
): Promise<ReadAgain | Refusal> {
  const mentions = acts.filter((act): act is Mention => act.kind === 'mention' && !act.gone);
  const ids = mentions.flatMap(({ versions }) => versions.slice(-1));
  if (ids.length === 0) return { refused: 'purged' };
  let onNetwork: FoundPosts;
  try {
    onNetwork = await network.posts(ids, timings.rereadMs);
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    const usedUp = usedUpBudgetOf(fault);
    return usedUp ? { refused: 'budget', of: usedUp } : { refused: 'not-read-again' };
  }
  const [found] = onNetwork.found.slice(-1);
  if (!found) return { refused: onNetwork.odd.length > 0 ? 'not-read-again' : 'not-there-again' };
  return { patron: found.author, posts: onNetwork.found.map(({ post }) => mentionAct(post, desk)) };
}
