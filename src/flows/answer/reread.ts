import type { Actor } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { unanswered } from '../../core/card/select.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { bringUpToDate } from '../watch/patron-news.js';

type Rereading = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>;

/** Why an answer has to wait, and the card as it is stored now. */
interface News {
  readonly refusal: Refusal;
  readonly card: Card;
}

/**
 * Reads the patron's posts of a card again on X, shortly before somebody answers them. Undefined when they are as the card
 * has them. Refused with `changed` when there is something new to read first, with `removed` when nothing is left to
 * answer. When X can't be read in time (`rereadMs`), the person goes on. `reader` learns it by the refusal; a colleague
 * who has the card is told in private.
 */
export async function reread(ports: Rereading, card: Card, reader: Actor): Promise<News | undefined> {
  const { cards, network, timings } = ports;
  const waiting = unanswered(card).filter((one): one is Mention => one.kind === 'mention');
  if (waiting.length === 0) return undefined;
  const newest = waiting.flatMap(({ versions }) => versions.slice(-1));
  const onX = await network.posts(newest, timings.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!onX) return undefined;

  let changedAt: number | undefined;
  for (const mention of waiting)
    changedAt = (await bringUpToDate(ports, card.id, mention, onX, reader)) ?? changedAt;
  if (changedAt === undefined) return undefined;
  const first = firstOf(card.patron);
  const now = (await cards.get(card.id)) ?? card;
  return unanswered(now).length > 0
    ? { refusal: { refused: 'changed', first, at: changedAt }, card: now }
    : { refusal: { refused: 'removed', first }, card: now };
}
