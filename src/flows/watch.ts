import { isAddressedToUs } from '../core/addressed.js';
import { followCardId, mentionCardId } from '../core/card.js';
import type { Poll } from '../core/due-entries.js';
import { firstPostIdAt, postedAt } from '../core/ids.js';
import { followAct, join, mentionAct } from '../core/join.js';
import { conversationOf, type Patron } from '../core/post.js';
import type { AuthoredPost, Ports } from '../ports.js';
import { lookAtOurTimeline } from './look.js';

type Watching = Pick<Ports, 'clock' | 'timings' | 'cards' | 'watermarks' | 'network' | 'desk'>;

/** At the first start the newest few hundred followers are remembered as old acquaintances. */
const firstFollowers = 300;

/** Asks X what is new of one kind, then says when to ask again. Asking twice changes nothing. */
export async function watch(ports: Watching & Pick<Ports, 'due'>, poll: Poll): Promise<void> {
  const { clock, due, timings } = ports;
  switch (poll) {
    case 'mentions':
      await watchMentions(ports);
      return due.put({ job: 'poll', id: poll, at: clock.now() + timings.pollMentionsMs });
    case 'followers':
      await watchFollowers(ports);
      return due.put({ job: 'poll', id: poll, at: clock.now() + timings.pollFollowersMs });
    case 'own-posts':
      await watchOurTimeline(ports);
      return due.put({ job: 'poll', id: poll, at: clock.now() + timings.pollOwnPostsMs });
  }
}

async function watchMentions(ports: Watching): Promise<void> {
  const { network, watermarks } = ports;
  const since = await readAgainFrom(ports, 'mentions');
  const us = await network.me();
  const news = await network.mentions(firstPostIdAt(since));
  for (const one of news) {
    if (one.author.id === us.id || !isAddressedToUs(one.post, { userId: us.id })) continue;
    await joinMention(ports, one);
  }
  // Only after the acts are stored: a crash before this reads them again.
  for (const { post } of news.slice(-1)) await watermarks.advance('mentions', post.id);
}

async function watchOurTimeline(ports: Watching): Promise<void> {
  const newest = await lookAtOurTimeline(ports, await readAgainFrom(ports, 'own-posts'));
  // Only after the cards know of it: what was posted while nobody watched is read as well.
  if (newest) await ports.watermarks.advance('own-posts', newest);
}

/**
 * Nothing before this desk began. Late posts carry smaller ids, also those that came while nobody watched: a read
 * begins well before the newest post of the one before.
 */
async function readAgainFrom(
  { clock, timings, watermarks }: Watching,
  poll: 'mentions' | 'own-posts',
): Promise<number> {
  const begunAt = await watermarks.begunAt(clock.now());
  const mark = await watermarks.get(poll);
  return mark ? Math.max(begunAt, postedAt(mark) - timings.lateMentionsMs) : begunAt;
}

async function joinMention({ cards, clock }: Watching, { post, author }: AuthoredPost): Promise<void> {
  const id = mentionCardId(conversationOf(post), author.id);
  await cards.change(id, (card) => ({
    card: join(card, id, mentionAct(post), author, clock.now()),
    give: undefined,
  }));
}

async function watchFollowers(ports: Watching): Promise<void> {
  const { network, watermarks } = ports;
  await watermarks.begunAt(ports.clock.now());
  const firstStart = !(await watermarks.knowsFollowers());
  const fresh: Patron[] = [];
  for await (const page of network.followers()) {
    const known = await watermarks.areKnown(page.map(({ id }) => id));
    fresh.push(...page.filter((_, index) => !known[index]));
    if (firstStart ? fresh.length >= firstFollowers : known.length > 0 && known.slice(-2).every(Boolean))
      break;
  }
  if (!firstStart) for (const patron of fresh.reverse()) await joinFollower(ports, patron);
  // Only after their cards are stored: a crash before this reads them again.
  await watermarks.remember(fresh.map(({ id }) => id));
}

async function joinFollower({ cards, clock }: Watching, patron: Patron): Promise<void> {
  const id = followCardId(patron.id);
  const now = clock.now();
  await cards.change(id, (card) => ({
    card: join(card, id, followAct(patron, now), patron, now),
    give: undefined,
  }));
}
