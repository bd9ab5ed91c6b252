import type { Card, Mention } from '../../core/card/card.js';
import { underHandleNow } from '../../core/card/join.js';
import { conversationOfCard, isFollow, isPrivate } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import { hasNothingLeft, purgeAt } from '../../core/keeping/keeping-times.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { endWhereGone } from '../outcomes/gone.js';
import { bringUpToDate } from './patron-news.js';
import { withdrawPerson } from './withdraw.js';

type Rechecking = Pick<
  Ports,
  'cards' | 'clock' | 'desk' | 'journal' | 'network' | 'outcomes' | 'panels' | 'timings'
>;

interface KeptMention {
  readonly card: CardId;
  readonly mention: Mention;
}

/**
 * Looks whether what the cards show is still there, and takes away what is not. It looks at all that is kept, open or closed:
 * X wants what was removed there to be gone within a day, and so is whatever shows us nothing any more because its writer is
 * protected, suspended, gone or blocks us. https://docs.x.com/developer-terms/policy
 */
export async function recheck(ports: Rechecking): Promise<void> {
  const { cards, clock, desk } = ports;
  const now = clock.now();
  const kept = (await cardsBy(ports, await cards.kept(0))).filter(
    (card) => (purgeAt(desk, card) ?? Number.POSITIVE_INFINITY) > now,
  );
  await recheckMentions(ports, kept);
  await recheckFollowers(ports, kept);
  await recheckWriters(ports, kept);
}

/** Of so many open cards the posts are read again at once; of more, each `openLookMs` those of the next ones. */
const mostOpen = 100;

/**
 * Reads the posts of the cards again that are not closed, where that costs nothing: whoever answers sees what they say now, and
 * what the network's moderators have found since.
 */
export async function recheckOpen(ports: Rechecking): Promise<void> {
  const { cards, clock, timings } = ports;
  const now = clock.now();
  const open = (await cards.kept(now)).filter((id) => conversationOfCard(id) !== undefined);
  const turns = Math.max(1, Math.ceil(open.length / mostOpen));
  const turn = Math.floor(now / timings.openLookMs) % turns;
  await recheckMentions(
    ports,
    await cardsBy(
      ports,
      open.filter((_, nth) => nth % turns === turn),
    ),
  );
}

async function cardsBy({ cards }: Rechecking, ids: readonly CardId[]): Promise<readonly Card[]> {
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((card) => card !== undefined);
}

async function recheckMentions(ports: Rechecking, kept: readonly Card[]): Promise<void> {
  const mentions = kept.flatMap(({ acts, id }) =>
    acts.flatMap((one): KeptMention[] =>
      one.kind === 'mention' && !one.gone && !one.purged ? [{ card: id, mention: one }] : [],
    ),
  );
  if (mentions.length === 0) return;
  const oldest = Math.min(...mentions.map(({ mention }) => mention.at));
  const now = await ports.network.postsAgain(
    mentions.flatMap(({ mention: { at, versions } }) => versions.slice(-1).map((id) => ({ id, at }))),
    await ports.cards.actTimes('mention', oldest),
  );
  for (const { card, mention } of mentions) await bringUpToDate(ports, card, mention, now);
  await recheckHandles(ports, kept, now.found);
}

/** People change their handles: an address of the old one leads nowhere, or to somebody else. */
async function recheckHandles(
  { cards }: Rechecking,
  kept: readonly Card[],
  found: readonly AuthoredPost[],
): Promise<void> {
  const people = new Map(found.map(({ author }) => [author.id, author]));
  for (const { id, patron } of kept) {
    const author = people.get(patron.id);
    if (!author || author.handle === patron.handle) continue;
    const step = (card: Card) => (isPurged(card) ? card : underHandleNow(card, author));
    await cards.change(id, (card) => ({ next: card && step(card), result: undefined }));
  }
}

/** A private message is looked for by its writer: X gives it for 30 days, whatever became of their account. */
async function recheckWriters(ports: Rechecking, kept: readonly Card[]): Promise<void> {
  const ids = kept.filter((card) => isPrivate(card) && !hasNothingLeft(card)).map(({ patron }) => patron.id);
  if (ids.length === 0) return;
  for (const gone of await ports.network.peopleAgain([...new Set(ids)])) await withdrawPerson(ports, gone);
}

async function recheckFollowers(ports: Rechecking, kept: readonly Card[]): Promise<void> {
  const follows = kept.filter((card) => isFollow(card) && !card.acts[0]?.gone);
  if (follows.length === 0) return;
  const oldest = Math.min(...follows.map(({ acts }) => acts[0]?.at ?? 0));
  const since = await ports.cards.actTimes('follow', oldest);
  const gone = await ports.network.followersAgain(
    follows.map(({ patron }) => patron.id),
    since.length,
  );
  await endWhereGone(ports, gone);
  for (const person of gone) await withdrawPerson(ports, person);
}
