import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Card, Mention } from '../../core/card/card.js';
import { isLegal } from '../../core/card/rules.js';
import type { Reach } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { ScarceBudget } from '../../core/money/budget-use.js';
import { givenName } from '../../core/post/given-name.js';
import type { Post } from '../../core/post/post.js';
import { ageText, firstOf, replyUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { openingText, startersFor } from '../../core/writing/starters.js';
import { actionIds, callbackIds, greetHereId, openInXId } from '../ids.js';
import { actions, button, line, note, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { contextLines } from '../parts/context.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { followBackBlocks } from '../parts/follow-back.js';
import { modal } from '../parts/modal.js';
import { aboutLine, nameBlocks, postLines, scarceReadBlocks } from '../parts/patron.js';
import { noteBlocks } from '../parts/status.js';

const SHOWN_POSTS = 5;
const MAX_POST = 400;

/** A follower's post, with our words where it quotes them. */
type FollowerPost = Post & Pick<Mention, 'ours'>;

interface GreetContent {
  readonly card: Card;
  readonly desk: Desk;
  /** Newest first. */
  readonly posts: readonly FollowerPost[];
  readonly reach: Reach;
  /** The desk itself follows people back. */
  readonly followsByApi?: boolean;
  readonly now: number;
  /** The month's budget of which little is left. */
  readonly scarce?: ScarceBudget | undefined;
}

type AboutFollower = Pick<GreetContent, 'card' | 'desk' | 'followsByApi' | 'now'>;

/** Shown while X is read, because a modal has three seconds to open. */
export const readingView = ({ card, desk, ...about }: AboutFollower): ModalView =>
  greetModal({ card, desk, ...about }, [
    rich(line(say(desk.words, 'greet.reading', { first: firstOf(card.patron) }))),
  ]);

/** Shown when X could not be read. */
export const greetFailedView = (about: AboutFollower): ModalView =>
  greetModal(about, [rich(line(say(about.desk.words, 'greet.failed')))]);

/** The follower's last posts, each with buttons to answer it; or that there is nothing to answer. */
export function greetView({ posts, reach, scarce, ...about }: GreetContent): ModalView {
  const { card, desk, now } = about;
  const { words } = desk;
  if (posts.length === 0) return nothingToAnswer(about);
  const pick =
    reach === 'api'
      ? say(words, 'greet.pick-here')
      : say(words, 'greet.pick', { account: desk.account.handle });
  return greetModal(about, [
    ...pauseBlocks(desk, now),
    rich(line(pick)),
    ...noteBlocks(card, desk, now),
    ...scarceReadBlocks(posts.length, desk, scarce),
    ...posts
      .slice(0, SHOWN_POSTS)
      .flatMap((post) => [
        rich(
          ...contextLines(post, card.patron.id, { desk, isShown: () => false, max: MAX_POST }),
          ...postLines(post, desk, now, MAX_POST),
          line(ageText(desk, post.at, now)),
        ),
        ...(post.closed ? cannotReply(card, desk) : answerButtons(card, desk, post, reach)),
      ]),
  ]);
}

const cannotReply = (card: Card, desk: Desk): KnownBlock[] => [
  note(say(desk.words, 'greet.closed', { first: firstOf(card.patron) })),
];

/** Buttons to answer a post: with the usual opening, and with each saved opening that fits it. */
function answerButtons(card: Card, desk: Desk, post: FollowerPost, reach: Reach): KnownBlock[] {
  if (!isLegal(reach === 'api' ? 'claim' : 'hand-off', card.state)) return [];
  const ref = refTo(card, desk, post.id);
  const first = givenName(card.patron.name, card.patron.handle);
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

function nothingToAnswer(about: AboutFollower): ModalView {
  const { card, desk } = about;
  const nothing = card.patron.protected ? 'greet.protected' : 'greet.nothing';
  const skip = button({ id: actionIds.skip, label: say(desk.words, 'button.skip'), ref: refTo(card, desk) });
  return greetModal(about, [
    rich(line(say(desk.words, nothing, { first: firstOf(card.patron) }))),
    ...(isLegal('dismiss', card.state) ? actions(skip) : []),
  ]);
}

function greetModal(
  { card, desk, followsByApi = false, now }: AboutFollower,
  blocks: readonly KnownBlock[],
): ModalView {
  const about = aboutLine(card.patron, desk);
  return {
    ...modal({
      callbackId: callbackIds.greet,
      ref: refTo(card, desk),
      desk,
      title: 'greet.title',
      about: firstOf(card.patron),
      close: 'greet.close',
      blocks: [
        ...nameBlocks(card.patron, desk),
        ...(about ? [rich(about)] : []),
        ...blocks,
        ...followBackBlocks(card, desk, followsByApi, now),
      ],
    }),
    notify_on_close: true,
  };
}
