import type { Block, ImageBlock, KnownBlock } from '@slack/web-api';
import { type Picture, picturesOf, type WhyHidden, whyHidden } from '../../core/board/pictures.js';
import type { Act, Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { pictureKind, pictureText } from '../../core/sentences/media-text.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { button, plain } from './blocks.js';
import { refTo } from './buttons.js';

/** In characters. X takes descriptions of 1,000; Slack an alt text of 2,000, which counts among the message's 11,000. */
const MAX_ALT = 1000;
/** What stands above a picture is read at a glance. */
const MAX_TITLE = 250;

/**
 * The picture of a post below its words: the first, and how many more there are; or why it waits for a press. Its
 * description stands in the words above it. Nothing for what is no post, and for one that was removed.
 */
export function pictureBlocks(card: Card, act: Act, desk: Desk): KnownBlock[] {
  if (act.kind !== 'mention' || act.gone) return [];
  const post = act.versions.at(-1);
  const [first, ...more] = picturesOf(act.media, desk);
  if (!first || !post) return [];
  const count = more.length + 1;
  const hidden = whyHidden(card, act, desk);
  if (hidden) return [withButton(whyText(hidden, card, desk), card, post, count, desk)];
  return [
    imageBlock(first, desk, first.kind === 'photo' ? undefined : pictureKind(first, desk)),
    ...(more.length > 0
      ? [withButton(sayCount(desk, 'media.more', more.length), card, post, count, desk)]
      : []),
  ];
}

/** A picture of its full width. Whoever can't see it hears what its writer says of it. */
export function imageBlock(picture: Picture, desk: Desk, title?: string): ImageBlock {
  return {
    type: 'image',
    image_url: picture.preview,
    alt_text: plain(pictureText(picture, desk, MAX_ALT), MAX_ALT).text,
    ...(title === undefined ? {} : { title: plain(title, MAX_TITLE) }),
  };
}

/** Pictures in full, each with what its writer says of it. */
export const imageBlocks = (pictures: readonly Picture[], desk: Desk): ImageBlock[] =>
  pictures.map((one) => imageBlock(one, desk, pictureText(one, desk, MAX_TITLE)));

/** A line with the button that opens all pictures of the post. */
function withButton(said: string, card: Card, post: PostId, count: number, desk: Desk): KnownBlock {
  return {
    type: 'section',
    text: plain(said, MAX_ALT),
    accessory: button({
      id: actionIds.showPicture,
      label: sayCount(desk, 'button.show-picture', count),
      ref: refTo(card, desk, post),
    }),
  };
}

/** Why a picture is not shown by itself. */
export const whyText = (hidden: WhyHidden, { patron }: Card, { words }: Desk): string =>
  say(words, `picture.${hidden}`, { first: firstOf(patron) });

/** A message or view without pictures: for a Slack that can't load one of them, or where it can't be asked twice. */
export const withoutPictures = <Shown extends { readonly blocks: readonly Block[] }>(
  shown: Shown,
): Shown => ({
  ...shown,
  blocks: shown.blocks.flatMap((block) => withoutPicture(block as KnownBlock)),
});

function withoutPicture(block: KnownBlock): KnownBlock[] {
  if (block.type === 'image') return [];
  if (block.type === 'context') {
    const elements = block.elements.filter(({ type }) => type !== 'image');
    return elements.length > 0 ? [{ ...block, elements }] : [];
  }
  if (block.type !== 'section' || block.accessory?.type !== 'image') return [block];
  const { accessory: _picture, ...rest } = block;
  return [rest];
}
