import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { isLegal } from '../../core/card/rules.js';
import type { Reach } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstName } from '../../core/post/plain.js';
import type { Post } from '../../core/post/post.js';
import { ageText, firstOf, followUrl, replyUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { openingText, startersFor } from '../../core/writing/starters.js';
import { actionIds, callbackIds, greetHereId, openInXId } from '../ids.js';
import { actions, button, line, link, note, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal } from '../parts/modal.js';
import { nameBlock, postLines, scarceReadBlocks } from '../parts/patron.js';
import { noteBlocks } from '../parts/status.js';

const SHOWN_POSTS = 5;
const MAX_POST = 400;

interface GreetContent {
  readonly card: Card;
  readonly desk: Desk;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly reach: Reach;
  readonly now: number;
  /** What is left of the month's budget, when that is little. */
  readonly leftMicroUsd?: number | undefined;
}

/** Shown while X is read, because a modal has three seconds to open. */
export const readingView = (card: Card, desk: Desk): ModalView =>
  greetModal(card, desk, [rich(line(say(desk.words, 'greet.reading', { first: firstOf(card.patron) })))]);

/** Shown when X could not be read. */
export const greetFailedView = (card: Card, desk: Desk): ModalView =>
  greetModal(card, desk, [rich(line(say(desk.words, 'greet.failed')))]);

/** The follower's last posts, each with buttons to answer it; or that there is nothing to answer. */
export function greetView({ card, desk, posts, reach, now, leftMicroUsd }: GreetContent): ModalView {
  const { words } = desk;
  if (posts.length === 0) return nothingToAnswer(card, desk);
  const pick =
    reach === 'api'
      ? say(words, 'greet.pick-here')
      : say(words, 'greet.pick', { account: desk.account.handle });
  return greetModal(card, desk, [
    ...pauseBlocks(desk, now),
    rich(line(pick)),
    ...noteBlocks(card, desk, now),
    ...scarceReadBlocks(posts.length, desk, leftMicroUsd),
    ...posts
      .slice(0, SHOWN_POSTS)
      .flatMap((post) => [
        rich(...postLines(post, desk, now, MAX_POST), line(ageText(desk, post.at, now))),
        ...(post.closed ? cannotReply(card, desk) : answerButtons(card, desk, post, reach)),
      ]),
  ]);
}

const cannotReply = (card: Card, desk: Desk): KnownBlock[] => [
  note(say(desk.words, 'greet.closed', { first: firstOf(card.patron) })),
];

/** Buttons to answer a post: with the usual opening, and with each saved opening that fits it. */
function answerButtons(card: Card, desk: Desk, post: Post, reach: Reach): KnownBlock[] {
  if (!isLegal(reach === 'api' ? 'claim' : 'hand-off', card.state)) return [];
  const ref = refTo(card, desk, post.id);
  const first = firstName(card.patron.name, card.patron.handle);
  const plain = say(desk.words, reach === 'api' ? 'button.answer-this' : 'button.open-in-x');
  const ways = [{ id: 'greet', label: plain }, ...startersFor('greeting', post.text, desk)];
  return actions(
    ...ways.map(({ id, label }) =>
      reach === 'api'
        ? button({ id: greetHereId(id), label, ref })
        : button({
            id: openInXId(id),
            label,
            ref,
            url: replyUrl(desk, post.id, openingText(id, first, desk)),
          }),
    ),
  );
}

function nothingToAnswer(card: Card, desk: Desk): ModalView {
  const nothing = card.patron.protected ? 'greet.protected' : 'greet.nothing';
  const skip = button({ id: actionIds.skip, label: say(desk.words, 'button.skip'), ref: refTo(card, desk) });
  return greetModal(card, desk, [
    rich(line(say(desk.words, nothing, { first: firstOf(card.patron) }))),
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
      blocks: [nameBlock(card.patron, desk), ...blocks, ...followBack(card, desk)],
    }),
    notify_on_close: true,
  };
}

/** A link to follow back, which a person does in X, and why; or that we follow them already. */
function followBack({ patron }: Card, desk: Desk): KnownBlock[] {
  const { words, greetings } = desk;
  const first = firstOf(patron);
  if (patron.weFollow) return [note(say(words, 'greet.we-follow', { first }))];
  if (!greetings.followBack) return [];
  return [
    rich(
      line(
        link(followUrl(desk, patron.id), say(words, 'greet.follow-back', { first })),
        ` ${say(words, 'greet.follow-reason', { first })}`,
      ),
    ),
  ];
}
