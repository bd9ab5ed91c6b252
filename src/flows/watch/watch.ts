import type { Card, Mention } from '../../core/card/card.js';
import { acquaintanceOf, addAct, type Muting, mentionAct } from '../../core/card/join.js';
import { isRefusal } from '../../core/card/refusal.js';
import { mentionCardId } from '../../core/card/select.js';
import { mutingOf } from '../../core/desk/desk-settings.js';
import { type NetworkPoll, pollIntervals } from '../../core/due/due-entries.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import { dayMs } from '../../core/durations.js';
import type { AccountId, CardId } from '../../core/ids.js';
import { recordForMs } from '../../core/keeping/keeping-times.js';
import { type BudgetLevel, pollSlowdown } from '../../core/money/bill.js';
import { nearestLevel } from '../../core/money/budget-use.js';
import { isAddressedToUs } from '../../core/post/post.js';
import { monthStartMs } from '../../core/rota/local-time.js';
import type { Rota } from '../../core/rota/rota.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { Busy, isRemoteFault, Rejected } from '../../errors.js';
import type { AuthoredPost, Mentions } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { cardsOf } from '../patron-cards.js';
import { lookAtOurTimeline } from '../send/look.js';
import { announce } from '../tell/announce.js';
import { announceBudgets, budgetUses } from '../tell/budget.js';
import { tellLeads } from '../tell/tell-leads.js';
import { withoutForgotten } from './forgotten-people.js';
import { hearFollowers, readListSoon } from './hear-followers.js';
import { recordLook } from './looks.js';
import { askAgain } from './odd-posts.js';
import { ourWordsIn } from './our-words.js';
import { bringUpToDate } from './patron-news.js';
import { mayReadInPrivate } from './private-channel.js';
import { isFirstWithin, readAgainFrom } from './read-again-from.js';
import { recheck, recheckOpen } from './recheck.js';
import { watchFollowers } from './watch-followers.js';
import { watchPrivateMessages } from './watch-private.js';

/**
 * Asks X what is new of one kind, then says when to ask again: less often near the end of the month's budget. When it
 * is used up only our own timeline is read, and what may have been removed. Asking twice changes nothing.
 */
export async function watch(ports: Ports, poll: NetworkPoll): Promise<void> {
  const { clock, due, timings, turn } = ports;
  const uses = await budgetUses(ports);
  await announceBudgets(ports, uses);
  const level = nearestLevel(uses);
  const intervalMs = timings[pollIntervals[poll]] * slowdown(poll, level);
  // Nothing is read while the channel in which it would be shown is not a private one of colleagues alone.
  const isShown = poll !== 'private-messages' || (await mayReadInPrivate(ports));
  if (isShown && isRead(poll, level))
    await recordLook(ports, poll, intervalMs, () =>
      reads[poll](ports).catch((fault: unknown) => afterFault(ports, poll, fault)),
    );
  await due.put({ job: 'poll', id: poll, at: nextPollAt(clock.now(), intervalMs, poll, turn) });
}

/** What was removed on X must be gone here within a day, and looking for it again on the same day costs nothing. */
const slowdown = (poll: NetworkPoll, level: BudgetLevel): number =>
  poll === 'recheck' ? 1 : pollSlowdown[level];

/**
 * Tells the leads when X refuses our keys or wants money, which reads usually meet first; throws the fault on. Where mentions
 * tell of followers too, their list is tried soon: it shows what may be missed, and whether anything can be read.
 */
async function afterFault(ports: Ports, poll: NetworkPoll, fault: unknown): Promise<never> {
  if (fault instanceof Rejected) await tellLeads(ports, fault);
  if (poll === 'mentions' && ports.desk.network.hearsFollows && isGap(fault)) await readListSoon(ports);
  throw fault;
}

/** Whether a read failed for another reason than that the network asks to wait. */
const isGap = (fault: unknown): boolean => isRemoteFault(fault) && !(fault instanceof Busy);

const reads: Readonly<Record<NetworkPoll, (ports: Ports) => Promise<void>>> = {
  mentions: watchMentions,
  followers: watchFollowers,
  'own-posts': watchOurTimeline,
  recheck,
  'private-messages': watchPrivateMessages,
};

/** At the end of the budget only what says what became of our answers is read, and what must be removed here. */
const isRead = (poll: NetworkPoll, level: BudgetLevel): boolean =>
  level !== 'stopped' || poll === 'own-posts' || poll === 'recheck';

async function watchMentions(ports: Ports): Promise<void> {
  const { network, settings, watermarks } = ports;
  const { since, newest, boot, lookedAt } = await readAgainFrom(ports, 'mentions');
  const us = await network.me();
  const mentions = await network.mentions(since);
  await saySkipped(ports, mentions, newest);
  await hearFollowers(ports, mentions, { before: newest, lookedAt });
  const set = await settings.get();
  const again = await askAgain(ports, mentions);
  const { wanted: theirs, forgotten } = await withoutForgotten(
    ports,
    [...mentions.found, ...again.posts].filter(
      ({ author, post }) => author.id !== us.id && isAddressedToUs(post, us.id),
    ),
  );
  const begunAt = await watermarks.begunAt(ports.clock.now());
  const forgets = begunAt < ports.clock.now() - recordForMs;
  const unknown = await unknownAmong(ports, theirs);
  const fresh = [...unknown.keys()];
  const ours = await ourWordsIn(ports, fresh, us.id, () => watchOurTimeline(ports));
  const held = again.heldAt === undefined ? [] : [again.heldAt];
  // All that the cards are made from is read at once; they are made one after the other, because that is their order in Slack.
  for (const one of fresh) ports.cards.expect(cardOf(one));
  const people = await peopleOf(ports, fresh);
  for (const [one, other] of unknown) {
    if (other && (await isOnCard(ports, other, one))) continue;
    const where = { author: one.author.id, conversation: one.post.conversationId };
    const muted = mutingOf(set, where, ports.clock.now());
    const known = { muted, ours: ours.get(one.post.id), forgets, isForgotten: forgotten.has(one.author.id) };
    if (!(await joinMention(ports, one, known, people))) held.push(one.post.at);
  }
  // Only after the acts are stored, and while they are: a crash or a restored copy before this reads them again.
  await again.forget();
  const now = ports.clock.now();
  const newestRead = Math.max(mentions.found.at(-1)?.post.at ?? 0, mentions.follows?.found[0]?.at ?? 0);
  // X can give a post a time in the future. A mark there would leave out all that comes before it.
  const upTo = Math.min(newestRead, ...held.map((at) => at - 1), now);
  await watermarks.advance('mentions', upTo, boot, now);
  const { openLookMs } = ports.timings;
  if (openLookMs > 0 && isFirstWithin(openLookMs, now, lookedAt)) await recheckOpen(ports);
}

/** The list ends at its newest few hundred: unless these reach back to what was read before, some are missing. */
async function saySkipped(ports: Ports, { found, cutOff }: Mentions, before?: number): Promise<void> {
  const { clock, desk } = ports;
  const [oldest] = found;
  if (!cutOff || !oldest || (before && oldest.post.at <= before)) return;
  const fill = { time: momentText(desk, oldest.post.at, clock.now()), account: desk.account.handle };
  await announce(ports, `mentions-${before ?? 'first'}`, say(desk.words, 'skipped.mentions', fill));
}

/** People still answer a question of ours that is so old (ms). */
const stillAnsweredMs = 3 * dayMs;

/** The first read goes back to what we asked before this desk began, so that the answers come with the question. */
async function watchOurTimeline(ports: Ports): Promise<void> {
  const { since, boot, lookedAt } = await readAgainFrom(ports, 'own-posts');
  const newest = await lookAtOurTimeline(ports, lookedAt === 0 ? since - stillAnsweredMs : since);
  // Only after the cards know of it: what was posted while nobody watched is read as well.
  const now = ports.clock.now();
  await ports.watermarks.advance('own-posts', Math.min(newest ?? 0, now), boot, now);
}

const cardOf = ({ post, author }: AuthoredPost): CardId => mentionCardId(post.conversationId, author.id);

/**
 * Those that no card has in this version, with another card than their own that has their first one. Most of a read was read
 * before: that costs no read of a card.
 */
async function unknownAmong(
  { cards }: Ports,
  found: readonly AuthoredPost[],
): Promise<ReadonlyMap<AuthoredPost, CardId | undefined>> {
  const places = await Promise.all(
    found.map(async (one) => {
      const { id, versions } = one.post;
      const first = await cards.ofPost(versions[0] ?? id);
      return { one, first, newest: versions.length > 1 ? await cards.ofPost(versions.at(-1) ?? id) : first };
    }),
  );
  const unknown = places.filter(({ one, newest }) => newest !== cardOf(one));
  return new Map(unknown.map(({ one, first }) => [one, first === cardOf(one) ? undefined : first]));
}

/** The cards of each person who wrote one of these. */
async function peopleOf(ports: Ports, found: readonly AuthoredPost[]): Promise<People> {
  const ids = [...new Set(found.map(({ author }) => author.id))];
  return new Map(await Promise.all(ids.map(async (id) => [id, byId(await cardsOf(ports, id))] as const)));
}

/**
 * Whether a post stands on a card, which is not the one that it belongs to: it came without its writer or its conversation,
 * and was shown so. What it lacked is added there.
 */
async function isOnCard(ports: Ports, id: CardId, one: AuthoredPost): Promise<boolean> {
  const first = one.post.versions[0] ?? one.post.id;
  const card = await ports.cards.get(id);
  const shown = card?.acts.find((act): act is Mention => act.kind === 'mention' && act.versions[0] === first);
  if (shown) await bringUpToDate(ports, id, shown, { found: [one], gone: [] });
  return shown !== undefined;
}

/** What the desk has of each person who wrote in one read: their cards are read once, however many posts they wrote. */
type People = Map<AccountId, Map<CardId, Card>>;

/** What is known of a mention besides itself; `forgets`: records of cards were dropped already. */
interface Known {
  readonly muted: Muting | undefined;
  readonly ours: Mention['ours'] | undefined;
  readonly forgets: boolean;
  /** Its writer asked to be forgotten, and wrote again since. */
  readonly isForgotten: boolean;
}

/** False for a post that has to wait, because its card is just being erased. */
async function joinMention(
  ports: Ports,
  one: AuthoredPost,
  { muted, ours, forgets, isForgotten }: Known,
  people: People,
): Promise<boolean> {
  const { cards, clock, desk } = ports;
  const { post, author } = one;
  const theirs = people.get(author.id) ?? new Map();
  const mention = { ...mentionAct(post, desk), ...(ours && { ours }) };
  const act = isForgotten ? mention : acquainted(desk.rota, mention, [...theirs.values()], forgets);
  const id = cardOf(one);
  const joined = await cards.change<Card | undefined>(id, (card) => {
    if (card?.erased) return { next: card, result: undefined };
    const next = addAct(card, id, act, author, clock.now(), muted).card;
    const marked = isForgotten && !next.forgotten ? { ...next, forgotten: true as const } : next;
    return { next: marked, result: marked };
  });
  if (joined && !isRefusal(joined)) theirs.set(id, joined);
  return joined !== undefined;
}

const byId = (cards: readonly Card[]) => new Map(cards.map((card) => [card.id, card]));

/** The act with how well we know its writer; that holds from its first sight on. */
function acquainted(rota: Rota, act: Mention, theirs: readonly Card[], forgets: boolean): Mention {
  if (theirs.some(({ acts }) => acts.some(({ id }) => id === act.id))) return act;
  return { ...act, ...acquaintanceOf(act, theirs, monthStartMs(rota, act.at), forgets) };
}
