import type { Block, RichTextBlock, RichTextSection } from '@slack/web-api';
import type { Card, Mention } from '../../core/card/card.js';
import { newestAct, postsOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import { mediaBrief } from '../../core/sentences/media-text.js';
import { postUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { AuthoredPost } from '../../ports/network.js';
import { line, link, rich } from './blocks.js';

/** In characters, of a post that another one answers or quotes; the shorter where all stands in one line. */
const MAX_CONTEXT = 400;
const MAX_BEHIND = 100;

interface Around {
  readonly desk: Desk;
  /** Whether a post stands on the screen anyway. */
  readonly isShown: (post: PostId) => boolean;
  /** Posts of others as the network shows them now; undefined where it was not asked, or did not answer in time. */
  readonly read?: readonly AuthoredPost[];
  /** How much of it is shown (characters). */
  readonly max?: number;
}

/** What a post says of what it answers and quotes. Only a mention knows our words. */
type Answering = Pick<Mention, 'ours' | 'quoted' | 'repliedTo' | 'repliedToAccount'>;

/**
 * What a post answers and what it quotes, as lines above its words: ours with our words, and a stranger's with theirs where
 * they were read; else that there is such a post, or that nobody here can see it.
 */
export const contextLines = (mention: Answering, patron: string, around: Around): RichTextSection[] =>
  contextParts(mention, patron, around).map(({ said, view }) => {
    const { desk } = around;
    return line(said, ...(view ? [' · ', link(postUrl(desk, view), say(desk.words, 'card.view'))] : []));
  });

/** The same as plain texts, for a list that has room for no link. */
export const contextTexts = (mention: Answering, patron: string, around: Around): string[] =>
  contextParts(mention, patron, around).map(({ said }) => said);

/** A sentence, and the post that it leads to where its words are not in it. */
interface Part {
  readonly said: string;
  readonly view?: PostId | undefined;
}

function contextParts(mention: Answering, patron: string, around: Around): Part[] {
  const { ours = {}, quoted: quotedPost, repliedTo, repliedToAccount } = mention;
  const isReply = repliedTo !== undefined || repliedToAccount !== undefined;
  return [
    ...(isReply && !(repliedTo && around.isShown(repliedTo))
      ? [partOf('answered', repliedTo, ours.answered, around, repliedToAccount === patron)]
      : []),
    ...(quotedPost && !around.isShown(quotedPost)
      ? [partOf('quoted', quotedPost, ours.quoted, around, false)]
      : []),
  ];
}

function partOf(
  how: 'answered' | 'quoted',
  post: PostId | undefined,
  ours: string | undefined,
  { desk, max = MAX_CONTEXT, read }: Around,
  isOwn: boolean,
): Part {
  const { words } = desk;
  // In one line with its words: only the patron's own words stand as a quote.
  if (ours) return { said: `${say(words, `context.${how}-us`)} ${quote(onOneLine(ours), max)}` };
  if (ours === '') return { said: say(words, `context.${how}-ours`), view: post };
  const found = read?.find((one) => post !== undefined && one.post.versions.includes(post));
  if (found) {
    const said = [quote(onOneLine(found.post.text), max), mediaBrief(found.post.media, desk, max)];
    const lead = say(words, `context.${how}`, { handle: found.author.handle });
    return { said: [lead, ...said].filter((part) => part !== '').join(' ') };
  }
  if (read || post === undefined) return { said: say(words, `context.${how}-unseen`) };
  return { said: say(words, isOwn ? 'context.goes-on' : `context.${how}-other`), view: post };
}

/**
 * Our post that a mention answers or quotes, to stand behind its words where all is said in one line: " (in answer to us:
 * 'What are you reading?')"; '' where there is none. What others wrote is not said there.
 */
export function oursBehind({ ours = {} }: Answering, { words }: Desk): string {
  const how = ours.answered === undefined ? 'quoted' : 'answered';
  const said = ours[how];
  if (said === undefined) return '';
  const key = said ? (`context.${how}-us-behind` as const) : (`context.${how}-ours-behind` as const);
  return ` ${say(words, key, { quote: quote(onOneLine(said), MAX_BEHIND) })}`;
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
