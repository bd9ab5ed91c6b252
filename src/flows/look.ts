import { type Sighting, theDesk } from '../core/actions.js';
import type { Card } from '../core/card.js';
import { type CardId, firstPostIdAt, type PostId } from '../core/ids.js';
import type { Post } from '../core/post.js';
import { isRefusal } from '../core/refusal.js';
import { sameWords } from '../core/same-words.js';
import type { Ports } from '../ports.js';
import { act } from './act.js';
import { chargeAnswer } from './charge.js';
import { tellGreeter } from './greeting-seen.js';
import { remember } from './remember.js';

export type Looking = Pick<Ports, 'board' | 'cards' | 'clock' | 'desk' | 'ledger' | 'network' | 'ourPosts'>;

/**
 * Reads our own timeline since a time and tells each card of the post that answers it: an unknown send that arrived, a
 * hand-off that was posted, a colleague who answered in the X app, a hello. A post bound to another card is left alone.
 * Gives the newest post read.
 */
export async function lookAtOurTimeline(ports: Looking, sinceMs: number): Promise<PostId | undefined> {
  const posts = await ports.network.ownPosts(firstPostIdAt(sinceMs));
  const own = posts.filter(({ repost }) => !repost);
  for (const post of own) {
    for (const id of await cardsFor(ports, post)) await tell(ports, post, id);
  }
  await remember(ports, own);
  return posts.at(-1)?.id;
}

/** The card that a post answers; a post that answers nobody may be a hello. */
async function cardsFor({ cards, clock }: Looking, post: Post): Promise<readonly CardId[]> {
  const bound = await cards.ofPost(post.id);
  if (post.repliedTo) {
    const id = await cards.ofPost(post.repliedTo);
    return id && (!bound || bound === id) ? [id] : [];
  }
  if (bound) return [];
  return (await cards.withActsSince(clock.now() - helloForMs)).filter((id) => id.startsWith('hello-'));
}

/** A hello is set out and sent within a day. */
const helloForMs = 24 * 60 * 60_000;

async function tell(ports: Looking, post: Post, id: CardId): Promise<void> {
  const before = await ports.cards.get(id);
  if (!before) return;
  const asApproved = sameWords(before.handOff?.text ?? before.reply?.text ?? '', post);
  const { repliedTo } = post;
  const sighting: Sighting = {
    postId: post.id,
    at: post.at,
    text: post.text,
    asApproved,
    ...(repliedTo ? { repliedTo } : {}),
  };
  const seen = await act(ports, id, { do: 'seen', post: sighting }, theDesk);
  const bound = !isRefusal(seen) && seen.card.version > before.version;
  if (!bound) return;
  if (asApproved && wasCalled(before)) await chargeAnswer(ports, before, post.id);
  await tellGreeter(ports, seen.card, await ports.ourPosts.recent(ports.clock.now()));
}

/** X was asked to post the answer and did not say no: so it is ours, and not what a person posted there. */
const wasCalled = ({ state, reply }: Card): boolean =>
  state === 'posting' || state === 'unsure' || (state !== 'handed-off' && reply?.token !== undefined);
