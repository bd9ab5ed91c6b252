import type { Card, Mention } from '../../core/card/card.js';
import { acquaintanceOf, addAct, type Muting, mentionAct } from '../../core/card/join.js';
import { isRefusal } from '../../core/card/refusal.js';
import { mentionCardId } from '../../core/card/select.js';
import { mutingOf } from '../../core/desk/desk-settings.js';
import type { AccountId, CardId } from '../../core/ids.js';
import { recordForMs } from '../../core/keeping/keeping-times.js';
import { isAddressedToUs } from '../../core/post/post.js';
import { monthStartMs } from '../../core/rota/local-time.js';
import type { Rota } from '../../core/rota/rota.js';
import { momentText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost, Mentions } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { purgeOverdue } from '../keep/purge.js';
import { cardsOf } from '../patron-cards.js';
import { announce } from '../tell/announce.js';
import { withoutForgotten } from './forgotten-people.js';
import { hearFollowers } from './hear-followers.js';
import { askAgain } from './odd-posts.js';
import { ourWordsIn } from './our-words.js';
import { bringUpToDate } from './patron-news.js';
import { isFirstWithin, readAgainFrom } from './read-again-from.js';
import { recheckOpen } from './recheck.js';
import { watchOurTimeline } from './watch-own-posts.js';

/** Reads what is new of mentions, and brings each to its card. */
export async function watchMentions(ports: Ports): Promise<void> {
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
  const knownOf = ({ author, post }: AuthoredPost): Known => {
    const where = { author: author.id, conversation: post.conversationId };
    const muted = mutingOf(set, where, ports.clock.now());
    return { muted, ours: ours.get(post.id), forgets, isForgotten: forgotten.has(author.id) };
  };
  const held = [
    ...(await joinAll(ports, unknown, knownOf)),
    ...(again.heldAt === undefined ? [] : [again.heldAt]),
  ];
  // Only after the acts are stored, and while they are: a crash or a restored copy before this reads them again.
  await again.forget();
  const now = ports.clock.now();
  const newestRead = Math.max(mentions.found.at(-1)?.post.at ?? 0, mentions.follows?.found[0]?.at ?? 0);
  // X can give a post a time in the future. A mark there would leave out all that comes before it.
  const upTo = Math.min(newestRead, ...held.map((at) => at - 1), now);
  await watermarks.advance('mentions', upTo, boot, now);
  const { openLookMs } = ports.timings;
  // What fails there is no fault of this look, and is tried again a minute later.
  if (openLookMs > 0 && isFirstWithin(openLookMs, now, lookedAt))
    await recheckOpen(ports).catch(undefinedIf(isRemoteFault));
}

/** The list ends at its newest few hundred: unless these reach back to what was read before, some are missing. */
async function saySkipped(ports: Ports, { found, cutOff }: Mentions, before?: number): Promise<void> {
  const { clock, desk } = ports;
  const [oldest] = found;
  if (!cutOff || !oldest || (before && oldest.post.at <= before)) return;
  const fill = { time: momentText(desk, oldest.post.at, clock.now()), account: desk.account.handle };
  await announce(ports, `mentions-${before ?? 'first'}`, say(desk.words, 'skipped.mentions', fill));
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

/** Adds the cards of each person who wrote one of these and is not among `people` yet. */
async function meet(ports: Ports, found: readonly AuthoredPost[], people: People): Promise<void> {
  const ids = new Set(found.map(({ author }) => author.id).filter((id) => !people.has(id)));
  await Promise.all([...ids].map(async (id) => people.set(id, byId(await cardsOf(ports, id)))));
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

/** What the desk has of each person who wrote some posts: their cards are read once, however many these are. */
type People = Map<AccountId, Map<CardId, Card>>;

/** What is known of a mention besides itself; `forgets`: records of cards were dropped already. */
interface Known {
  readonly muted: Muting | undefined;
  readonly ours: Mention['ours'] | undefined;
  readonly forgets: boolean;
  /** Its writer asked to be forgotten, and wrote again since. */
  readonly isForgotten: boolean;
}

/** What so many posts bring to cards is read at once: more of it would hold up what people press meanwhile. */
const readTogether = 25;

/**
 * Brings posts to their cards, one after the other, because that is the order of new cards in Slack. Gives the times (Unix ms) of those
 * that have to wait.
 */
async function joinAll(
  ports: Ports,
  unknown: ReadonlyMap<AuthoredPost, CardId | undefined>,
  knownOf: (one: AuthoredPost) => Known,
): Promise<readonly number[]> {
  const posts = [...unknown.keys()];
  const held: number[] = [];
  const people: People = new Map();
  for (let from = 0; from < posts.length; from += readTogether) {
    const some = posts.slice(from, from + readTogether);
    for (const one of some) ports.cards.expect(cardOf(one));
    await meet(ports, some, people);
    for (const one of some) {
      const other = unknown.get(one);
      if (other && (await isOnCard(ports, other, one))) continue;
      if (!(await joinMention(ports, one, knownOf(one), people))) held.push(one.post.at);
    }
  }
  return held;
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
  await purgeOverdue(ports, theirs.get(id));
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
