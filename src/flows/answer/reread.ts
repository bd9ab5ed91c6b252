import type { Actor } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { hasHandOff, isPrivate, postsAround, takesNoReply, unanswered } from '../../core/card/select.js';
import type { PostId } from '../../core/ids.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost, FoundPosts } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { bringUpToDate } from '../watch/patron-news.js';
import { withdrawPerson } from '../watch/withdraw.js';

type Rereading = Pick<Ports, 'cards' | 'clock' | 'desk' | 'due' | 'network' | 'panels' | 'timings'>;

/** Why an answer has to wait, and the card as it is stored now. */
interface News {
  readonly refusal: Refusal;
  readonly card: Card;
}

/** What X shows when somebody begins to answer. */
interface ReadAgain {
  /** Undefined when the patron's posts are as the card has them. */
  readonly news?: News;
  /** Posts of others that the newest one answers or quotes. Undefined where there is none, or X did not answer in time. */
  readonly context?: readonly AuthoredPost[];
}

/** Reads the patron's posts of a card again on X. Undefined when they are as the card has them; else as `readForAnswer` says. */
export const reread = async (ports: Rereading, card: Card, reader: Actor): Promise<News | undefined> =>
  (await readAgain(ports, card, reader, [])).news;

/**
 * Reads the patron's posts of a card again on X, shortly before somebody answers them, and in the same call what the newest
 * of them answers or quotes, which is shown and not kept. Refused with `changed` when there is something new to read first,
 * with `removed` when nothing is left to answer, with `takes-no-reply` where only others may reply to it. When X can't be read in time (`rereadMs`), the person goes on. `reader`
 * learns it by the refusal; a colleague who has the card is told in private.
 */
export const readForAnswer = (ports: Rereading, card: Card, reader: Actor): Promise<ReadAgain> =>
  readAgain(ports, card, reader, postsAround(card));

/** Only what the newest post of a card answers or quotes, as `readForAnswer` gives it. */
export async function readAround(
  { network, timings }: Pick<Ports, 'network' | 'timings'>,
  card: Card,
): Promise<readonly AuthoredPost[] | undefined> {
  const others = postsAround(card);
  if (others.length === 0) return undefined;
  return (await network.posts(others, timings.rereadMs).catch(undefinedIf(isRemoteFault)))?.found;
}

async function readAgain(
  ports: Rereading,
  card: Card,
  reader: Actor,
  others: readonly PostId[],
): Promise<ReadAgain> {
  const { network, timings } = ports;
  if (isPrivate(card)) return writerAgain(ports, card, reader);
  const waiting = unanswered(card).filter((one): one is Mention => one.kind === 'mention');
  if (waiting.length === 0) return {};
  const newest = waiting.flatMap(({ versions }) => versions.slice(-1));
  const onX = await network.posts([...newest, ...others], timings.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!onX) return takesNoReply(card, ports.desk) ? { news: noReplyTo(card) } : {};
  const news = await newsOf(ports, card, reader, waiting, onX);
  return { ...(news && { news }), ...(others.length > 0 && { context: onX.found }) };
}

/** Whoever writes in private is looked for by their account: their messages stay where it is gone. */
async function writerAgain(ports: Rereading, card: Card, reader: Actor): Promise<ReadAgain> {
  const { cards, network, timings } = ports;
  const { patron } = card;
  const gone = await network.peopleAgain([patron.id], timings.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!gone?.includes(patron.id)) return {};
  await withdrawPerson(ports, patron.id, reader);
  await lookAtTheRest(ports);
  return { news: { refusal: removedOf(card), card: (await cards.get(card.id)) ?? card } };
}

/** Where one thing is gone, more may be: all that is kept is looked at now. On the same day that costs little. */
const lookAtTheRest = ({ clock, due }: Pick<Ports, 'clock' | 'due'>): Promise<void> =>
  due.put({ job: 'poll', id: 'recheck', at: clock.now() });

/** The network would take a reply, and show it to nobody. */
const noReplyTo = (card: Card): News => ({
  refusal: { refused: 'takes-no-reply', first: firstOf(card.patron) },
  card,
});

const removedOf = ({ patron }: Card): Refusal => ({ refused: 'removed', first: firstOf(patron) });

async function newsOf(
  ports: Rereading,
  card: Card,
  reader: Actor,
  waiting: readonly Mention[],
  onX: FoundPosts,
): Promise<News | undefined> {
  const { cards } = ports;

  let changedAt: number | undefined;
  for (const mention of waiting)
    changedAt = (await bringUpToDate(ports, card.id, mention, onX, reader)) ?? changedAt;
  if (changedAt === undefined && hasHandOff(ports.desk)) return undefined;
  const now = (await cards.get(card.id)) ?? card;
  if (changedAt === undefined) return takesNoReply(now, ports.desk) ? noReplyTo(now) : undefined;
  if (now.acts.filter(({ gone }) => gone).length > card.acts.filter(({ gone }) => gone).length)
    await lookAtTheRest(ports);
  return unanswered(now).length > 0
    ? { refusal: { refused: 'changed', first: firstOf(card.patron), at: changedAt }, card: now }
    : { refusal: removedOf(card), card: now };
}
