import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { addAct, followAct } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { followCardId, isFollow, reachOf } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import type { Patron } from '../../core/post/post.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { cardsOf } from '../patron-cards.js';

type Starting = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'watermarks'>;

/**
 * Claims the newest card of a person, found by their X name, or a new card for a follower; gives it. A person who neither
 * wrote to us nor follows us is refused as a stranger, because we don't write first.
 */
export async function start(ports: Starting, handle: string, actor: Actor): Promise<Card | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const patron = await ports.network.person(handle);
  const card = patron && (await cardOf(ports, patron));
  if (!card) return { refused: 'stranger', handle };
  if (card.state === 'claimed' && card.holder?.id === actor.id) return card;
  // A greeting by API is claimed together with the post that is picked, and until then it is open.
  const picksFirst = isFollow(card) && reachOf(card, ports.desk) === 'api';
  if (picksFirst && card.state === 'open') return card;
  const started = await act(ports, card.id, { do: picksFirst ? 'reopen' : 'start' }, actor);
  return isRefusal(started) ? started : started.card;
}

async function cardOf(ports: Starting, patron: Patron): Promise<Card | undefined> {
  const known = await cardsOf(ports, patron.id);
  // An open card first, else the one that they last did something on.
  return (
    known.findLast(({ state }) => state === 'open') ??
    known.findLast(({ state }) => state !== 'withdrawn') ??
    (await newFollower(ports, patron))
  );
}

/** A card for a follower from before the desk began to watch; undefined for a person who does not follow us. */
async function newFollower(ports: Starting, patron: Patron): Promise<Card | undefined> {
  const { cards, clock, watermarks } = ports;
  // The desk remembers only the newest few hundred of those who followed before it began.
  if (!patron.followsUs && !(await watermarks.areKnown([patron.id]))[0]) return undefined;
  const id: CardId = followCardId(patron.id);
  const now = clock.now();
  await cards.change(id, (card) => ({
    next: addAct(card, id, followAct(patron, now), patron, now).card,
    result: undefined,
  }));
  return cards.get(id);
}
