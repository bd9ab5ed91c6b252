import { accountId, type PostId } from '../../core/ids.js';
import { say } from '../../core/words/words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost, Mentions, OddPost, WaitingPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

type Asking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings' | 'watermarks'>;

interface AskedAgain {
  /** Posts that came whole this time, and those that are shown as far as they can be read. */
  readonly posts: readonly AuthoredPost[];
  /** The time of the oldest post that still waits (Unix ms): the watermark stays before it. */
  readonly heldAt?: number;
  /** Forgets those that came; to be called once their cards are stored. */
  readonly forget: () => Promise<void>;
}

/**
 * Asks again for mentions that came incomplete, by their ids, `oddTries` times within an hour. After that a post is shown as
 * far as it can be read. The posts beside it never wait for it.
 */
export async function askAgain(ports: Asking, { found, odd }: Mentions): Promise<AskedAgain> {
  const { clock, network, timings, watermarks } = ports;
  const now = clock.now();
  const waiting = await waitingPosts(ports, odd);
  const whole = new Set(found.flatMap(({ post }) => post.versions));
  const left = waiting.filter(({ id }) => !whole.has(id));
  const due = left.filter(({ nextAt }) => nextAt <= now);
  const answer =
    due.length > 0
      ? await network.posts(due.map(({ id }) => id)).catch(undefinedIf(isRemoteFault))
      : undefined;
  const posts: AuthoredPost[] = [];
  const over = waiting.filter(({ id }) => whole.has(id));
  const held: number[] = [];
  for (const one of left) {
    const isAsked = answer !== undefined && due.includes(one);
    const next = isAsked ? { ...one, tries: one.tries + 1, nextAt: now + timings.oddEveryMs } : one;
    const came = answer?.found.find(({ post }) => post.versions.includes(one.id));
    const isGone = answer?.gone.includes(one.id) === true;
    const wasLastTry = next.tries >= timings.oddTries;
    if (came) posts.push(came);
    else if (wasLastTry && !isGone) posts.push(asFarAsRead(ports, one, [...(answer?.odd ?? []), ...odd]));
    if (came || isGone || wasLastTry) {
      over.push(one);
    } else {
      held.push(one.at);
      if (isAsked) await watermarks.keepOdd(next);
    }
  }
  return {
    posts,
    ...(held.length > 0 && { heldAt: Math.min(...held) }),
    forget: async () => {
      for (const { id } of over) await watermarks.dropOdd(id);
    },
  };
}

/** Those that wait already, and those that no card has yet. */
async function waitingPosts(
  { cards, clock, watermarks }: Asking,
  odd: readonly OddPost[],
): Promise<readonly WaitingPost[]> {
  const waiting = [...(await watermarks.odd())];
  for (const { at, id } of odd) {
    if (waiting.some((one) => one.id === id) || (await cards.ofPost(id))) continue;
    const fresh = { id, at, tries: 0, nextAt: clock.now() };
    await watermarks.keepOdd(fresh);
    waiting.push(fresh);
  }
  return waiting;
}

/** A post as far as it could be read. */
function asFarAsRead(
  { desk }: Pick<Ports, 'desk'>,
  { at, id }: WaitingPost,
  seen: readonly OddPost[],
): AuthoredPost {
  const known = seen.find((one) => one.id === id);
  const post = known?.post ?? emptyPost(id, at);
  const nobody = { id: post.authorId, handle: '', name: say(desk.words, 'card.somebody') };
  return { post: { ...post, partial: true }, author: known?.author ?? nobody };
}

const emptyPost = (id: PostId, at: number): AuthoredPost['post'] => ({
  id,
  versions: [id],
  // Somebody whom nobody names: nobody else has this id.
  authorId: accountId(id),
  conversationId: id,
  at,
  text: '',
  links: [],
  names: [],
  media: [],
});
