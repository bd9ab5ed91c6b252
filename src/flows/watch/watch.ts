import type { Card, Mention } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { acquaintanceOf, addAct, type Muting, mentionAct } from '../../core/card/join.js';
import { isRefusal } from '../../core/card/refusal.js';
import { mentionCardId } from '../../core/card/select.js';
import { mutingOf } from '../../core/desk/desk-settings.js';
import { type NetworkPoll, pollIntervals } from '../../core/due/due-entries.js';
import type { AccountId, Boot, CardId } from '../../core/ids.js';
import { type BudgetLevel, pollSlowdown } from '../../core/money/bill.js';
import { isAddressedToUs } from '../../core/post/post.js';
import { monthStartMs } from '../../core/rota/local-time.js';
import type { Rota } from '../../core/rota/rota.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { Rejected } from '../../errors.js';
import type { AuthoredPost, Mentions } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';
import { lookAtOurTimeline } from '../send/look.js';
import { announce } from '../tell/announce.js';
import { announceBudgetLevel, budgetLevel } from '../tell/budget.js';
import { tellLeads } from '../tell/tell-leads.js';
import { recordLook } from './looks.js';
import { askAgain } from './odd-posts.js';
import { ourWordsIn } from './our-words.js';
import { bringUpToDate } from './patron-news.js';
import { recheck } from './recheck.js';
import { watchFollowers } from './watch-followers.js';

/**
 * Asks X what is new of one kind, then says when to ask again: less often near the end of the month's budget. When it
 * is used up only our own timeline is read, and what may have been removed. Asking twice changes nothing.
 */
export async function watch(ports: Ports, poll: NetworkPoll): Promise<void> {
  const { clock, due, timings } = ports;
  const level = await budgetLevel(ports);
  await announceBudgetLevel(ports, level);
  const intervalMs = timings[pollIntervals[poll]] * slowdown(poll, level);
  if (isRead(poll, level))
    await recordLook(ports, poll, intervalMs, () =>
      reads[poll](ports).catch((fault: unknown) => throwAndTellLeads(ports, fault)),
    );
  await due.put({ job: 'poll', id: poll, at: clock.now() + intervalMs });
}

/** What was removed on X must be gone here within a day, and looking for it again on the same day costs nothing. */
const slowdown = (poll: NetworkPoll, level: BudgetLevel): number =>
  poll === 'recheck' ? 1 : pollSlowdown[level];

/** Tells the leads when X refuses our keys or wants money, which reads usually meet first; throws the fault on. */
async function throwAndTellLeads(ports: Ports, fault: unknown): Promise<never> {
  if (fault instanceof Rejected) await tellLeads(ports, fault);
  throw fault;
}

const reads: Readonly<Record<NetworkPoll, (ports: Ports) => Promise<void>>> = {
  mentions: watchMentions,
  followers: watchFollowers,
  'own-posts': watchOurTimeline,
  recheck,
};

/** At the end of the budget only what says what became of our answers is read, and what must be removed here. */
const isRead = (poll: NetworkPoll, level: BudgetLevel): boolean =>
  level !== 'stopped' || poll === 'own-posts' || poll === 'recheck';

async function watchMentions(ports: Ports): Promise<void> {
  const { network, settings, watermarks } = ports;
  const { since, newest, boot } = await readAgainFrom(ports, 'mentions');
  const us = await network.me();
  const mentions = await network.mentions(since);
  await saySkipped(ports, mentions, newest);
  const set = await settings.get();
  const again = await askAgain(ports, mentions);
  const theirs = [...mentions.found, ...again.posts].filter(
    ({ author, post }) => author.id !== us.id && isAddressedToUs(post, us.id),
  );
  const people: People = new Map();
  const fresh = await unknown(ports, theirs);
  const ours = await ourWordsIn(ports, fresh, us.id, () => watchOurTimeline(ports));
  for (const one of fresh) {
    if (await isOnAnotherCard(ports, one)) continue;
    const where = { author: one.author.id, conversation: one.post.conversationId };
    const muted = mutingOf(set, where, ports.clock.now());
    await joinMention(ports, one, { muted, ours: ours.get(one.post.id) }, people);
  }
  // Only after the acts are stored, and while they are: a crash or a restored copy before this reads them again.
  await again.forget();
  const now = ports.clock.now();
  const newestRead = mentions.found.at(-1)?.post.at ?? 0;
  // X can give a post a time in the future. A mark there would leave out all that comes before it.
  const upTo = Math.min(newestRead, (again.heldAt ?? Number.POSITIVE_INFINITY) - 1, now);
  await watermarks.advance('mentions', upTo, boot, now);
}

/** The list ends at its newest few hundred: unless these reach back to what was read before, some are missing. */
async function saySkipped(ports: Ports, { found, cutOff }: Mentions, before?: number): Promise<void> {
  const { clock, desk } = ports;
  const [oldest] = found;
  if (!cutOff || !oldest || (before && oldest.post.at <= before)) return;
  const fill = { time: momentText(desk, oldest.post.at, clock.now()), account: desk.account.handle };
  await announce(ports, `mentions-${before ?? 'first'}`, say(desk.words, 'skipped.mentions', fill));
}

async function watchOurTimeline(ports: Ports): Promise<void> {
  const { since, boot } = await readAgainFrom(ports, 'own-posts');
  const newest = await lookAtOurTimeline(ports, since);
  // Only after the cards know of it: what was posted while nobody watched is read as well.
  const now = ports.clock.now();
  await ports.watermarks.advance('own-posts', Math.min(newest ?? 0, now), boot, now);
}

/**
 * Nothing before this desk began. Posts may be listed late, also those that came while nobody watched: for an hour a read
 * begins well before the newest post of the one before.
 */
async function readAgainFrom(
  { clock, timings, watermarks }: Ports,
  poll: 'mentions' | 'own-posts',
): Promise<{ readonly since: number; readonly newest?: number; readonly boot: Boot }> {
  const begunAt = await watermarks.begunAt(clock.now());
  const { at: newest, boot, lookedAt = 0, readAt = 0 } = await watermarks.newest(poll);
  if (!newest) return { since: begunAt, boot };
  const mayBeLate = lookedAt - readAt < timings.lateWithinMs;
  // Behind the newest post nothing is read again: so a day without news costs nothing.
  const since = mayBeLate ? newest - timings.lateMentionsMs : newest + 1;
  return { since: Math.max(begunAt, since), newest, boot };
}

const cardOf = ({ post, author }: AuthoredPost): CardId => mentionCardId(post.conversationId, author.id);

/** Those that no card has in this version. Most of a read was read before: that costs no read of a card. */
async function unknown({ cards }: Ports, found: readonly AuthoredPost[]): Promise<readonly AuthoredPost[]> {
  const known = await Promise.all(found.map(({ post }) => cards.ofPost(post.versions.at(-1) ?? post.id)));
  return found.filter((one, at) => known[at] !== cardOf(one));
}

/**
 * Whether a post stands on another card than the one that it belongs to: it came without its writer or its conversation,
 * and was shown so. What it lacked is added there.
 */
async function isOnAnotherCard(ports: Ports, one: AuthoredPost): Promise<boolean> {
  const first = one.post.versions[0] ?? one.post.id;
  const id = await ports.cards.ofPost(first);
  const card = id && id !== cardOf(one) ? await ports.cards.get(id) : undefined;
  const shown = card?.acts.find((act): act is Mention => act.kind === 'mention' && act.versions[0] === first);
  if (card && shown) await bringUpToDate(ports, card.id, shown, { found: [one], gone: [] });
  return shown !== undefined;
}

/** What the desk has of each person who wrote in one read: their cards are read once, however many posts they wrote. */
type People = Map<AccountId, Map<CardId, Card>>;

async function joinMention(
  ports: Ports,
  one: AuthoredPost,
  { muted, ours }: { readonly muted: Muting | undefined; readonly ours: Mention['ours'] | undefined },
  people: People,
): Promise<void> {
  const { cards, clock, desk } = ports;
  const { post, author } = one;
  const theirs = people.get(author.id) ?? byId(await cardsOf(ports, author.id));
  people.set(author.id, theirs);
  const mention = { ...mentionAct(post, desk), ...(ours && { ours }) };
  const act = acquainted(desk.rota, mention, [...theirs.values()]);
  const id = cardOf(one);
  const joined = await cards.change<Decision>(id, (card) => {
    const decision = addAct(card, id, act, author, clock.now(), muted);
    return { next: decision.card, result: decision };
  });
  if (!isRefusal(joined)) theirs.set(id, joined.card);
}

const byId = (cards: readonly Card[]) => new Map(cards.map((card) => [card.id, card]));

/** The act with how well we know its writer; that holds from its first sight on. */
function acquainted(rota: Rota, act: Mention, theirs: readonly Card[]): Mention {
  if (theirs.some(({ acts }) => acts.some(({ id }) => id === act.id))) return act;
  return { ...act, ...acquaintanceOf(act, theirs, monthStartMs(rota, act.at)) };
}
