import type { Block, RichTextBlock, RichTextSection } from '@slack/web-api';
import type { Card, Mention } from '../../core/card/card.js';
import { newestAct, postsOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import { mediaBrief } from '../../core/sentences/media-text.js';
import { postUrl } from '../../core/sentences/phrases.js';
import { say, type WordKey } from '../../core/words/words.js';
import type { AuthoredPost } from '../../ports/network.js';
import { line, link, rich } from './blocks.js';

/** In characters, of a post that another one answers or quotes. */
const MAX_CONTEXT = 400;

interface Around {
  readonly desk: Desk;
  /** Whether a post stands on the screen anyway. */
  readonly isShown: (post: PostId) => boolean;
  /** Posts of others as the network shows them now; undefined where it was not asked, or did not answer in time. */
  readonly read?: readonly AuthoredPost[];
}

/**
 * What a mention answers and what it quotes, as lines above its words: ours with our words, and a stranger's with theirs
 * where they were read; else that there is such a post, or that nobody here can see it.
 */
export function contextLines(mention: Mention, patron: string, around: Around) {
  const { ours = {}, quoted: quotedPost, repliedTo, repliedToAccount } = mention;
  const isReply = repliedTo !== undefined || repliedToAccount !== undefined;
  return [
    ...(isReply && !(repliedTo && around.isShown(repliedTo))
      ? linesOf('answered', repliedTo, ours.answered, around, repliedToAccount === patron)
      : []),
    ...(quotedPost && !around.isShown(quotedPost)
      ? linesOf('quoted', quotedPost, ours.quoted, around, false)
      : []),
  ];
}

function linesOf(
  how: 'answered' | 'quoted',
  post: PostId | undefined,
  ours: string | undefined,
  { desk, read }: Around,
  isOwn: boolean,
) {
  const { words } = desk;
  // In one line with its words: only the patron's own words stand as a quote.
  if (ours) return [line(`${say(words, `context.${how}-us`)} ${short(ours)}`)];
  if (ours === '') return [toPost(desk, post, `context.${how}-ours`)];
  const found = read?.find((one) => post !== undefined && one.post.versions.includes(post));
  if (found) {
    const said = [short(found.post.text), mediaBrief(found.post.media, desk, MAX_CONTEXT)];
    const lead = say(words, `context.${how}`, { handle: found.author.handle });
    return [line([lead, ...said].filter((part) => part !== '').join(' '))];
  }
  if (read || post === undefined) return [line(say(words, `context.${how}-unseen`))];
  return [toPost(desk, post, isOwn ? 'context.goes-on' : `context.${how}-other`)];
}

const short = (words: string): string => quote(onOneLine(words), MAX_CONTEXT);

/** A sentence about a post, with a link to it. */
function toPost(desk: Desk, post: PostId | undefined, key: WordKey): RichTextSection {
  const view = post ? [' · ', link(postUrl(desk, post), say(desk.words, 'card.view'))] : [];
  return line(say(desk.words, key), ...view);
}

/**
 * What the newest post of a card answers or quotes, as it was `read` for one person: a block of their modal, from which the
 * modal's next view takes it. It is kept nowhere else. Undefined where there is nothing to show.
 */
export function contextBlock(
  card: Card,
  desk: Desk,
  read: readonly AuthoredPost[] | undefined,
): RichTextBlock | undefined {
  const act = newestAct(card);
  if (!read || act.kind !== 'mention' || act.gone) return undefined;
  const onCard = postsOf(card);
  const isShown = (post: PostId) => onCard.includes(post);
  const lines = contextLines(act, card.patron.id, { desk, isShown, read });
  return lines.length > 0 ? { ...rich(...lines), block_id: blockId(card) } : undefined;
}

/** That block in a modal that Slack gave back; undefined where it has none for the newest post of the card. */
export const contextIn = (blocks: readonly Block[], card: Card): RichTextBlock | undefined =>
  blocks.find((one): one is RichTextBlock => one.type === 'rich_text' && one.block_id === blockId(card));

const blockId = (card: Card): string => `context-${newestAct(card).id}`;
