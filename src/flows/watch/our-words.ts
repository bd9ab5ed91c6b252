import type { Mention } from '../../core/card/card.js';
import { ourWords } from '../../core/card/select.js';
import type { AccountId, PostId } from '../../core/ids.js';
import { plainText } from '../../core/post/plain.js';
import type { Post } from '../../core/post/post.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

type Ours = Mention['ours'];
type Knowing = Pick<Ports, 'cards' | 'ourPosts' | 'watermarks'>;

/**
 * The words of ours that posts answer or quote, by the ids of those posts. They come from what the desk has, at no cost.
 * A post of ours that is newer than the last look at our timeline may be missing: then `look` reads it first, a little
 * sooner than it is read anyway.
 */
export async function ourWordsIn(
  ports: Knowing,
  posts: readonly AuthoredPost[],
  us: AccountId,
  look: () => Promise<void>,
): Promise<ReadonlyMap<PostId, Ours>> {
  const about = posts.map(({ post }) => post).filter((one) => mayBeAboutUs(one, us));
  if (about.length === 0) return new Map();
  const found = await wordsFor(ports, about, us);
  const { lookedAt = 0 } = await ports.watermarks.newest('own-posts');
  const mayBeNew = about.filter((one) => one.at > lookedAt && lacksWords(one, found.get(one.id)));
  if (mayBeNew.length === 0) return found;
  await look().catch(undefinedIf(isRemoteFault));
  return new Map([...found, ...(await wordsFor(ports, mayBeNew, us))]);
}

const mayBeAboutUs = ({ quoted, repliedToAccount }: Post, us: AccountId): boolean =>
  repliedToAccount === us || quoted !== undefined;

const lacksWords = ({ quoted, repliedToAccount }: Post, ours: Ours): boolean =>
  (repliedToAccount !== undefined && ours?.answered === '') ||
  (quoted !== undefined && ours?.quoted === undefined);

async function wordsFor(ports: Knowing, posts: readonly Post[], us: AccountId) {
  return new Map(
    await Promise.all(posts.map(async (one) => [one.id, await oursOf(ports, one, us)] as const)),
  );
}

async function oursOf(ports: Knowing, { quoted, repliedTo, repliedToAccount }: Post, us: AccountId) {
  const answered = repliedToAccount === us ? ((await wordsOf(ports, repliedTo)) ?? '') : undefined;
  const quotes = await wordsOf(ports, quoted);
  return answered === undefined && quotes === undefined
    ? undefined
    : { ...(answered !== undefined && { answered }), ...(quotes !== undefined && { quoted: quotes }) };
}

/** The words of a post of ours: as a card has them, else as they are remembered, with the names of people blanked out. */
async function wordsOf({ cards, ourPosts }: Knowing, post: PostId | undefined): Promise<string | undefined> {
  if (post === undefined) return undefined;
  const id = await cards.ofPost(post);
  const card = id && (await cards.get(id));
  const answer = card?.answers.find(({ postId }) => postId === post);
  if (card && answer && answer.text !== '') return ourWords(card, answer);
  const remembered = await ourPosts.get(post);
  // Version 0.1.0 remembered texts with `&amp;`.
  return remembered === undefined ? undefined : plainText(remembered);
}
