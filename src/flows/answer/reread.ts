import type { Actor } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import type { Refusal } from '../../core/card/refusal.js';
import { postsAround, unanswered } from '../../core/card/select.js';
import type { PostId } from '../../core/ids.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost, FoundPosts } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { bringUpToDate } from '../watch/patron-news.js';

type Rereading = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>;

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
 * with `removed` when nothing is left to answer. When X can't be read in time (`rereadMs`), the person goes on. `reader`
 * learns it by the refusal; a colleague who has the card is told in private.
 */
export const readForAnswer = (ports: Rereading, card: Card, reader: Actor): Promise<ReadAgain> =>
  readAgain(ports, card, reader, postsAround(card));

async function readAgain(
  ports: Rereading,
  card: Card,
  reader: Actor,
  others: readonly PostId[],
): Promise<ReadAgain> {
  const { network, timings } = ports;
  const waiting = unanswered(card).filter((one): one is Mention => one.kind === 'mention');
  if (waiting.length === 0) return {};
  const newest = waiting.flatMap(({ versions }) => versions.slice(-1));
  const onX = await network.posts([...newest, ...others], timings.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!onX) return {};
  const news = await newsOf(ports, card, reader, waiting, onX);
  return { ...(news && { news }), ...(others.length > 0 && { context: onX.found }) };
}

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
  if (changedAt === undefined) return undefined;
  const first = firstOf(card.patron);
  const now = (await cards.get(card.id)) ?? card;
  return unanswered(now).length > 0
    ? { refusal: { refused: 'changed', first, at: changedAt }, card: now }
    : { refusal: { refused: 'removed', first }, card: now };
}
