import type { Card } from '../../core/card/card.js';
import { addAct } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { isPrivate, isWritten, waitingAct } from '../../core/card/select.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { askedInPublic } from '../../core/private/private-act.js';
import type { Ports } from '../../ports.js';
import { withDeskNow } from '../desk-now.js';
import { cardsOf } from '../patron-cards.js';
import { claim } from './claim.js';

/** A card of the private side, with that side. */
interface InPrivate {
  readonly side: Ports;
  readonly card: Card;
}

/**
 * The private conversation with the patron of a public card. Undefined where they never wrote to us in private, because X
 * wants them to write first; and for a person who may not read it: nobody outside the private channel learns of it.
 */
export async function conversationWith(
  { inPrivate }: Ports,
  { patron }: Card,
  user: SlackUserId,
): Promise<InPrivate | undefined> {
  if (!inPrivate) return undefined;
  const side = await withDeskNow(inPrivate);
  if (actorFor(side.desk, user).kind !== 'staff') return undefined;
  const card = (await cardsOf(side, patron.id)).findLast(isPrivate);
  return card && { side, card };
}

/**
 * *Answer privately*: what the patron asked in public joins their private conversation, which the person gets to answer.
 * Refused where the patron wants no more messages, and for every reason for which *Answer* is refused.
 */
export async function answerInPrivate(
  ports: Ports,
  card: Card,
  user: SlackUserId,
): Promise<InPrivate | Refusal> {
  const found = await conversationWith(ports, card, user);
  const asked = waitingAct(card);
  const first = card.patron.name;
  if (!found || !isWritten(asked)) return { refused: 'not-in-private', first };
  const { side } = found;
  const { id, patron, state, closed } = found.card;
  if (state === 'withdrawn' && closed?.reason === 'stop') return { refused: 'stopped', first };
  const now = side.clock.now();
  await side.cards.change(id, (known) => ({
    next: known && addAct(known, id, askedInPublic(asked, now), patron, now).card,
    result: undefined,
  }));
  const claimed = await claim(side, id, actorFor(side.desk, user));
  return isRefusal(claimed) ? claimed : { side, card: claimed };
}
