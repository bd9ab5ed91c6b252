import type { Mention } from '../../core/card/card.js';
import { isHelloId, ourWords } from '../../core/card/select.js';
import { minuteMs } from '../../core/durations.js';
import type { AccountId, PostId } from '../../core/ids.js';
import { plainText } from '../../core/post/plain.js';
import type { Post } from '../../core/post/post.js';
import { hasQuestionMark } from '../../core/post/topic.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

type Ours = Mention['ours'];
type Knowing = Pick<Ports, 'cards' | 'ourPosts' | 'watermarks'>;

/** X's clock is not ours, and X may list a post a little late: so long before a look (ms) one may have gone unseen. */
const unseenWithinMs = minuteMs;

/**
 * What posts answer or quote of ours, by the ids of those posts. The words come from what the desk has, at no cost.
 * Where the last look at our timeline may have missed a post of ours, `look` reads it first, a little sooner than it is
 * read anyway.
 */
export async function ourWordsIn(
  ports: Knowing,
  posts: readonly AuthoredPost[],
  us: AccountId,
  look: () => Promise<void>,
): Promise<ReadonlyMap<PostId, Ours>> {
  const about = posts.map(({ post }) => post).filter((one) => mayBeAboutUs(one, us));
  if (about.length === 0) return new Map();
  // Asked before the words are: a look that ends in between has them, and this one can't tell.
  const { lookedAt = 0 } = await ports.watermarks.newest('own-posts');
  const found = await knownWords(ports, about, us);
  const mayBeNew = about.filter(
    (one) => one.at > lookedAt - unseenWithinMs && lacksWords(one, found.get(one.id)),
  );
  if (mayBeNew.length === 0) return found;
  await look().catch(undefinedIf(isRemoteFault));
  return new Map([...found, ...(await knownWords(ports, mayBeNew, us))]);
}

const mayBeAboutUs = ({ quoted, repliedToAccount }: Post, us: AccountId): boolean =>
  repliedToAccount === us || quoted !== undefined;

const lacksWords = ({ quoted, repliedToAccount }: Post, ours: Ours): boolean =>
  (repliedToAccount !== undefined && ours?.answered === '') ||
  (quoted !== undefined && ours?.quoted === undefined);

/** The same, only from what the desk has. */
export async function knownWords(
  ports: Pick<Ports, 'cards' | 'ourPosts'>,
  posts: readonly Post[],
  us: AccountId,
): Promise<ReadonlyMap<PostId, Ours>> {
  return new Map(
    await Promise.all(posts.map(async (one) => [one.id, await oursOf(ports, one, us)] as const)),
  );
}

async function oursOf(ports: Pick<Ports, 'cards' | 'ourPosts'>, post: Post, us: AccountId): Promise<Ours> {
  const { quoted, repliedTo, repliedToAccount } = post;
  const answered = repliedToAccount === us ? ((await wordsOf(ports, repliedTo)) ?? '') : undefined;
  const quotes = await wordsOf(ports, quoted);
  if (answered === undefined && quotes === undefined) return undefined;
  const isAsked = answered !== undefined && (await isOurQuestion(ports, post, answered));
  return {
    ...(answered !== undefined && { answered }),
    ...(quotes !== undefined && { quoted: quotes }),
    ...(isAsked && { asked: true }),
    ...(isAsked && post.names.some(({ account }) => account !== us) && { namesOthers: true }),
  };
}

/** Whether what a post answers began the conversation and asks something: with a question mark, or as a hello does. */
async function isOurQuestion(
  { cards }: Pick<Ports, 'cards'>,
  { conversationId, repliedTo }: Post,
  answered: string,
): Promise<boolean> {
  if (answered === '' || repliedTo !== conversationId) return false;
  return hasQuestionMark(answered) || isHelloId(await cards.ofPost(repliedTo));
}

/** The words of a post of ours: as a card has them, else as they are remembered, with the names of people blanked out. */
async function wordsOf(
  { cards, ourPosts }: Pick<Ports, 'cards' | 'ourPosts'>,
  post: PostId | undefined,
): Promise<string | undefined> {
  if (post === undefined) return undefined;
  const id = await cards.ofPost(post);
  const card = id && (await cards.get(id));
  const answer = card?.answers.find(({ postId }) => postId === post);
  if (card && answer && answer.text !== '') return ourWords(card, answer);
  const remembered = await ourPosts.get(post);
  // Version 0.1.0 remembered texts with `&amp;`.
  return remembered === undefined ? undefined : plainText(remembered);
}
