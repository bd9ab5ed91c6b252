import type { KnownBlock, ModalView } from '@slack/web-api';
import { mentionOf, picturesOf, whyHidden } from '../../core/board/pictures.js';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { firstOf, postUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { line, link, note, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { imageBlocks, whyText } from '../parts/pictures.js';

/**
 * *Show picture*: the pictures of a post for whoever pressed, or that they are not there any more. `isUnloadable`: Slack
 * could not load them this time.
 */
export function pictureView(card: Card, post: PostId, desk: Desk, isUnloadable = false): ModalView {
  return modal({
    callbackId: callbackIds.picture,
    ref: refTo(card, desk, post),
    desk,
    title: 'picture.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: pictures(card, post, desk, isUnloadable),
  });
}

/** Whether the pictures of a post may not stand any more: it was removed or changed. */
export const isOver = (card: Card, post: PostId): boolean => mentionOf(card, post)?.versions.at(-1) !== post;

function pictures(card: Card, post: PostId, desk: Desk, isUnloadable: boolean): KnownBlock[] {
  const { words } = desk;
  const first = firstOf(card.patron);
  const mention = mentionOf(card, post);
  if (!mention) return [rich(line(say(words, 'line.gone', { first })))];
  if (isOver(card, post)) return [rich(line(say(words, 'picture.changed', { first })))];
  const isSensitive = whyHidden(card, mention, desk) === 'sensitive';
  return [
    ...(isSensitive ? [note(whyText('sensitive', card, desk))] : []),
    ...(isUnloadable
      ? [rich(line(whyText('unloadable', card, desk)))]
      : imageBlocks(picturesOf(mention.media, desk), desk)),
    rich(line(link(postUrl(desk, post), say(words, 'card.view')))),
  ];
}
