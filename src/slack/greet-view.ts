import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { age, firstOf } from '../core/phrases.js';
import type { Post } from '../core/post.js';
import type { Reach } from '../core/reach.js';
import { isLegal } from '../core/rules.js';
import { say } from '../core/words.js';
import { replyUrl } from '../core/x-links.js';
import { actions, button, line, quoted, rich } from './blocks.js';
import { refTo } from './card-buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { face, saidIn } from './patron.js';
import { modal } from './views.js';

const SHOWN_POSTS = 5;
const MAX_POST = 400;

export interface Greeting {
  readonly card: Card;
  readonly desk: Desk;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly reach: Reach;
  readonly opening: string;
  readonly now: number;
}

/** Shown at once, while X is read: a modal has three seconds to open. */
export const readingView = (card: Card, desk: Desk): ModalView =>
  greetModal(card, desk, [rich(line(say(desk.words, 'greet.reading', { first: firstOf(card.patron) })))]);

/** X could not be read. */
export const greetFailedView = (card: Card, desk: Desk): ModalView =>
  greetModal(card, desk, [rich(line(say(desk.words, 'greet.failed')))]);

/** What a new follower posted lately, each with the way to answer it; or that there is nothing to answer. */
export function greetView({ card, desk, posts, reach, opening, now }: Greeting): ModalView {
  const { words } = desk;
  if (posts.length === 0) return nothingToAnswer(card, desk);
  const pick =
    reach === 'api' ? say(words, 'greet.pick-here') : say(words, 'greet.pick', { account: desk.x.handle });
  return greetModal(card, desk, [
    rich(line(pick)),
    ...posts
      .slice(0, SHOWN_POSTS)
      .flatMap((post) => [
        rich(quoted(...saidIn(post, desk, MAX_POST)), line(age(desk, post.at, now))),
        ...answerButton(card, desk, post, reach, opening),
      ]),
  ]);
}

function answerButton(card: Card, desk: Desk, post: Post, reach: Reach, opening: string): KnownBlock[] {
  if (!isLegal(reach === 'api' ? 'claim' : 'hand-off', card.state)) return [];
  const ref = refTo(card, desk, post.id);
  return actions(
    reach === 'api'
      ? button({ id: actionIds.greetHere, label: say(desk.words, 'button.answer-this'), ref })
      : button({
          id: actionIds.openInX,
          label: say(desk.words, 'button.open-in-x'),
          ref,
          url: replyUrl(post.id, opening),
        }),
  );
}

function nothingToAnswer(card: Card, desk: Desk): ModalView {
  const skip = button({ id: actionIds.skip, label: say(desk.words, 'button.skip'), ref: refTo(card, desk) });
  return greetModal(card, desk, [
    rich(line(say(desk.words, 'greet.nothing', { first: firstOf(card.patron) }))),
    ...(isLegal('dismiss', card.state) ? actions(skip) : []),
  ]);
}

function greetModal(card: Card, desk: Desk, blocks: readonly KnownBlock[]): ModalView {
  return {
    ...modal({
      callbackId: callbackIds.greet,
      ref: refTo(card, desk),
      desk,
      title: 'greet.title',
      about: firstOf(card.patron),
      close: 'greet.close',
      blocks: [face(card.patron, desk), ...blocks],
    }),
    notify_on_close: true,
  };
}
