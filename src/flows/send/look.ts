import { type Sighting, theDesk } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isSince, type UnsettledApproval, unsettledApprovals } from '../../core/card/delivery-transitions.js';
import { isRefusal } from '../../core/card/refusal.js';
import { conversationOfCard } from '../../core/card/select.js';
import { dayMs, hourMs, secondMs } from '../../core/durations.js';
import type { CardId } from '../../core/ids.js';
import type { Post } from '../../core/post/post.js';
import { sameWords } from '../../core/post/same-words.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { lookInPrivate } from './look-in-private.js';
import { chargeAnswer, remember, wasCalled } from './posted.js';

export type Looking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger' | 'network' | 'ourPosts'>;

/**
 * Reads our own timeline since a time and tells each card of the post that answers it: an unknown send that arrived, a
 * hand-off that was posted, a colleague who answered in the X app, a hello. A post bound to a card is left alone.
 * Some times come in whole seconds, so a post of the same second counts as later: the read begins a second before. Gives the
 * time of the newest post that was read (Unix ms). Of a private side, our private messages are read instead.
 */
export async function lookAtOurTimeline(ports: Looking, sinceMs: number): Promise<number | undefined> {
  if (ports.desk.inPrivate) return lookInPrivate(ports, sinceMs);
  const { found, odd } = await ports.network.ownPosts(sinceMs - secondMs);
  const own = found.filter(({ repost }) => !repost);
  for (const post of own) {
    for (const id of await cardsFor(ports, post)) await tell(ports, post, id);
  }
  await remember(ports, own);
  const newest = found.at(-1)?.at;
  // The mark stays before a post that came without its words, as long as it may come whole.
  const held = odd.filter(({ at }) => at > ports.clock.now() - hourMs).map(({ at }) => at - 1);
  return newest === undefined ? undefined : Math.min(newest, ...held);
}

/**
 * The card that a post answers; a post that answers nobody may be a hello, or an answer of which X does not say what it
 * answers. None for a post that some card has already.
 */
async function cardsFor(ports: Looking, post: Post): Promise<readonly CardId[]> {
  const { cards, clock } = ports;
  if (await cards.ofPost(post.id)) return [];
  if (post.repliedTo) {
    const id = await cards.ofPost(post.repliedTo);
    return id ? [id] : [];
  }
  const hellos = await cards.withActsSince(clock.now() - helloForMs);
  return [...hellos.filter((id) => id.startsWith('hello-')), ...(await cardByWords(ports, post))];
}

/**
 * The card whose answer a reply is by its words, where X does not say what it answers: only when no other approval of
 * unknown outcome has the same words, because two patrons may both get "Yes, until 5.".
 */
async function cardByWords({ cards, clock }: Looking, post: Post): Promise<readonly CardId[]> {
  if (!isSomeReply(post)) return [];
  const ids = await cards.kept(clock.now() - dayMs);
  const kept = (await Promise.all(ids.map((id) => cards.get(id)))).filter((card) => card !== undefined);
  const [only, ...others] = kept.filter((card) => approvalOf(card, post) !== undefined);
  return only && others.length === 0 && mayAnswerIn(only, post) ? [only.id] : [];
}

/** The approval of unknown outcome whose words a post has; undefined when it is none of the card's. */
const approvalOf = (card: Card, post: Post): UnsettledApproval | undefined =>
  unsettledApprovals(card).find(({ since, text }) => isSince(post, since) && sameWords(text, post));

/** Whether a post answers somebody, as far as X says. */
const isSomeReply = ({ conversationId, repliedToAccount, versions }: Post): boolean =>
  repliedToAccount !== undefined || conversationId !== versions[0];

/** Whether what X says of a post fits an answer of a card. */
const mayAnswerIn = ({ id, patron }: Card, { conversationId, repliedToAccount }: Post): boolean =>
  repliedToAccount === undefined ? conversationId === conversationOfCard(id) : repliedToAccount === patron.id;

/** A hello is written and sent within this time (ms). */
const helloForMs = dayMs;

/** Two reads may find the same post at once: only the one that changed the card charges for it. */
async function tell(ports: Looking, post: Post, id: CardId): Promise<void> {
  let isCharged = false;
  const seen = await act(
    ports,
    id,
    (_world, card) => {
      const sighting = sightingOf(post, card);
      isCharged = sighting.asApproved && wasCalled(card);
      return { do: 'seen', post: sighting };
    },
    theDesk,
  );
  if (isRefusal(seen) || !seen.changed) return;
  if (isCharged) await chargeAnswer(ports, seen.card, post);
}

function sightingOf(post: Post, card: Card): Sighting {
  const { handOff, reply } = card;
  const { id, at, text } = post;
  const asApproved = sameWords(handOff?.text ?? reply?.text ?? '', post);
  // A reply of which X does not say what it answers is known by its words.
  const repliedTo = post.repliedTo ?? approvalOf(card, post)?.replyTo;
  return { postId: id, at, text, asApproved, ...(repliedTo ? { repliedTo } : {}) };
}
