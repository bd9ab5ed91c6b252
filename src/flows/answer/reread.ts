import type { Actor } from '../../core/card/actions.js';
import type { Mention } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { unanswered } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { isTheirFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { bringUpToDate } from '../watch/patron-news.js';

type Rereading = Pick<Ports, 'board' | 'cards' | 'clock' | 'desk' | 'network' | 'timings'>;

/**
 * Reads again on X what waits on a card, last before somebody answers it: what was changed is to be read first, and
 * where everything was removed there is nothing to answer. When X can't be read in time the person goes on. `asks` is
 * told by the refusal, somebody else who has the card by a whisper.
 */
export async function reread(ports: Rereading, id: CardId, asks?: Actor): Promise<Refusal | undefined> {
  const { cards, network, timings } = ports;
  const card = await cards.get(id);
  const waiting = (card ? unanswered(card) : []).filter((one): one is Mention => one.kind === 'mention');
  if (!card || waiting.length === 0) return undefined;
  const newest = waiting.flatMap(({ versions }) => versions.slice(-1));
  const onX = await network.posts(newest, timings.rereadMs).catch(undefinedIf(isTheirFault));
  if (!onX) return undefined;

  let changedAt: number | undefined;
  for (const mention of waiting)
    changedAt = (await bringUpToDate(ports, id, mention, onX, asks)) ?? changedAt;
  if (changedAt === undefined) return undefined;
  const first = firstOf(card.patron);
  const left = await cards.get(id);
  return left && unanswered(left).length > 0
    ? { refused: 'changed', first, at: changedAt }
    : { refused: 'removed', first };
}
