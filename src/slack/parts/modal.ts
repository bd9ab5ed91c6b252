import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isFollow } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say, type WordKey } from '../../core/words/words.js';
import { type DeskRef, encodeRef, type HandleRef, type PanelRef, type Ref } from '../values.js';
import { cut, plain, rich } from './blocks.js';
import { conversation } from './conversation.js';
import { deskMark } from './desk-mark.js';
import { linkedBlocks } from './link-only.js';
import { aboutLine, avatarBlocks, detailsLine, postDetails } from './patron.js';
import { practiceMark } from './practice.js';

interface Modal {
  readonly callbackId: string;
  /** What it is about; Slack gives it back with every press in it. */
  readonly ref?: Ref | PanelRef | HandleRef | DeskRef;
  readonly desk: Desk;
  readonly title: WordKey;
  /** Who fills the `{first}` or `{name}` of the title, where it has one. */
  readonly about?: string;
  readonly submit?: WordKey;
  readonly close: WordKey;
  /** It is about several desks, and names each where it is about that one. */
  readonly isOverDesks?: boolean;
  readonly blocks: readonly KnownBlock[];
}

/** A modal. A name in its title is cut so that the title keeps Slack's limit. */
export function modal({
  callbackId,
  ref,
  desk,
  title,
  about = '',
  submit,
  close,
  isOverDesks,
  blocks,
}: Modal): ModalView {
  const { words } = desk;
  const room = slackRoom.modalTitle - say(words, title, { first: '', name: '' }).length;
  const name = cut(about, Math.max(1, room));
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: ref ? encodeRef(ref) : '',
    title: plain(say(words, title, { first: name, name }), slackRoom.modalTitle),
    ...(submit ? { submit: plain(say(words, submit), slackRoom.modalTitle) } : {}),
    close: plain(say(words, close), slackRoom.modalTitle),
    blocks: [...practiceMark(desk), ...(isOverDesks ? [] : deskMark(desk)), ...blocks],
  };
}

interface Around {
  /** What their newest post answers or quotes, where it was read for this screen. */
  readonly context?: KnownBlock | undefined;
  /** Earlier posts and answers are read here, and not only recalled. */
  readonly inFull?: boolean;
  /** What stands beside their picture; by default of what kind the post is. */
  readonly beside?: string;
}

/** The patron and what they said: the upper part of a card, and of each modal about it. */
export function patronBlocks(
  card: Card,
  desk: Desk,
  now: number,
  { context, inFull = false, beside = postDetails(card, desk).join(' · ') }: Around = {},
): KnownBlock[] {
  if (card.linkOnly) return linkedBlocks(card, desk, now);
  return [
    ...avatarBlocks(card.patron, desk, beside),
    ...(context ? [context] : []),
    rich(
      detailsLine(card, desk, now),
      isFollow(card) ? aboutLine(card.patron, desk) : undefined,
      ...conversation(card, desk, now, { hasContext: context !== undefined, inFull }),
    ),
  ];
}
