import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { addAct, followAct } from '../../core/card/join.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { followCardId, isFollow, reachOf } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import type { Patron } from '../../core/post/post.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { readAgain } from '../keep/read-again.js';
import { lookUpPatron } from './look-up.js';

type Starting = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings' | 'watermarks'>;

/**
 * Claims the card of a person that is to be taken up, or a new card for a follower; gives it. A person who neither wrote to
 * us nor follows us is refused as a stranger, because we don't write first.
 */
export async function start(ports: Starting, patron: Patron, actor: Actor): Promise<Card | Refusal> {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const card = (await lookUpPatron(ports, patron))?.card ?? (await newFollower(ports, patron));
  if (!card) return { refused: 'stranger', handle: patron.handle.toLowerCase() };
  if (card.state === 'claimed' && card.holder?.id === actor.id) return card;
  // A greeting by API is claimed together with the post that is picked, and until then it is open.
  const picksFirst = isFollow(card) && reachOf(card, ports.desk) === 'api';
  if (picksFirst && card.state === 'open') return card;
  const again = isPurged(card) ? await againOf(ports, card, patron) : {};
  if (isRefusal(again)) return again;
  const started = await act(ports, card.id, { do: picksFirst ? 'reopen' : 'start', ...again }, actor);
  return isRefusal(started) ? started : started.card;
}

/** What is known again of somebody whose card was purged: of a new follower nothing else was kept. */
async function againOf(ports: Starting, card: Card, patron: Patron) {
  if (isFollow(card)) return { again: { patron, posts: [] } };
  const again = await readAgain(ports, card);
  return isRefusal(again) ? again : { again };
}

/** A card for a follower from before the desk began to watch; undefined for a person who does not follow us. */
async function newFollower(ports: Starting, patron: Patron): Promise<Card | undefined> {
  const { cards, clock, desk, watermarks } = ports;
  // A follower is greeted in public.
  if (desk.inPrivate) return undefined;
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
