import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say, type WordKey } from '../../core/words/words.js';
import { type DeskRef, encodeRef, type PanelRef, type Ref } from '../values.js';
import { cut, note, plain, rich } from './blocks.js';
import { conversation, detailsLine, nameBlock } from './patron.js';

interface Modal {
  readonly callbackId: string;
  /** What it is about; Slack gives it back with every press in it. */
  readonly ref?: Ref | PanelRef | DeskRef;
  readonly desk: Desk;
  readonly title: WordKey;
  /** Who fills the `{first}` or `{name}` of the title, where it has one. */
  readonly about?: string;
  readonly submit?: WordKey;
  readonly close: WordKey;
  readonly blocks: readonly KnownBlock[];
}

/** A modal. A name in its title is cut so that the title keeps Slack's limit. */
export function modal({ callbackId, ref, desk, title, about = '', submit, close, blocks }: Modal): ModalView {
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
    blocks: [...practiceMark(desk), ...blocks],
  };
}

/** Above everything that a practice desk shows. */
export function practiceMark({ words, account }: Desk): KnownBlock[] {
  return account.practice ? [note(say(words, 'practice.mark'))] : [];
}

/**
 * The patron and what they said: the upper part of a card, and of each modal about it. `context`: what their newest post
 * answers or quotes, where it was read for this screen.
 */
export function patronBlocks(card: Card, desk: Desk, now: number, context?: KnownBlock): KnownBlock[] {
  return [
    nameBlock(card.patron, desk),
    ...(context ? [context] : []),
    rich(detailsLine(card, desk, now), ...conversation(card, desk, now, context !== undefined)),
  ];
}
